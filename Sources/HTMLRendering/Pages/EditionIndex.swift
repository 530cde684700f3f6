internal import CourseModel

/// Look-ups in an edition that many pages need, made once.
struct EditionIndex: Sendable {
  /// A page in reading order.
  struct Stop: Sendable {
    let id: String
    let title: String
    let language: Language
  }

  private let stops: [Stop]
  private let positions: [String: Int]
  private let modules: [FileID: Int]
  private let trees: [FileID: Int]
  private let nodes: [Anchor: Int]
  private let terms: [String: Int]
  private let sources: [String: Int]
  private let edition: Edition
  /// Remembers what a page asks; nil where nobody wants to know.
  private var trace: PageTrace?

  /// Gathers an edition; `summaries` are those of its modules, in their order.
  init(_ edition: Edition, _ summaries: [ModuleSummary]) {
    self.edition = edition
    var stops: [Stop] = []
    for (module, summary) in zip(edition.modules, summaries) {
      stops.append(Stop(id: module.id.text, title: module.title, language: module.language))
      for section in summary.sections {
        stops.append(Stop(id: section.id, title: section.title, language: section.language))
      }
    }
    self.stops = stops
    positions = Self.positions(stops.map(\.id))
    modules = Self.positions(edition.modules.map(\.id))
    trees = Self.positions(edition.trees.map(\.id))
    nodes = Dictionary(
      edition.trees.flatMap { $0.nodes.enumerated().map { ($1.anchor, $0) } },
      uniquingKeysWith: { first, _ in first })
    terms = Self.positions(edition.glossary.map(\.id))
    sources = Self.positions(edition.guidance.map(\.id))
  }

  /// The same look-ups, remembering what a page asks.
  func traced(_ trace: PageTrace?) -> EditionIndex {
    var index = self
    index.trace = trace
    return index
  }

  /// Where each value stands; the first one counts.
  private static func positions<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The page behind a page in reading order.
  func page(after id: String) -> Stop? {
    trace?.note(.after(id))
    return positions[id].flatMap { stops.indices.contains($0 + 1) ? stops[$0 + 1] : nil }
  }

  /// The page before a page in reading order.
  func page(before id: String) -> Stop? {
    trace?.note(.before(id))
    return positions[id].flatMap { $0 > 0 ? stops[$0 - 1] : nil }
  }

  /// The first page behind a module and its sections.
  func page(afterModule id: FileID) -> Stop? {
    trace?.note(.afterModule(id))
    guard let position = modules[id], edition.modules.indices.contains(position + 1) else {
      return nil
    }
    let next = edition.modules[position + 1]
    return Stop(id: next.id.text, title: next.title, language: next.language)
  }

  /// Where a module stands among all.
  func position(of id: FileID) -> Int? {
    trace?.note(.position(id))
    return modules[id]
  }
  /// A tree by id.
  func tree(_ id: FileID) -> Tree? {
    trace?.note(.tree(id))
    return trees[id].map { edition.trees[$0] }
  }
  /// A term by id.
  func term(_ id: String) -> Term? {
    trace?.note(.term(id))
    return terms[id].map { edition.glossary[$0] }
  }
  /// An entry of the register by id.
  func source(_ id: String) -> Guidance? {
    trace?.note(.source(id))
    return sources[id].map { edition.guidance[$0] }
  }
  /// How the engine numbers a file.
  func fileIndex(_ id: FileID) -> Int? {
    trace?.note(.number(id))
    return modules[id].map { edition.modules[$0].engineIndex }
      ?? trees[id].map { edition.trees[$0].engineIndex }
  }
  /// The title of a node, or of a whole tree, and its language.
  func title(ofNode place: Anchor) -> (text: String, language: Language)? {
    trace?.note(.node(place))
    guard let tree = trees[place.file].map({ edition.trees[$0] }) else { return nil }
    guard place.element != nil else { return (tree.title, tree.language) }
    return nodes[place].map { (tree.nodes[$0].title.plainText, tree.nodes[$0].language) }
  }
  /// The title of a module or tree, and its language.
  func title(_ id: FileID) -> (text: String, language: Language)? {
    trace?.note(.title(id))
    if let module = modules[id].map({ edition.modules[$0] }) {
      return (module.title, module.language)
    }
    return trees[id].map { (edition.trees[$0].title, edition.trees[$0].language) }
  }
}
