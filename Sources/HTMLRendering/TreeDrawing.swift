public import CourseModel

/// Draws a decision tree as SVG for inline use in an HTML page.
///
/// Three steps, each in its own file: the tree becomes a ``Diagram`` of boxes with wrapped text and
/// known sizes, graphviz finds a place for every box and a way for every line (``Layout``), and the
/// ``Writer`` draws them. Graphviz sees numbers only, never a word of the author's.
///
/// The markup has no style attributes: a theme styles it by class, and without any theme it is still
/// a readable drawing in the colour of the text around it.
public enum TreeDrawing {
  /// Draws a tree.
  ///
  /// - Parameters:
  ///   - tree: the tree; an answer may lead anywhere, also back or into another tree.
  ///   - direction: which way the page runs; a right-to-left page gets the mirror image.
  ///   - labels: the interface's words, in the page's language.
  ///   - href: the address of a place as the page should link to it; by default `#t1-danger`.
  /// - Returns: one `<svg>` element, the same bytes for the same tree.
  /// - Throws: when the tree has no nodes or too many, or when graphviz can't lay it out.
  public static func svg(
    for tree: Tree, direction: Direction, labels: Labels,
    href: (Anchor) -> String = { "#" + $0.htmlID }
  ) throws(Failure) -> String {
    let diagram = try Diagram(tree, direction: direction, labels: labels, href: href)
    let layout = try place(diagram, direction: direction)
    return Writer.svg(diagram, layout: layout, direction: direction)
  }

  /// Where the boxes and lines of a drawing stand.
  package static func layout(
    for tree: Tree, direction: Direction, labels: Labels
  ) throws(Failure) -> Layout {
    let diagram = try Diagram(tree, direction: direction, labels: labels) { "#" + $0.htmlID }
    return try place(diagram, direction: direction)
  }

  private static func place(_ diagram: Diagram, direction: Direction) throws(Failure) -> Layout {
    let layout = try Layout(sizes: diagram.boxes.map(\.size), links: diagram.links)
      .reachingOutlines(diagram.boxes.map(\.role.corner), links: diagram.links)
    return switch direction {
    case .leftToRight: layout
    case .rightToLeft: layout.mirrored()
    }
  }

  /// The interface's words that a drawing needs, in the page's language.
  public struct Labels: Sendable {
    /// Marks the first node: "Start".
    public let start: String
    /// Names a node that asks: "Question".
    public let question: String
    /// Names a node that says what to do: "Do this".
    public let step: String
    /// Names an end without hurry: "End".
    public let end: String
    /// Names an end to act on today: "Today".
    public let today: String
    /// Names an end to act on at once: "Act now".
    public let emergency: String
    /// Names a box that leads into another tree: "Another tree".
    public let otherTree: String
    /// Names a box of a tree to go through beside this one: "At the same time".
    public let beside: String
    /// Joins an answer to the place it leads to, for those who listen: "leads to".
    public let leadsTo: String
    /// Says what the drawing is and that its boxes are links, for those who don't see it.
    public let description: String
    /// Titles of places in other trees; a tree as a whole under its file's anchor.
    ///
    /// A place that is missing here shows the title of its tree, or else the anchor.
    public let titles: [Anchor: String]

    /// Gathers the words.
    public init(
      start: String, question: String, step: String, end: String, today: String,
      emergency: String, otherTree: String, beside: String, leadsTo: String, description: String,
      titles: [Anchor: String]
    ) {
      self.start = start
      self.question = question
      self.step = step
      self.end = end
      self.today = today
      self.emergency = emergency
      self.otherTree = otherTree
      self.beside = beside
      self.leadsTo = leadsTo
      self.description = description
      self.titles = titles
    }

    /// The word for a kind of node.
    func word(for kind: Tree.Kind) -> String {
      switch kind {
      case .question: question
      case .step: step
      case .end: end
      case .today: today
      case .emergency: emergency
      }
    }

    /// The title of a place in another tree.
    func title(of place: Anchor) -> String {
      titles[place] ?? titles[Anchor(place.file)] ?? place.description
    }
  }

  /// Why a tree couldn't be drawn.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The tree has no nodes.
    case empty
    /// The drawing would have more boxes (nodes, answers, links to other trees) than `limit`: nobody
    /// could read it, and graphviz could take minutes.
    case tooLarge(boxes: Int, limit: Int)
    /// Graphviz refused or warned; its own words.
    case layout(String)

    /// Says it in plain words.
    public var description: String {
      switch self {
      case .empty: "The tree has no nodes, so there is nothing to draw."
      case .tooLarge(let boxes, let limit):
        "The tree is too large to draw: \(boxes) boxes, and \(limit) are the most. Split the tree."
      case .layout(let message): "The tree could not be laid out: \(message)"
      }
    }
  }

  /// The most boxes a drawing may have.
  ///
  /// A hundred questions with four answers each, all leading somewhere at random, take graphviz
  /// about ten seconds; twice as many take two minutes. An ordinary tree takes ten milliseconds.
  static let boxLimit = 500
}
