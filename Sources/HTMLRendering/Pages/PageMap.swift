internal import CourseModel

/// The forms of the same pages.
package enum PageForm: String, Sendable {
  /// One document holds all pages, and everything that they need.
  case file
  /// One document holds all pages; scripts, styles and media stand beside it.
  case package
  /// One document per page.
  case site
  /// One document per page, without scripts; pages link to each other.
  case plain
  /// One document per page, without scripts; pages link to nothing but themselves and outside.
  case alone

  /// Whether pages are read without scripts.
  var isStill: Bool {
    switch self {
    case .file, .package, .site: false
    case .plain, .alone: true
    }
  }
}

/// Pages that belong to every toolkit.
///
/// Their ids have an underscore, which authors' ids never have.
enum OwnPage: String {
  case home = "p_home"
  case glossary = "p_glossary"
  case sources = "p_sources"
  case support = "p_support"
  case progress = "p_progress"
}

/// Which page each place of an edition is on, and the address of a place seen from a page.
struct PageMap: Sendable {
  /// One document or many.
  let form: PageForm
  /// The id of the page that one begins with: the start page, or the cover of a package's module.
  let home: String
  private let places: Places

  /// What is where. In an object, since every page has a map of its own.
  private final class Places: Sendable {
    /// What each module has for its readers, by the module.
    private let modules: [FileID: ModuleSummary]
    /// Pages of the places in trees.
    private let trees: [Anchor: String]
    private let absent: Set<String>
    /// Ids of questions that quizzes list, where they differ from the author's.
    let listedQuestions: [ModuleSummary.Listed: String]
    let terms: Set<String>
    let sources: Set<String>
    /// Where publications are found, for pages without a list of them.
    let published: [String: String]
    let hasSupport: Bool

    init(_ edition: Edition, _ summaries: [ModuleSummary], form: PageForm, absent: Set<String>) {
      terms = Set(edition.glossary.map(\.id))
      sources = Set(edition.guidance.map(\.id))
      published =
        form.isStill
        ? Dictionary(
          edition.guidance.compactMap { entry in
            entry.address.flatMap { OutsideAddress.isAllowed($0) ? (entry.id, $0) : nil }
          }, uniquingKeysWith: { first, _ in first })
        : [:]
      hasSupport = !edition.support.isEmpty
      var listed: [ModuleSummary.Listed: String] = [:]
      for entry in summaries.lazy.flatMap(\.listed) {
        listed[entry] = "\(entry.quiz.htmlID)_\(entry.question.htmlID)"
      }
      listedQuestions = listed
      modules = Dictionary(
        zip(edition.modules.lazy.map(\.id), summaries), uniquingKeysWith: { first, _ in first })
      trees = Dictionary(
        edition.trees.flatMap { tree in
          ([Anchor(tree.id)] + tree.nodes.map(\.anchor)).map { ($0, tree.id.text) }
        }, uniquingKeysWith: { first, _ in first })
      self.absent = absent
    }

    /// Page of a place; nil where the audience has no such place.
    func page(of place: Anchor) -> String? {
      guard let page = modules[place.file]?.pages[place] ?? trees[place], !absent.contains(page)
      else { return nil }
      return page
    }

    /// Ids of the pages that places are on.
    var allPages: Set<String> {
      var pages = Set(trees.values)
      for summary in modules.values { pages.formUnion(summary.places.lazy.map(\.page)) }
      return pages.subtracting(absent)
    }
  }

  /// Remembers what a page asks; nil where nobody wants to know.
  private var trace: PageTrace?

  /// Gathers the places of an edition; `summaries` are those of its modules, in their order.
  /// - Parameters:
  ///   - home: the module that stands alone, without a start page; nil for a toolkit.
  ///   - absent: ids of pages that there are none of, though their sections exist.
  init(
    _ edition: Edition, _ summaries: [ModuleSummary], form: PageForm, home: FileID? = nil,
    absent: Set<String> = []
  ) {
    self.form = form
    self.home = home?.text ?? OwnPage.home.rawValue
    places = Places(edition, summaries, form: form, absent: absent)
  }

  /// The same map, remembering what a page asks.
  func traced(_ trace: PageTrace?) -> PageMap {
    var map = self
    map.trace = trace
    return map
  }

  /// The HTML id of a question inside a quiz.
  func id(of question: Anchor, in quiz: Anchor) -> String {
    // Both stand in the page's own module, so there is nothing to remember.
    places.listedQuestions[.init(quiz: quiz, question: question)] ?? question.htmlID
  }

  /// The address of a place, seen from a page; nil when the audience has no such place.
  func address(of place: Anchor, from page: String?) -> String? {
    trace?.note(.place(place))
    guard let target = places.page(of: place), form != .alone || target == page else { return nil }
    let id = place.htmlID
    return address(of: id, on: target, from: page)
  }

  /// The ids of all pages.
  var allPages: Set<String> {
    let own: [OwnPage] = [.home, .glossary, .sources, .support, .progress]
    return places.allPages.union(
      own.filter { address(of: $0, from: nil) != nil }.map(\.rawValue))
  }

  /// The id of the page that a place is on.
  func page(of place: Anchor) -> String? {
    trace?.note(.place(place))
    return places.page(of: place)
  }

  /// The address of one of the toolkit's own pages; nil when this toolkit doesn't have it.
  func address(of page: OwnPage, from current: String?) -> String? {
    trace?.note(.ownPages)
    let exists =
      switch page {
      case .home, .progress: !form.isStill
      case .glossary: !places.terms.isEmpty
      case .sources: !places.sources.isEmpty && !form.isStill
      case .support: places.hasSupport
      }
    let id = page == .home ? home : page.rawValue
    return exists && form != .alone ? address(of: id, on: id, from: current) : nil
  }

  /// Whether the glossary has a term.
  func hasTerm(_ id: String) -> Bool { places.terms.contains(id) }
  /// Whether the register has an entry.
  func hasSource(_ id: String) -> Bool { places.sources.contains(id) }

  /// The address of a term's explanation; nil when the glossary lacks it.
  func address(ofTerm id: String, from page: String?) -> String? {
    trace?.note(.hasTerm(id))
    guard places.terms.contains(id) else { return nil }
    // Every page explains its own.
    if form.isStill { return "#term_\(id)" }
    return address(of: "term_\(id)", on: OwnPage.glossary.rawValue, from: page)
  }

  /// The address of an entry of the register; nil when the register lacks it.
  func address(ofSource id: String, from page: String?) -> String? {
    trace?.note(.hasSource(id))
    guard places.sources.contains(id) else { return nil }
    if form.isStill { return places.published[id] }
    return address(of: "source_\(id)", on: OwnPage.sources.rawValue, from: page)
  }

  /// The address of an element on a page.
  func address(of id: String, on page: String, from current: String?) -> String {
    switch form {
    case .file, .package, .alone: "#\(id)"
    case .site, .plain:
      if page == current {
        "#\(id)"
      } else if id == page {
        Self.fileName(of: page)
      } else {
        "\(Self.fileName(of: page))#\(id)"
      }
    }
  }

  /// The name of a page's file on a site.
  static func fileName(of page: String) -> String {
    if page == OwnPage.home.rawValue { return "index.html" }
    // An author may call a module `index`; own names have an underscore, so this one is free.
    return page == "index" ? "index_.html" : "\(page).html"
  }
}
