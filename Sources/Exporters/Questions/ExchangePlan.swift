import CourseModel
import Diagnostics
import HTMLRendering
import Learning

/// Decides which packages a toolkit has in a standard of exchange, and says what is wrong with them
/// before any is made.
struct ExchangePlan {
  let toolkit: Toolkit
  let standard: ExchangeStandard

  /// The packages, edition by edition, and everything there is to say. What is the same in every
  /// language is said for the first one.
  func packages() -> ([PackageContent], [Diagnostic]) {
    guard let course = try? Course.decode(toolkit.engine) else {
      return ([], [broken("its engine blob can't be read")])
    }
    var contents: [PackageContent] = []
    var diagnostics: [Diagnostic] = []
    for (number, edition) in toolkit.editions.enumerated() {
      let cutter = PackageCutter(edition, of: toolkit, course: course)
      let first = contents.count
      // A module without a text in the language would be the package of another language again.
      for module in edition.modules where module.language == edition.language {
        guard let content = try? cutter.package(of: module) else {
          diagnostics.append(broken("the engine doesn't know what `\(module.id)` plays"))
          continue
        }
        let review = ExchangeReview(content: content, standard: standard)
        if number == 0, !review.isMade { diagnostics.append(review.nothing()) }
        diagnostics += content.largeMedia(path: review.path)
        guard review.isMade else { continue }
        diagnostics += content.longTitle(path: review.path)
        contents.append(content)
      }
      guard contents.count > first else { continue }
      let whole = cutter.whole()
      if number == 0 {
        let review = ExchangeReview(content: whole, standard: standard)
        diagnostics += review.clashes() + review.losses()
      }
      switch toolkit.packages.wholeToolkit {
      case .never: break
      case .always: contents.append(whole)
      case .ifItFits:
        let review = ExchangeReview(content: whole, standard: standard)
        if review.documents <= ExchangeReview.mostDocuments {
          contents.append(whole)
        } else if number == 0 {
          diagnostics.append(review.leftOut())
        }
      }
    }
    return (contents, diagnostics + PackagePlan.clashes(contents) + PackagePlan.once(toolkit))
  }

  private func broken(_ reason: String) -> Diagnostic {
    PackagePlan.broken(reason, standard.title)
  }
}

/// Says what is wrong with a package, and what of its content the standard can't hold.
struct ExchangeReview {
  let content: PackageContent
  let standard: ExchangeStandard
  private let activities: PackageActivities

  init(content: PackageContent, standard: ExchangeStandard) {
    self.content = content
    self.standard = standard
    activities = PackageActivities(content)
  }

  /// The file that a finding is about.
  var path: String {
    content.module.map { "modules/\($0)/\(content.language).md" } ?? "toolkit.yml"
  }

  /// Whether there is anything to put into the package.
  var isMade: Bool {
    switch standard {
    case .cartridge: true
    case .questions: !activities.questions.isEmpty
    }
  }

  /// That there is no package.
  func nothing() -> Diagnostic {
    Diagnostic(
      .noQuestionsForPackage, path: path,
      "The module `\(content.id)` has no questions, so there is no package of it for "
        + "\(standard.title).",
      help: "Nothing, if it needs none. Else write some: `### … {#q-say .single}`.")
  }

  /// Documents of a package that systems import without trouble, and that can be checked.
  static let mostDocuments = 5000

  /// About how many documents the package has.
  var documents: Int {
    switch standard {
    case .cartridge:
      let sections = content.edition.modules.reduce(0) { $0 + $1.sections(for: .learner).count }
      // A section may be a page and a quiz.
      return content.edition.modules.count + 2 * sections + content.edition.trees.count
        + content.edition.guidance.count
    case .questions: return activities.questions.count
    }
  }

  /// That the package of everything isn't made.
  func leftOut() -> Diagnostic {
    Diagnostic(
      .toolkitPackageLeftOut, path: "toolkit.yml",
      "There is no package of the whole toolkit for \(standard.title): it would have \(documents) "
        + "documents; \(Self.mostDocuments) are safe.",
      help: "Use the packages of the modules. `whole-toolkit: never` under `packages:` stops this "
        + "note.")
  }

  /// Places whose files would differ only in large and small letters: on many disks one replaces
  /// the other.
  func clashes() -> [Diagnostic] {
    var known: [String: Anchor] = [:]
    var found: [Diagnostic] = []
    for anchor in places {
      let name = anchor.htmlID.lowercased()
      if let first = known[name], first != anchor {
        found.append(
          Diagnostic(
            .idsClashInPackage, path: path,
            "The ids `\(first)` and `\(anchor)` are the same to a learning system, which sees "
              + "`\(name)` in both.",
            help: "Change one of them, for example to `\(anchor.element ?? anchor.file.text)-2`."))
      }
      known[name] = anchor
    }
    return found
  }

  private var places: [Anchor] {
    let edition = content.edition
    let modules = edition.modules.flatMap { module in
      [Anchor(module.id)] + module.sections(for: .learner).map(\.anchor)
    }
    return modules + edition.trees.map { Anchor($0.id) }
      + activities.questions.map(\.question.anchor)
  }

  // MARK: Losses

  /// One note for everything of a kind that loses the same.
  func losses() -> [Diagnostic] {
    PackageActivity.allCases.compactMap { activity in
      guard let loss = standard.loss(of: activity) else { return nil }
      let ids = places(losing: activity)
      guard !ids.isEmpty else { return nil }
      let list = ids.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      let more = ids.count > 5 ? " and \(ids.count - 5) more" : ""
      return Diagnostic(
        .lessInPackage, path: path,
        "In packages for \(standard.title), \(list + more) \(ids.count == 1 ? "is" : "are") "
          + "less than in the toolkit: \(loss).",
        help: "Nothing, if that is enough. Packages for SCORM and cmi5 lose nothing of it.")
    }
  }

  /// The places of a kind that have something to lose.
  private func places(losing activity: PackageActivity) -> [Anchor] {
    switch activity {
    case .single, .multiple, .trueFalse:
      activities.questions.filter { place in
        PackageActivity(place.question.kind) == activity && hasShares(place)
      }.map(\.question.anchor)
    case .quiz: quizzes.filter(losesSomething).map(\.anchor)
    case .tree: activities.trees.map { Anchor($0.id) }
    }
  }

  private func hasShares(_ place: PackageActivities.QuestionPlace) -> Bool {
    guard case .question(let question)? = content.course.activity(place.place)?.content else {
      return false
    }
    return question.partialCredit && question.correct.nonzeroBitCount > 1
  }

  private var quizzes: [Quiz] {
    content.edition.modules.flatMap { $0.sections(for: .learner) }.compactMap { section in
      switch section.kind {
      case .quiz(let quiz): quiz
      case .reading, .session: nil
      }
    }
  }

  private func losesSomething(_ quiz: Quiz) -> Bool {
    switch standard {
    case .cartridge: quiz.passPercent != nil || !quiz.advice.isEmpty
    case .questions: quiz.tries > 0
    }
  }
}
