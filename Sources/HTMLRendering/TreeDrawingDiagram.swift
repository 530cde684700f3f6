import CourseModel

extension TreeDrawing {
  /// Width and height, in tenths of a pixel.
  package struct Size: Sendable, Equatable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// A line between two boxes, by their positions in the list of boxes.
  package struct Link: Sendable, Equatable {
    package let from: Int
    package let to: Int
    /// What it says.
    package let kind: Kind

    package init(from: Int, to: Int, kind: Kind) {
      self.from = from
      self.to = to
      self.kind = kind
    }

    /// What a line says.
    package enum Kind: Sendable, Equatable {
      /// From a node to one of its answers.
      case choice
      /// From an answer to where it leads.
      case way
      /// From a node to a tree to go through beside this one.
      case beside
    }
  }

  /// A box of the drawing with its text.
  struct Box: Sendable {
    /// What it stands for.
    let role: Role
    /// The node it belongs to, by position in the tree.
    let owner: Int
    /// Small line over the text, in the page's language; nil for answers.
    let caption: String?
    /// The text.
    let text: WrappedText
    /// The whole text.
    let fullText: String
    /// Language of the text.
    let language: Language
    /// Address it links to; nil for answers.
    let href: String?
    /// What it says to those who listen.
    let name: String
    /// Its size with padding.
    let size: Size
  }

  /// A box's corners: how much of each side they take, in tenths of a pixel.
  package enum Corner: Sendable, Equatable {
    case round(Int)
    case cut(Int)

    /// The part of a side that a corner takes.
    var cut: Int {
      switch self {
      case .round(let size), .cut(let size): size
      }
    }
  }

  /// What a box stands for.
  enum Role: Sendable, Equatable {
    case node(Tree.Kind, element: String)
    case answer
    case otherTree
    case beside

    /// Room between the text and the box's sides, in tenths of a pixel.
    var padding: Size {
      switch self {
      case .node(.question, _), .node(.today, _), .otherTree, .beside: Size(width: 160, height: 110)
      case .node(.step, _), .node(.end, _): Size(width: 200, height: 120)
      case .node(.emergency, _): Size(width: 200, height: 120)
      case .answer: Size(width: 120, height: 50)
      }
    }

    /// What its corners look like, in tenths of a pixel.
    var corner: Corner {
      switch self {
      case .node(.question, _), .answer: .round(140)
      case .node(.step, _): .round(30)
      case .node(.end, _), .node(.today, _): .round(240)
      case .node(.emergency, _): .cut(120)
      case .otherTree, .beside: .round(60)
      }
    }

    /// How a text of it is set.
    func style(_ text: String) -> TextStyle {
      switch self {
      case .node: .title(text)
      case .answer, .otherTree, .beside: .label(text)
      }
    }

    /// The widest its lines may get, in pixels.
    var textLimit: Int {
      switch self {
      case .node: 240
      case .answer: 150
      case .otherTree, .beside: 180
      }
    }
  }

  /// Size of an icon and its distance to the word beside it, in tenths of a pixel.
  static let iconSize = 160
  static let iconGap = 70
  /// Room between the caption and the text.
  static let captionGap = 40

  /// The boxes and lines of a tree, not placed yet.
  struct Diagram: Sendable {
    /// The tree's id: prefix of all ids in the drawing.
    let id: String
    /// Title of the tree.
    let title: String
    /// Language of the title.
    let language: Language
    /// What the drawing is, for those who don't see it.
    let description: String
    /// All boxes: first the nodes in the tree's order, then node by node what belongs to it.
    private(set) var boxes: [Box] = []
    /// All lines; those of one node in the author's order.
    private(set) var links: [Link] = []

    /// Turns a tree into boxes and lines.
    init(
      _ tree: Tree, direction: Direction, labels: Labels, href: (Anchor) -> String
    ) throws(Failure) {
      id = tree.id.text
      title = TreeDrawing.clean(tree.title)
      language = tree.language
      description = TreeDrawing.clean(labels.description)
      guard !tree.nodes.isEmpty else { throw .empty }
      let least = tree.nodes.reduce(tree.nodes.count) { $0 + $1.answers.count }
      guard least <= boxLimit else { throw .tooLarge(boxes: least, limit: boxLimit) }
      for index in tree.nodes.indices { add(tree.nodes[index], index, labels, href) }
      let places = Places(tree)
      for (index, node) in tree.nodes.enumerated() {
        addWays(of: node, index, places, labels, href)
      }
      guard boxes.count <= boxLimit else { throw .tooLarge(boxes: boxes.count, limit: boxLimit) }
    }

    /// Adds a node's box.
    private mutating func add(
      _ node: Tree.Node, _ index: Int, _ labels: Labels, _ href: (Anchor) -> String
    ) {
      let word = labels.word(for: node.kind)
      boxes.append(
        Box(
          .node(node.kind, element: node.anchor.element ?? ""), owner: index,
          caption: index == 0 ? "\(labels.start) · \(word)" : word, text: node.title.plainText,
          language: node.language, href: href(node.anchor)))
    }

    /// Adds a node's answers, what they lead to outside the tree, and the trees beside it.
    private mutating func addWays(
      of node: Tree.Node, _ index: Int, _ places: Places, _ labels: Labels,
      _ href: (Anchor) -> String
    ) {
      var outside: [Anchor: Int] = [:]
      for answer in node.answers {
        let answerIndex = boxes.count
        let inside = places.index(of: answer.target)
        let goal =
          inside.map { boxes[$0].fullText } ?? TreeDrawing.clean(labels.title(of: answer.target))
        boxes.append(
          Box(
            .answer, owner: index, caption: nil, text: answer.text.plainText,
            language: node.language, href: nil, listening: "\(labels.leadsTo): \(goal)"))
        links.append(Link(from: index, to: answerIndex, kind: .choice))
        let target: Int
        if let known = inside ?? outside[answer.target] {
          target = known
        } else {
          target = boxes.count
          outside[answer.target] = target
          boxes.append(
            Box(
              .otherTree, owner: index, caption: labels.otherTree, text: goal,
              language: language, href: href(answer.target)))
        }
        links.append(Link(from: answerIndex, to: target, kind: .way))
      }
      for place in Places.outside(node, tree: places.file) {
        links.append(Link(from: index, to: boxes.count, kind: .beside))
        boxes.append(
          Box(
            .beside, owner: index, caption: labels.beside, text: labels.title(of: place),
            language: language, href: href(place)))
      }
    }
  }
}

extension TreeDrawing.Box {
  /// Wraps a text and measures its box.
  init(
    _ role: TreeDrawing.Role, owner: Int, caption: String?, text: String, language: Language,
    href: String?, listening: String? = nil
  ) {
    let clean = TreeDrawing.clean(text)
    let caption = caption.map(TreeDrawing.clean)
    let style = role.style(clean)
    let wrapped = TreeDrawing.WrappedText(
      role == .answer && clean.isEmpty ? "…" : clean, style: style, limit: role.textLimit)
    var width = wrapped.width
    var height = wrapped.lines.count * style.lineHeight * 10
    if let caption {
      let style = TreeDrawing.TextStyle.caption(caption)
      let captionWidth = (style.width(caption) * style.size + 9) / 10
      width = max(width, TreeDrawing.iconSize + TreeDrawing.iconGap + captionWidth)
      height += style.lineHeight * 10
      if !wrapped.lines.isEmpty { height += TreeDrawing.captionGap }
    }
    self.role = role
    self.owner = owner
    self.caption = caption
    self.text = wrapped
    fullText = clean
    self.language = language
    self.href = href
    name =
      ([caption, clean.isEmpty ? nil : clean].compactMap { $0 }.joined(separator: ": "))
      + (listening.map { clean.isEmpty ? $0 : ", " + $0 } ?? "")
    size = TreeDrawing.Size(
      width: width + 2 * role.padding.width, height: height + 2 * role.padding.height)
  }
}

extension TreeDrawing {
  /// Finds the nodes that answers lead to.
  struct Places {
    /// The tree.
    let file: FileID
    private let indices: [Anchor: Int]

    init(_ tree: Tree) {
      file = tree.id
      indices = Dictionary(
        tree.nodes.enumerated().map { ($0.element.anchor, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }

    /// Position of the node that a place is, the tree as a whole being its start; nil elsewhere.
    func index(of place: Anchor) -> Int? {
      place == Anchor(file) ? 0 : indices[place]
    }

    /// Places in other files that a node says to go through beside it, in the text's order.
    static func outside(_ node: Tree.Node, tree: FileID) -> [Anchor] {
      var found: [Anchor] = []
      var waiting = Array(node.also.joined())
      var position = 0
      while position < waiting.count {
        switch waiting[position] {
        case .prose(let prose), .heading(_, _, let prose):
          for id in prose.nodes {
            if case .place(let place)? = prose.text.references[id] { found.append(place) }
          }
        case .callout(let callout): waiting += callout.blocks
        case .steps(let steps): waiting += steps.flatMap(\.blocks)
        case .passage(_, let blocks): waiting += blocks
        case .tree(let file): found.append(Anchor(file))
        case .figure, .question: break
        }
        position += 1
      }
      var seen: Set<Anchor> = []
      return found.filter { $0.file != tree && seen.insert($0).inserted }
    }
  }
}
