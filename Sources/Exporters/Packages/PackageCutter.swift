import CourseModel
import Learning

/// Cuts the contents of packages from one edition; what every module needs is looked up once.
struct PackageCutter: Sendable {
  let edition: Edition
  private let toolkit: Toolkit
  private let course: Course
  private let treesByIndex: [Int: Tree]
  private let treeIndexes: [FileID: Int]
  private let terms: [String: Term]
  private let media: [String: Media]
  /// What the page "Support for you" leads to.
  private let supportLinks: LinkWalk

  /// - Parameter course: the toolkit's engine blob, decoded.
  init(_ edition: Edition, of toolkit: Toolkit, course: Course) {
    self.edition = edition
    self.toolkit = toolkit
    self.course = course
    treesByIndex = Self.table(edition.trees.map { ($0.engineIndex, $0) })
    treeIndexes = Self.table(edition.trees.map { ($0.id, $0.engineIndex) })
    terms = Self.table(edition.glossary.map { ($0.id, $0) })
    media = Self.table(toolkit.media.map { ($0.path, $0) })
    var links = LinkWalk()
    links.add(edition.support)
    supportLinks = links
  }

  /// A table in which the first value of a key counts.
  private static func table<Key: Hashable, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
    Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Everything.
  func whole() -> PackageContent {
    var links = supportLinks
    for module in edition.modules { links.add(module) }
    for tree in edition.trees { links.add(tree) }
    for term in edition.glossary { links.add(term.definition) }
    return PackageContent(
      toolkit: toolkit.with(edition, engine: toolkit.engine, media: media(of: links)),
      edition: edition, course: course, module: nil, id: PackageContent.wholeID)
  }

  /// A module with the trees that it needs, and the terms and publications that are linked to.
  ///
  /// - Throws: when the engine's blob and the model don't fit together.
  func package(of module: Module) throws(CourseProblem) -> PackageContent {
    let trees = trees(needed: module)
    let files = ([module.engineIndex] + trees.map(\.engineIndex)).sorted()
    let numbers = Self.table(files.enumerated().map { ($1, $0) })
    let cut = try course.selecting(files)
    var links = supportLinks
    links.add(module)
    for tree in trees { links.add(tree) }
    let glossary = glossary(linked: &links)
    let part = Edition(
      language: edition.language, title: edition.title, variantName: edition.variantName,
      tracks: [], modules: [module.numbered(numbers[module.engineIndex] ?? 0)],
      trees: trees.map { $0.numbered(numbers[$0.engineIndex] ?? 0) },
      glossary: glossary, guidance: edition.guidance.filter { links.guidance.contains($0.id) },
      support: edition.support)
    return PackageContent(
      toolkit: toolkit.with(part, engine: cut.encoded(), media: media(of: links)),
      edition: part, course: cut, module: module.id, id: module.id.text)
  }

  /// Media by path.
  private func media(of links: LinkWalk) -> [Media] {
    links.media.sorted().compactMap { media[$0] }
  }

  /// Trees that a module plays, that their answers lead to, and that stand beside their nodes.
  private func trees(needed module: Module) -> [Tree] {
    var needed: Set<Int> = []
    var open = course.filesNeeded(by: module.engineIndex).sorted()
    while let file = open.popLast() {
      guard file != module.engineIndex, let tree = treesByIndex[file],
        needed.insert(file).inserted
      else { continue }
      var beside = LinkWalk()
      for also in tree.nodes.flatMap(\.also) { beside.add(also) }
      let besides = beside.places.map(\.file) + Array(beside.playedTrees)
      open +=
        course.filesNeeded(by: file).sorted() + besides.compactMap { treeIndexes[$0] }.sorted()
    }
    // In the order of the edition, which is that of their numbers.
    return needed.sorted().compactMap { treesByIndex[$0] }
  }

  /// Terms that are linked to, from texts or from other terms, in the edition's order.
  private func glossary(linked links: inout LinkWalk) -> [Term] {
    var walked: Set<String> = []
    while true {
      let open = links.terms.subtracting(walked)
      guard !open.isEmpty else { break }
      for id in open.sorted() { if let term = terms[id] { links.add(term.definition) } }
      walked.formUnion(open)
    }
    return edition.glossary.filter { walked.contains($0.id) }
  }
}

extension Toolkit {
  /// The same toolkit with one edition, another blob and some of its media.
  fileprivate func with(_ edition: Edition, engine: [UInt8], media: [Media]) -> Toolkit {
    Toolkit(
      id: id, version: version, variant: variant, defaultLanguage: defaultLanguage,
      editions: [edition], engine: engine, media: media, packages: packages)
  }
}

extension Module {
  /// The same module with another number for the engine.
  fileprivate func numbered(_ index: Int) -> Module {
    Module(
      id: id, engineIndex: index, title: title, language: language, minutes: minutes,
      prerequisites: prerequisites, guidance: guidance, contentWarning: contentWarning,
      version: version, review: review, outcomes: outcomes, opening: opening, sections: sections)
  }
}

extension Tree {
  /// The same tree with another number for the engine.
  fileprivate func numbered(_ index: Int) -> Tree {
    Tree(
      id: id, engineIndex: index, title: title, contentWarning: contentWarning,
      introduction: introduction, nodes: nodes, language: language)
  }
}
