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

  init(_ edition: Edition, audience: Audience) {
    self.edition = edition
    var stops: [Stop] = []
    for module in edition.modules {
      stops.append(Stop(id: module.id.text, title: module.title, language: module.language))
      for section in module.sections(for: audience) {
        stops.append(
          Stop(
            id: section.anchor.htmlID, title: section.title.plainText, language: section.language))
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

  /// Where each value stands; the first one counts.
  private static func positions<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The page behind a page in reading order.
  func page(after id: String) -> Stop? {
    positions[id].flatMap { stops.indices.contains($0 + 1) ? stops[$0 + 1] : nil }
  }

  /// The page before a page in reading order.
  func page(before id: String) -> Stop? {
    positions[id].flatMap { $0 > 0 ? stops[$0 - 1] : nil }
  }

  /// The first page behind a module and its sections.
  func page(afterModule id: FileID) -> Stop? {
    guard let position = modules[id], edition.modules.indices.contains(position + 1) else {
      return nil
    }
    let next = edition.modules[position + 1]
    return Stop(id: next.id.text, title: next.title, language: next.language)
  }

  /// Where a module stands among all.
  func position(of id: FileID) -> Int? { modules[id] }
  /// A module by id.
  func module(_ id: FileID) -> Module? { modules[id].map { edition.modules[$0] } }
  /// A tree by id.
  func tree(_ id: FileID) -> Tree? { trees[id].map { edition.trees[$0] } }
  /// A term by id.
  func term(_ id: String) -> Term? { terms[id].map { edition.glossary[$0] } }
  /// An entry of the register by id.
  func source(_ id: String) -> Guidance? { sources[id].map { edition.guidance[$0] } }
  /// How the engine numbers a file.
  func fileIndex(_ id: FileID) -> Int? {
    module(id)?.engineIndex ?? tree(id)?.engineIndex
  }
  /// The title of a node, or of a whole tree, and its language.
  func title(ofNode place: Anchor) -> (text: String, language: Language)? {
    guard let tree = tree(place.file) else { return nil }
    guard place.element != nil else { return (tree.title, tree.language) }
    return nodes[place].map { (tree.nodes[$0].title.plainText, tree.nodes[$0].language) }
  }
  /// The title of a module or tree, and its language.
  func title(_ id: FileID) -> (text: String, language: Language)? {
    if let module = module(id) { return (module.title, module.language) }
    return tree(id).map { ($0.title, $0.language) }
  }
}
