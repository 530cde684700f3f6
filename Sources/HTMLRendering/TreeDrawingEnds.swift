extension TreeDrawing.Layout {
  /// Moves the ends of all lines to the outlines that are really drawn.
  ///
  /// Graphviz takes every box for a plain rectangle. Where a line meets a corner that is round or
  /// cut, it would end in the air; so it goes on in its direction until it touches.
  ///
  /// - Parameters:
  ///   - corners: the corners of each box.
  ///   - links: the lines, as they were laid out.
  /// - Returns: the same layout with longer lines where needed.
  package func reachingOutlines(
    _ corners: [TreeDrawing.Corner], links: [TreeDrawing.Link]
  ) -> TreeDrawing.Layout {
    var result = self
    for (index, link) in links.enumerated() {
      let tail = outline(of: link.from, corners[link.from])
      let head = outline(of: link.to, corners[link.to])
      result.routes[index].reach(tail: tail, head: head)
    }
    return result
  }

  private func outline(of box: Int, _ corner: TreeDrawing.Corner) -> Outline {
    Outline(
      centreX: self.corners[box].x + sizes[box].width / 2,
      centreY: self.corners[box].y + sizes[box].height / 2,
      halfWidth: sizes[box].width / 2, halfHeight: sizes[box].height / 2, corner: corner)
  }
}

/// A box's outline as it is drawn.
private struct Outline {
  let centreX: Int
  let centreY: Int
  let halfWidth: Int
  let halfHeight: Int
  let corner: TreeDrawing.Corner

  /// Whether a point lies on it or inside.
  func holds(_ point: TreeDrawing.Point) -> Bool {
    let x = abs(point.x - centreX)
    let y = abs(point.y - centreY)
    guard x <= halfWidth, y <= halfHeight else { return false }
    switch corner {
    case .cut(let cut):
      return x + y <= halfWidth + halfHeight - cut
    case .round(let asked):
      let radius = min(asked, halfWidth, halfHeight)
      let overX = max(0, x - halfWidth + radius)
      let overY = max(0, y - halfHeight + radius)
      return overX * overX + overY * overY <= radius * radius
    }
  }

  /// How far to move a point in a direction until it touches; nothing when it never does.
  func distance(from point: TreeDrawing.Point, toward other: TreeDrawing.Point) -> TreeDrawing.Point
  {
    let deltaX = Double(other.x - point.x)
    let deltaY = Double(other.y - point.y)
    let length = (deltaX * deltaX + deltaY * deltaY).squareRoot()
    guard length >= 1 else { return .init(x: 0, y: 0) }
    // Steps of half a pixel, and no more than the longest way over a corner.
    for step in 0..<60 {
      let way = Double(step * 5) / length
      let move = TreeDrawing.Point(
        x: Int((deltaX * way).rounded()), y: Int((deltaY * way).rounded()))
      if holds(point + move) { return move }
    }
    return .init(x: 0, y: 0)
  }
}

extension TreeDrawing.Route {
  /// Lengthens both ends until they touch.
  ///
  /// Their neighbouring control points move along, so that
  /// the line keeps its direction there.
  fileprivate mutating func reach(tail: Outline, head: Outline) {
    if let first = curves.first, let next = first.dropFirst().first(where: { $0 != first[0] }) {
      let move = tail.distance(from: first[0], toward: first[0] + (first[0] - next))
      curves[0][0] = first[0] + move
      curves[0][1] = first[1] + move
    }
    if let last = curves.last, let base = last.last {
      let before = last.dropLast().last { $0 != base } ?? base
      let direction = tip == base ? base - before : tip - base
      let move = head.distance(from: tip, toward: tip + direction)
      tip = tip + move
      curves[curves.count - 1][last.count - 1] = base + move
      curves[curves.count - 1][last.count - 2] = last[last.count - 2] + move
    }
  }
}

extension TreeDrawing.Point {
  fileprivate static func + (left: Self, right: Self) -> Self {
    .init(x: left.x + right.x, y: left.y + right.y)
  }

  fileprivate static func - (left: Self, right: Self) -> Self {
    .init(x: left.x - right.x, y: left.y - right.y)
  }
}
