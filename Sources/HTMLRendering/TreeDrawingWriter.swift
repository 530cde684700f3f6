import CourseModel

extension TreeDrawing {
  /// Writes a placed diagram as SVG.
  struct Writer {
    private let diagram: Diagram
    private let layout: Layout
    private let direction: Direction
    private var output = ""

    /// Writes one `<svg>` element.
    ///
    /// Its width is in `em`, 16 pixels of the drawing each, so it grows with the reader's letters.
    /// To those who listen it is a list: each item is a node's link and then its answers.
    static func svg(_ diagram: Diagram, layout: Layout, direction: Direction) -> String {
      var writer = Writer(diagram: diagram, layout: layout, direction: direction)
      writer.writeStart()
      writer.writeLines()
      writer.writeItems()
      writer.output += "</svg>\n"
      return writer.output
    }

    private init(diagram: Diagram, layout: Layout, direction: Direction) {
      self.diagram = diagram
      self.layout = layout
      self.direction = direction
    }

    private mutating func writeStart() {
      let width = Shapes.tenths(layout.size.width)
      let height = Shapes.tenths(layout.size.height)
      // A dot can't occur in an author's id, so these can't meet the id of a heading.
      let prefix = Self.escape(diagram.id) + ".drawing"
      output += #"<svg class="tree-drawing" role="group" direction="\#(direction.rawValue)""#
      output += #" width="\#(Self.ems(layout.size.width))""#
      output += #" height="\#(Self.ems(layout.size.height))""#
      output += #" viewBox="0 0 \#(width) \#(height)" aria-labelledby="\#(prefix)-title""#
      output += #" aria-describedby="\#(prefix)-desc">"# + "\n"
      output += #"<title id="\#(prefix)-title" lang="\#(Self.escape(diagram.language.tag))">"#
      output += Self.escape(diagram.title) + "</title>\n"
      output += #"<desc id="\#(prefix)-desc">\#(Self.escape(diagram.description))</desc>"# + "\n"
    }

    private mutating func writeLines() {
      output += #"<g class="edges" aria-hidden="true">"# + "\n"
      for (link, route) in zip(diagram.links, layout.routes) {
        output += Shapes.line(link, along: route) + "\n"
      }
      output += "</g>\n"
    }

    /// Writes every node with what belongs to it, in the author's order.
    private mutating func writeItems() {
      var owned: [Int: [Int]] = [:]
      for (index, box) in diagram.boxes.enumerated() { owned[box.owner, default: []].append(index) }
      output += #"<g role="list">"# + "\n"
      for owner in owned.keys.sorted() {
        output += #"<g role="listitem">"# + "\n"
        for index in owned[owner] ?? [] { writeBox(diagram.boxes[index], at: index) }
        output += "</g>\n"
      }
      output += "</g>\n"
    }

    private mutating func writeBox(_ box: Box, at index: Int) {
      let name = #"aria-label="\#(Self.escape(box.name))" lang="\#(Self.escape(box.language.tag))""#
      let kind = Self.className(of: box.role)
      if let href = box.href {
        var mark = ""
        if case .node(_, let element) = box.role {
          mark = #" data-node="\#(Self.escape(element))""#
        }
        output += #"<a class="\#(kind)" href="\#(Self.escape(href))"\#(mark) \#(name)>"#
      } else {
        output += #"<g class="\#(kind)" role="img" \#(name)>"#
      }
      if box.text.isShortened { output += "<title>\(Self.escape(box.fullText))</title>" }
      let corner = layout.corners[index]
      output += Shapes.outline(of: box.role, at: corner, size: box.size, direction: direction)
      writeText(of: box, at: corner)
      output += box.href == nil ? "</g>\n" : "</a>\n"
    }

    private static func className(of role: Role) -> String {
      switch role {
      case .node(let kind, _): "node \(kind.rawValue)"
      case .answer: "answer"
      case .otherTree: "other-tree"
      case .beside: "other-tree beside"
      }
    }

    private mutating func writeText(of box: Box, at corner: Point) {
      let padding = box.role.padding
      var y = corner.y + padding.height
      if let caption = box.caption {
        let style = TextStyle.caption(caption)
        let height = style.lineHeight * 10
        let icon = Point(
          x: start(corner, box, inset: 0, width: iconSize), y: y + (height - iconSize) / 2)
        output += Shapes.icon(of: box.role, at: icon, direction: direction)
        let x = start(corner, box, inset: iconSize + iconGap, width: 0)
        writeLine(caption, class: "caption", style: style, at: Point(x: x, y: y))
        y += height + captionGap
      }
      let style = box.role.style(box.fullText)
      let x =
        box.caption == nil
        ? corner.x + box.size.width / 2 : start(corner, box, inset: 0, width: 0)
      for line in box.text.lines {
        writeLine(
          line, class: box.caption == nil ? "label" : "title", style: style,
          at: Point(x: x, y: y), language: box.language, isCentred: box.caption == nil)
        y += style.lineHeight * 10
      }
    }

    /// Left edge of something `width` wide that stands `inset` after the side where lines begin.
    private func start(_ corner: Point, _ box: Box, inset: Int, width: Int) -> Int {
      let side = box.role.padding.width + inset
      return switch direction {
      case .leftToRight: corner.x + side
      case .rightToLeft: corner.x + box.size.width - side - width
      }
    }

    /// Writes one line of text.
    ///
    /// Each is an element of its own: browsers may order the words of all lines of one element
    /// together, which scrambles wrapped right-to-left text.
    private mutating func writeLine(
      _ text: String, class name: String, style: TextStyle, at point: Point,
      language: Language? = nil, isCentred: Bool = false
    ) {
      let own = language?.direction ?? direction
      let anchor = isCentred ? "middle" : own == direction ? "start" : "end"
      // Middle of the line, lowered by a third of the letters' height to where they stand.
      let baseline = point.y + style.lineHeight * 5 + style.size * 35 / 10
      output += #"<text class="\#(name)" x="\#(Shapes.tenths(point.x))""#
      output += #" y="\#(Shapes.tenths(baseline))" font-size="\#(style.size)""#
      if style.isStrong { output += #" font-weight="600""# }
      if anchor != "start" { output += #" text-anchor="\#(anchor)""# }
      if own != direction { output += #" direction="\#(own.rawValue)""# }
      output += #" fill="currentColor">\#(Self.escape(text))</text>"#
    }

    /// A length of the drawing in `em`, three decimals: 16 pixels are 1 em.
    private static func ems(_ tenths: Int) -> String {
      let thousandths = tenths * 1000 / 160
      let rest = String(thousandths % 1000)
      return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest + "em"
    }

    /// Escapes text for elements and for attributes in double quotes.
    static func escape(_ text: String) -> String {
      var result: [UInt8] = []
      for byte in TreeDrawing.clean(text).utf8 {
        switch byte {
        case UInt8(ascii: "&"): result += Array("&amp;".utf8)
        case UInt8(ascii: "<"): result += Array("&lt;".utf8)
        case UInt8(ascii: ">"): result += Array("&gt;".utf8)
        case UInt8(ascii: "\""): result += Array("&quot;".utf8)
        default: result.append(byte)
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }
}
