import CourseModel
import Diagnostics
import Learning

/// Says what is wrong with a package, and what of its content the standard can't hold.
struct PackageReview {
  let content: PackageContent
  let standard: PackageStandard
  let activities: PackageActivities
  /// Whether what is the same in every language is to be said; it is said for one language only.
  let isFirst: Bool

  /// Media of a package beyond this many bytes are worth a warning: many systems and connections
  /// refuse larger uploads.
  static let largestMedia = 20_000_000

  init(content: PackageContent, standard: PackageStandard, isFirst: Bool) {
    self.content = content
    self.isFirst = isFirst
    self.standard = standard
    activities = PackageActivities(content)
  }

  /// Everything about a module's package.
  func findings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if isFirst {
      if let problem = stateProblem() { findings.append(problem) }
      findings += clashingIDs() + completion() + lost() + recordLimits()
    }
    return findings + content.largeMedia(path: path) + content.longTitle(path: path) + shortened()
  }

  /// The file that a finding is about.
  private var path: String {
    content.module.map { "modules/\($0)/\(content.language).md" } ?? "toolkit.yml"
  }

  // MARK: State

  /// That a learner's state could get too large; nil when it can't.
  func stateProblem() -> Diagnostic? {
    guard let limit = standard.stateLimit else { return nil }
    let characters = StateBudget.characters(of: content.course, in: standard)
    guard characters > limit.budget else { return nil }
    let dearest = StateBudget.dearest(content, activities)
      .map { "`\($0.id)` \($0.characters)" }.joined(separator: ", ")
    return Diagnostic(
      .stateTooLarge, path: path,
      "A learner's work in the package `\(content.id)` for \(standard.title) could need "
        + "\(characters) characters; \(limit.budget) are safe.",
      help: "Split it, or take something out. What needs most: \(dearest).")
  }

  /// That the package of everything isn't made.
  func leftOut() -> Diagnostic {
    let characters = StateBudget.characters(of: content.course, in: standard)
    return Diagnostic(
      .toolkitPackageLeftOut, path: "toolkit.yml",
      "There is no package of the whole toolkit for \(standard.title): a learner's work could need "
        + "\(characters) characters; \(standard.stateLimit?.budget ?? 0) are safe.",
      help: "Use the packages of the modules. `whole-toolkit: never` under `packages:` stops this "
        + "note.")
  }

  // MARK: Ids

  private func clashingIDs() -> [Diagnostic] {
    let anchors =
      activities.questions.map(\.question.anchor) + activities.trees.map { Anchor($0.id) }
    let outcomes = content.edition.modules.flatMap { module in
      module.outcomes.map { Anchor(module.id, $0.id) }
    }
    let nodes = activities.trees.flatMap { clashes($0.nodes.map(\.anchor)) }
    return (clashes(anchors) + clashes(outcomes) + nodes).map { first, second in
      Diagnostic(
        .idsClashInPackage, path: path,
        "The ids `\(first)` and `\(second)` are the same to a learning system, which sees "
          + "`\(second.packageID)` in both.",
        help: "Change one of them, for example to `\(second.element ?? second.file.text)-2`.")
    }
  }

  private func clashes(_ anchors: [Anchor]) -> [(Anchor, Anchor)] {
    var known: [String: Anchor] = [:]
    var pairs: [(Anchor, Anchor)] = []
    for anchor in anchors {
      if let first = known[anchor.packageID], first != anchor { pairs.append((first, anchor)) }
      known[anchor.packageID] = anchor
    }
    return pairs
  }

  // MARK: Completion

  private func completion() -> [Diagnostic] {
    let counted = content.course.files.filter { file in
      file.isCounted && file.sections.contains(where: \.isCounted)
    }
    if counted.isEmpty {
      return [
        Diagnostic(
          .nothingToComplete, path: path,
          "The package `\(content.id)` has nothing for learners to complete.",
          help: "Add a section for learners, with a heading of the second level: `## …`.")
      ]
    }
    let settings = content.toolkit.packages
    let wantsPass = settings.isStatusChosen && settings.status != .completed
    guard standard == .scorm12, wantsPass, activities.deciding.isEmpty else { return [] }
    return [
      Diagnostic(
        .passMarkWithoutQuiz, path: path,
        "toolkit.yml asks for `status: \(settings.status.rawValue)`, but the module `\(content.id)` "
          + "has no quiz that can be passed. It is reported as completed.",
        help: "Give its quiz a mark: `{.quiz pass=80}`.")
    ]
  }

  // MARK: What doesn't fit

  private func lost() -> [Diagnostic] {
    let kinds = activities.questions.map { place in
      (place.question.anchor.description, PackageActivity(place.question.kind))
    }
    let trees = activities.trees.map { ($0.id.text, PackageActivity.tree) }
    let deciding = activities.deciding.isEmpty ? [] : [(content.id, PackageActivity.quiz)]
    let unmapped = (kinds + trees + deciding).compactMap { id, activity -> Diagnostic? in
      switch standard.mapping(of: activity) {
      case .interaction, .result: nil
      case .lost(let reason): loss(id, activity, reason)
      }
    }
    let long = activities.questions.filter { $0.question.options.count > standard.mostOptions }
    return unmapped
      + long.map { place in
        loss(
          place.question.anchor.description, PackageActivity(place.question.kind),
          "it has \(place.question.options.count) options, and a choice has \(standard.mostOptions)"
        )
      }
  }

  private func loss(_ id: String, _ activity: PackageActivity, _ reason: String) -> Diagnostic {
    Diagnostic(
      .lostInPackage, path: path,
      "`\(id)` is \(activity.words) that \(standard.title) has no record for: \(reason).",
      help: "Learners can use it all the same. Only the administrator's report lacks it.")
  }

  /// That there are more records than every system takes.
  func recordLimits() -> [Diagnostic] {
    guard let most = standard.mostRecords, isFirst else { return [] }
    let interactions = activities.questions.count + activities.trees.count
    var found: [Diagnostic] = []
    if interactions > most.interactions {
      found.append(tooMany("questions and trees", interactions, most.interactions))
    }
    if activities.objectives.count > most.objectives {
      found.append(tooMany("outcomes", activities.objectives.count, most.objectives))
    }
    return found
  }

  private func tooMany(_ what: String, _ count: Int, _ most: Int) -> Diagnostic {
    Diagnostic(
      .tooManyRecords, path: path,
      "The package `\(content.id)` has \(count) \(what); systems for \(standard.title) must keep "
        + "records of \(most) only. The rest isn't reported.",
      help: "Use the packages of the modules.")
  }

  private func shortened() -> [Diagnostic] {
    guard let length = standard.descriptionLength else { return [] }
    let texts =
      activities.questions.map { ($0.question.anchor.description, $0.question.prompt.plainText) }
      + activities.objectives.map { ($0.id, $0.text) }
      + activities.trees.map { ($0.id.text, $0.title) }
    return texts.filter { $1.oneLine.utf16.count > length }.map { id, text in
      Diagnostic(
        .shortenedInPackage, path: path,
        "The words of `\(id)` have \(text.oneLine.utf16.count) characters; \(standard.title) shows "
          + "\(length) of them to an administrator.",
        help: "Learners read it whole. Put what explains a question under its heading.")
    }
  }
}

extension PackageContent {
  /// Characters of a title that every learning system keeps: columns of 255 are common, and some
  /// put words of their own beside it.
  static let longestTitle = 200

  /// That a title is cut in learning systems.
  /// - Parameter path: the file that a finding is about.
  func longTitle(path: String) -> [Diagnostic] {
    let length = title.oneLine.utf16.count
    guard length > Self.longestTitle else { return [] }
    return [
      Diagnostic(
        .longTitleInPackage, path: path,
        "The title of the package `\(id)` has \(length) characters; learning systems get "
          + "\(Self.longestTitle) of them.",
        help: "Learners read it whole in the page. Make `title` shorter.")
    ]
  }

  /// That pictures and sounds make a package large.
  /// - Parameter path: the file that a finding is about.
  func largeMedia(path: String) -> [Diagnostic] {
    let size = toolkit.media.reduce(0) { $0 + $1.bytes.count }
    guard size > PackageReview.largestMedia else { return [] }
    let largest = toolkit.media.max { $0.bytes.count < $1.bytes.count }
    return [
      Diagnostic(
        .packageMediaTooLarge, path: path,
        "Pictures and sounds make the package `\(id)` \(size / 1_000_000) MB large. Many "
          + "learning systems refuse more than \(PackageReview.largestMedia / 1_000_000) MB.",
        help: "Make the largest smaller: `\(largest?.path ?? "")`.")
    ]
  }
}
