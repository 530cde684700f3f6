internal import CourseModel
internal import MarkupTree

/// Answers what pages of an edition ask about the rest of it, as numbers to compare.
struct PageAnswers: Sendable {
  private let writer: ArticleWriter
  private let contents: SiteContents
  /// Ids of the pages of every edition.
  private let others: [Set<String>]
  /// Changes with everything that can be asked.
  let world: UInt64

  /// Prepares the answers; `writer` is one that remembers nothing.
  init(_ writer: ArticleWriter, _ contents: SiteContents, others: [Set<String>]) {
    self.writer = writer
    self.contents = contents
    self.others = others
    var world = StableHash()
    for (module, summary) in zip(writer.edition.modules, writer.summaries) {
      world.add(module.id.text)
      world.add(module.title)
      world.add(module.language.tag)
      world.add(module.minutes ?? -1)
      world.add(module.engineIndex)
      world.add(summary.hash)
    }
    for tree in writer.edition.trees { world.add(Self.hash(tree)) }
    for term in writer.edition.glossary { world.add(Self.hash(term)) }
    for source in writer.edition.guidance { world.add(Self.hash(source)) }
    world.add(contents.hash(nil))
    // Sets have no order; sums don't need one.
    for pages in others { world.add(pages.reduce(0) { $0 &+ StableHash.of($1) }) }
    self.world = world.value
  }

  /// Whether everything can be told by digests; not so for a toolkit that nobody compiled.
  static func canTell(_ edition: Edition) -> Bool {
    edition.trees.allSatisfy { $0.digest != nil }
  }

  /// A number that changes when the answer to a question changes; 0 for "there is no such thing".
  func answer(_ inquiry: PageInquiry) -> UInt64 {
    let (index, map) = (writer.index, writer.map)
    switch inquiry {
    case .after(let page): return Self.hash(index.page(after: page))
    case .before(let page): return Self.hash(index.page(before: page))
    case .afterModule(let file): return Self.hash(index.page(afterModule: file))
    case .position(let file):
      return index.position(of: file).map {
        StableHash.of(String($0), String(writer.edition.modules.count))
      } ?? 0
    case .title(let file):
      return index.title(file).map { StableHash.of($0.text, $0.language.tag) } ?? 0
    case .number(let file): return index.fileIndex(file).map { StableHash.of(String($0)) } ?? 0
    case .tree(let file): return index.tree(file).map(Self.hash) ?? 0
    case .node(let place):
      return index.title(ofNode: place).map { StableHash.of($0.text, $0.language.tag) } ?? 0
    case .term(let id): return index.term(id).map(Self.hash) ?? 0
    case .source(let id): return index.source(id).map(Self.hash) ?? 0
    case .place(let place): return map.page(of: place).map { StableHash.of($0) } ?? 0
    case .hasTerm(let id): return map.hasTerm(id) ? 1 : 0
    case .hasSource(let id): return map.hasSource(id) ? 1 : 0
    case .ownPages: return contents.ownPages
    case .contents(let file): return contents.hash(file)
    case .editions(let page):
      return StableHash.of(others.map { $0.contains(page) ? "1" : "0" }.joined())
    }
  }

  private static func hash(_ stop: EditionIndex.Stop?) -> UInt64 {
    stop.map { StableHash.of($0.id, $0.title, $0.language.tag) } ?? 0
  }

  private static func hash(_ tree: Tree) -> UInt64 {
    var hash = StableHash()
    hash.add(tree.digest?.bytes ?? [])
    hash.add(tree.engineIndex)
    return hash.value
  }

  private static func hash(_ source: Guidance) -> UInt64 {
    StableHash.of(
      source.id, source.title, source.publisher, String(source.year), source.edition,
      source.language.tag, source.address, source.note)
  }

  private static func hash(_ term: Term) -> UInt64 {
    var hash = StableHash()
    hash.add(term.id)
    hash.add(term.language.tag)
    hash.add(term.digest?.bytes ?? [])
    return hash.value
  }
}
