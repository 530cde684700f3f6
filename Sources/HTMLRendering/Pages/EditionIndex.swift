internal import CourseModel

/// Look-ups in an edition that many pages need, made once.
struct EditionIndex: Sendable {
  /// A page in reading order.
  struct Stop: Sendable {
    let id: String
    let title: String
    let language: Language
  }

  /// The look-ups. In an object, since every page has an index of its own.
  private final class Tables: Sendable {
    let stops: [Stop]
    let positions: [String: Int]
    let modules: [FileID: Int]
    let trees: [FileID: Int]
    let nodes: [Anchor: Int]
    let terms: [String: Int]
    let sources: [String: Int]
    let edition: Edition

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
      positions = Self.positions(of: stops, by: \.id)
      modules = Self.positions(of: edition.modules, by: \.id)
      trees = Self.positions(of: edition.trees, by: \.id)
      nodes = Dictionary(
        edition.trees.flatMap { $0.nodes.enumerated().map { ($1.anchor, $0) } },
        uniquingKeysWith: { first, _ in first })
      terms = Self.positions(of: edition.glossary, by: \.id)
      sources = Self.positions(of: edition.guidance, by: \.id)
    }

    /// Where each value stands; of two with the same name the first one counts.
    private static func positions<Value, Name: Hashable>(
      of values: [Value], by name: (Value) -> Name
    ) -> [Name: Int] {
      var positions = [Name: Int](minimumCapacity: values.count)
      for index in values.indices.reversed() { positions[name(values[index])] = index }
      return positions
    }
  }

  private let tables: Tables
  /// Remembers what a page asks; nil where nobody wants to know.
  private var trace: PageTrace?

  /// Gathers an edition; `summaries` are those of its modules, in their order.
  init(_ edition: Edition, _ summaries: [ModuleSummary]) { tables = Tables(edition, summaries) }

  /// The same look-ups, remembering what a page asks.
  func traced(_ trace: PageTrace?) -> EditionIndex {
    var index = self
    index.trace = trace
    return index
  }

  /// The page behind a page in reading order.
  func page(after id: String) -> Stop? {
    trace?.note(.after(id))
    return tables.positions[id].flatMap {
      tables.stops.indices.contains($0 + 1) ? tables.stops[$0 + 1] : nil
    }
  }

  /// The page before a page in reading order.
  func page(before id: String) -> Stop? {
    trace?.note(.before(id))
    return tables.positions[id].flatMap { $0 > 0 ? tables.stops[$0 - 1] : nil }
  }

  /// The first page behind a module and its sections.
  func page(afterModule id: FileID) -> Stop? {
    trace?.note(.afterModule(id))
    guard let position = tables.modules[id], tables.edition.modules.indices.contains(position + 1)
    else {
      return nil
    }
    let next = tables.edition.modules[position + 1]
    return Stop(id: next.id.text, title: next.title, language: next.language)
  }

  /// Where a module stands among all.
  func position(of id: FileID) -> Int? {
    trace?.note(.position(id))
    return tables.modules[id]
  }
  /// A tree by id.
  func tree(_ id: FileID) -> Tree? {
    trace?.note(.tree(id))
    return tables.trees[id].map { tables.edition.trees[$0] }
  }
  /// A term by id.
  func term(_ id: String) -> Term? {
    trace?.note(.term(id))
    return tables.terms[id].map { tables.edition.glossary[$0] }
  }
  /// An entry of the register by id.
  func source(_ id: String) -> Guidance? {
    trace?.note(.source(id))
    return tables.sources[id].map { tables.edition.guidance[$0] }
  }
  /// How the engine numbers a file.
  func fileIndex(_ id: FileID) -> Int? {
    trace?.note(.number(id))
    return tables.modules[id].map { tables.edition.modules[$0].engineIndex }
      ?? tables.trees[id].map { tables.edition.trees[$0].engineIndex }
  }
  /// The title of a node, or of a whole tree, and its language.
  func title(ofNode place: Anchor) -> (text: String, language: Language)? {
    trace?.note(.node(place))
    guard let tree = tables.trees[place.file].map({ tables.edition.trees[$0] }) else { return nil }
    guard place.element != nil else { return (tree.title, tree.language) }
    return tables.nodes[place].map { (tree.nodes[$0].title.plainText, tree.nodes[$0].language) }
  }
  /// The title of a module or tree, and its language.
  func title(_ id: FileID) -> (text: String, language: Language)? {
    trace?.note(.title(id))
    if let module = tables.modules[id].map({ tables.edition.modules[$0] }) {
      return (module.title, module.language)
    }
    return tables.trees[id].map {
      (tables.edition.trees[$0].title, tables.edition.trees[$0].language)
    }
  }
}
