import CourseModel

extension TreeDrawing {
  /// Outlines and icons.
  ///
  /// Each kind of box has an outline of its own, so that kinds can be told apart
  /// without colour: rounded for questions, a bar at the side for steps, a double line for ends, a
  /// thick round one for today, cut corners for emergencies, dashes for other trees.
  enum Shapes {
    /// The elements of a box's outline.
    ///
    /// - Parameters:
    ///   - role: what the box stands for.
    ///   - corner: its upper left corner.
    ///   - size: its size.
    ///   - direction: the side that the bar of a step stands at.
    /// - Returns: SVG elements.
    static func outline(
      of role: Role, at corner: Point, size: Size, direction: Direction
    ) -> String {
      let radius = role.corner.cut
      return switch role {
      case .node(.question, _): rectangle(corner, size, radius: radius)
      case .node(.step, _):
        rectangle(corner, size, radius: radius) + bar(corner, size, direction)
      case .node(.end, _):
        rectangle(corner, size, radius: radius)
          + rectangle(
            Point(x: corner.x + 40, y: corner.y + 40),
            Size(width: size.width - 80, height: size.height - 80), radius: radius - 40,
            class: "inner")
      case .node(.today, _): rectangle(corner, size, radius: radius, strokeWidth: "2.5")
      case .node(.emergency, _): octagon(corner, size, cut: radius)
      case .answer: rectangle(corner, size, radius: radius, strokeWidth: "1")
      case .otherTree: rectangle(corner, size, radius: radius, dashes: "6 4")
      case .beside: rectangle(corner, size, radius: radius, dashes: "2 4")
      }
    }

    private static func rectangle(
      _ corner: Point, _ size: Size, radius: Int, strokeWidth: String = "1.5",
      dashes: String? = nil, class name: String = "shape"
    ) -> String {
      let place = #"x="\#(tenths(corner.x))" y="\#(tenths(corner.y))""#
      let extent = #"width="\#(tenths(size.width))" height="\#(tenths(size.height))""#
      let dashing = dashes.map { #" stroke-dasharray="\#($0)""# } ?? ""
      return #"<rect class="\#(name)" \#(place) \#(extent) rx="\#(tenths(radius))" fill="none""#
        + #" stroke="currentColor" stroke-width="\#(strokeWidth)"\#(dashing)/>"#
    }

    private static func bar(_ corner: Point, _ size: Size, _ direction: Direction) -> String {
      let x =
        switch direction {
        case .leftToRight: corner.x
        case .rightToLeft: corner.x + size.width - 70
        }
      return #"<rect class="bar" x="\#(tenths(x))" y="\#(tenths(corner.y))" width="7""#
        + #" height="\#(tenths(size.height))" rx="3" fill="currentColor"/>"#
    }

    private static func octagon(_ corner: Point, _ size: Size, cut: Int) -> String {
      let path =
        "M\(tenths(corner.x + cut)) \(tenths(corner.y))"
        + "h\(tenths(size.width - 2 * cut))l\(tenths(cut)) \(tenths(cut))"
        + "v\(tenths(size.height - 2 * cut))l\(tenths(-cut)) \(tenths(cut))"
        + "h\(tenths(2 * cut - size.width))l\(tenths(-cut)) \(tenths(-cut))"
        + "v\(tenths(2 * cut - size.height))z"
      return #"<path class="shape" d="\#(path)" fill="none" stroke="currentColor""#
        + #" stroke-width="3"/>"#
    }

    /// The icon of a box, 16 pixels square; nothing for answers.
    ///
    /// Its upper left corner is at `corner`. What points a way is mirrored on right-to-left pages, a tick and a clock are not.
    static func icon(of role: Role, at corner: Point, direction: Direction) -> String {
      guard let path = iconPath(of: role) else { return "" }
      let mirrored = direction == .rightToLeft && turnsWithText(role)
      let x = mirrored ? corner.x + TreeDrawing.iconSize : corner.x
      return #"<path class="icon" transform="translate(\#(tenths(x)) \#(tenths(corner.y)))"#
        + (mirrored ? " scale(-1 1)" : "")
        + #"" d="\#(path)" fill="none" stroke="currentColor" stroke-width="1.6""#
        + #" stroke-linecap="round" stroke-linejoin="round"/>"#
    }

    private static func iconPath(of role: Role) -> String? {
      let circle = "M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0"
      return switch role {
      // A question mark in a circle.
      case .node(.question, _): circle + "M6 6.3a2.1 2.1 0 1 1 3 1.9q-1 .6-1 1.6M8 11.7v.2"
      // A tick in a box: something to do.
      case .node(.step, _): "M2 2h12v12H2zM5 8.2l2.2 2.3L11.2 5.6"
      // A flag.
      case .node(.end, _): "M3.5 15V1.5h9.5l-2.2 3.5l2.2 3.5H3.5"
      // A clock.
      case .node(.today, _): circle + "M8 4v4.2l2.8 1.8"
      // An exclamation mark in a triangle.
      case .node(.emergency, _): "M8 1.3L15.2 14.4H.8zM8 6v4M8 12.2v.1"
      // An arrow out of a box.
      case .otherTree: "M7 2.5H2.5v11h11V9M9.5 2h4.5v4.5M14 2L7.5 8.5"
      // Two lines side by side.
      case .beside: "M5 2v12M2.5 11.5L5 14l2.5-2.5M11.5 2v12M9 11.5l2.5 2.5l2.5-2.5"
      case .answer: nil
      }
    }

    private static func turnsWithText(_ role: Role) -> Bool {
      switch role {
      case .node(.question, _), .node(.end, _), .otherTree: true
      case .node(.step, _), .node(.today, _), .node(.emergency, _), .answer, .beside: false
      }
    }

    /// A line and its arrow head; the line from a node to its answer has none.
    static func line(_ link: Link, along route: Route) -> String {
      var path = ""
      for curve in route.curves {
        for (index, point) in curve.enumerated() {
          path += index == 0 ? "M" : index == 1 ? "C" : " "
          path += "\(tenths(point.x)) \(tenths(point.y))"
        }
      }
      let tip = route.tip
      let dashes: String
      var head = ""
      switch link.kind {
      case .choice:
        path += "L\(tenths(tip.x)) \(tenths(tip.y))"
        dashes = ""
      case .way:
        dashes = ""
        head = arrowHead(route)
      case .beside:
        dashes = #" stroke-dasharray="2 4""#
        head = arrowHead(route)
      }
      let kind = link.kind == .beside ? "edge beside" : "edge"
      return #"<path class="\#(kind)" d="\#(path)" fill="none" stroke="currentColor""#
        + #" stroke-width="1.5"\#(dashes)/>\#(head)"#
    }

    private static func arrowHead(_ route: Route) -> String {
      guard let base = route.curves.last?.last else { return "" }
      let deltaX = Double(route.tip.x - base.x)
      let deltaY = Double(route.tip.y - base.y)
      let length = (deltaX * deltaX + deltaY * deltaY).squareRoot()
      guard length >= 1 else { return "" }
      // Half as wide as an arrow of nine pixels is long.
      let sideX = Int((-deltaY / length * 45).rounded())
      let sideY = Int((deltaX / length * 45).rounded())
      return #"<path class="arrow" d="M\#(tenths(route.tip.x)) \#(tenths(route.tip.y))"#
        + "L\(tenths(base.x + sideX)) \(tenths(base.y + sideY))"
        + "L\(tenths(base.x - sideX)) \(tenths(base.y - sideY))z"
        + #"" fill="currentColor"/>"#
    }

    /// A number of tenths as a decimal, the same in every locale: 125 becomes `12.5`.
    static func tenths(_ value: Int) -> String {
      let whole = abs(value) / 10
      let rest = abs(value) % 10
      let sign = value < 0 ? "-" : ""
      return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
  }
}
