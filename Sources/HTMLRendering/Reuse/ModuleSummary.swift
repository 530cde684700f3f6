internal import CourseModel

/// What other pages than a module's own show of it: enough to build everything around a module
/// whose text isn't in memory.
final class ModuleSummary: Sendable {
  /// A section that learners see.
  struct Section: Sendable, Hashable {
    let id: String
    let title: String
    let language: Language
  }

  /// A question that a quiz lists a second time.
  struct Listed: Sendable, Hashable {
    let quiz: Anchor
    let question: Anchor
  }

  let sections: [Section]
  /// The page of every place in it; of two entries for one place the later one counts.
  let places: [(place: Anchor, page: String)]
  /// The same, to look places up.
  let pages: [Anchor: String]
  let listed: [Listed]
  /// Numbers for its card.
  let questions, trees: Int
  /// Its entry in a site's course data, before and behind its number in the engine.
  let course: (before: [UInt8], behind: [UInt8])
  /// Changes with everything above.
  let hash: UInt64

  /// Gathers the parts.
  init(
    sections: [Section], places: [(place: Anchor, page: String)], listed: [Listed],
    questions: Int, trees: Int, course: (before: [UInt8], behind: [UInt8])
  ) {
    self.sections = sections
    self.places = places
    pages = Dictionary(places.map { ($0.place, $0.page) }, uniquingKeysWith: { _, later in later })
    self.listed = listed
    self.questions = questions
    self.trees = trees
    self.course = course
    var hash = StableHash()
    for section in sections {
      hash.add(section.id)
      hash.add(section.title)
      hash.add(section.language.tag)
    }
    for (place, page) in places {
      hash.add(place.file.text)
      hash.add(place.element)
      hash.add(page)
    }
    for entry in listed {
      hash.add(entry.quiz.htmlID)
      hash.add(entry.question.htmlID)
    }
    for number in [sections.count, places.count, listed.count, questions, trees] {
      hash.add(number)
    }
    self.hash = hash.value
  }

  /// Reads a module, which brings its text into memory.
  convenience init(_ module: Module, audience: Audience) {
    let sections = module.sections(for: audience)
    var places = Places()
    places.add(module, sections, audience)
    let facts = ModuleFacts(module, audience: audience)
    self.init(
      sections: sections.map {
        Section(id: $0.anchor.htmlID, title: $0.title.plainText, language: $0.language)
      },
      places: places.found, listed: places.listed, questions: facts.questions,
      trees: facts.trees, course: CourseData.siteEntry(of: module, sections, audience))
  }

  /// The summaries of all modules of an edition, in their order.
  /// - Parameter memory: where they are kept from one build to the next.
  static func all(
    _ edition: Edition, _ audience: Audience, _ memory: PageMemory?
  ) -> [ModuleSummary] {
    edition.modules.inParallel { module in
      memory?.summary(of: module, for: audience) ?? ModuleSummary(module, audience: audience)
    }
  }

  /// Finds out on which page each place of a module is.
  private struct Places {
    var found: [(place: Anchor, page: String)] = []
    var listed: [Listed] = []
    private var known: Set<Anchor> = []

    private mutating func add(_ place: Anchor, _ page: String) {
      found.append((place, page))
      known.insert(place)
    }

    mutating func add(_ module: Module, _ sections: [CourseModel.Section], _ audience: Audience) {
      let cover = module.id.text
      add(Anchor(module.id), cover)
      for outcome in module.outcomes { add(Anchor(module.id, outcome.id), cover) }
      for section in sections { addBlocks(of: section, audience) }
      for section in sections { addQuiz(of: section) }
    }

    private mutating func addBlocks(of section: CourseModel.Section, _ audience: Audience) {
      let page = section.anchor.htmlID
      add(section.anchor, page)
      BlockWalk.visit(section.blocks, for: audience) { block in
        switch block {
        case .heading(_, let anchor, _): if let anchor { add(anchor, page) }
        case .callout(let callout): if let anchor = callout.anchor { add(anchor, page) }
        case .question(let question): add(question.anchor, page)
        case .prose, .figure, .steps, .tree, .passage: break
        }
      }
    }

    /// A quiz may list a question that stands elsewhere; its second copy needs an id of its own.
    private mutating func addQuiz(of section: CourseModel.Section) {
      guard case .quiz(let quiz) = section.kind else { return }
      add(quiz.anchor, section.anchor.htmlID)
      for question in quiz.questions {
        if known.contains(question.anchor) {
          listed.append(Listed(quiz: quiz.anchor, question: question.anchor))
        } else {
          add(question.anchor, section.anchor.htmlID)
        }
      }
    }
  }
}
