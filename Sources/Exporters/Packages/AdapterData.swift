import CourseModel
import HTMLRendering
import Learning

/// The data block of the learner's adapter, as docs/packages.md describes it.
struct AdapterData {
  let content: PackageContent
  let standard: PackageStandard
  let activities: PackageActivities
  let identifiers: PackageIdentifiers
  /// Ids of the objectives that a question tests, by its place.
  private let tested: [UInt64: [String]]

  init(
    content: PackageContent, standard: PackageStandard, activities: PackageActivities,
    identifiers: PackageIdentifiers
  ) {
    self.content = content
    self.standard = standard
    self.activities = activities
    self.identifiers = identifiers
    var tested: [UInt64: [String]] = [:]
    for objective in activities.objectives.prefix(standard.mostRecords?.objectives ?? .max) {
      for place in objective.activities { tested[place.key, default: []].append(objective.id) }
    }
    self.tested = tested
  }

  /// Whether schemas are in the package.
  var hasControlDocuments: Bool {
    let packages = content.toolkit.packages
    let folder = packages.folder(of: standard)
    return packages.controlDocuments.contains { $0.folder == folder }
  }

  /// The block.
  var json: JSONText {
    [
      "format": 1,
      "standard": .text(standard.rawValue),
      "edition": .text(edition),
      "toolkit": ["id": .text(content.toolkit.id), "version": .text(content.toolkit.version)],
      "package": [
        "id": .text(content.id), "kind": .text(content.module == nil ? "toolkit" : "module"),
        "language": .text(content.language.tag), "variant": .text(content.toolkit.variant.text),
      ],
      "start": .text(content.module?.text ?? "p_home"),
      "completion": [
        "files": .list(
          content.course.files.indices.filter { content.course.files[$0].isCounted }
            .map { .number($0) })
      ],
      "success": success,
      "status": standard == .scorm12 ? status : .null,
      "results": results,
      "suspend": [
        "prefix": .text(StateBudget.prefix), "mark": .number(StateBudget.markDigits(in: standard)),
        "limit": JSONText(standard.stateLimit?.characters),
        "budget": JSONText(standard.stateLimit?.budget),
        "worst": .number(StateBudget.characters(of: content.course, in: standard)),
      ],
      "limits": limits,
      "objectives": .list(objectives.map(objective)),
      "interactions": .list(questions.map(interaction) + paths.map(path)),
      "xapi": xapi,
    ]
  }

  // MARK: Objectives and interactions

  /// Objectives that every system takes.
  var objectives: ArraySlice<PackageActivities.Objective> {
    activities.objectives.prefix(standard.mostRecords?.objectives ?? .max)
  }

  /// Questions that the standard can hold.
  private var questions: [PackageActivities.QuestionPlace] {
    activities.questions.filter { place in
      switch standard.mapping(of: PackageActivity(place.question.kind)) {
      case .interaction(.choice): place.question.options.count <= standard.mostOptions
      case .interaction(.performance), .result, .lost: false
      }
    }
  }

  /// Trees that the standard can hold.
  private var paths: [Tree] {
    switch standard.mapping(of: .tree) {
    case .interaction(.performance): activities.trees
    case .interaction(.choice), .result, .lost: []
    }
  }

  /// An id as the standard takes it.
  private func id(_ folded: String) -> String {
    switch standard {
    case .scorm12, .scorm2004: folded
    case .cmi5: "\(identifiers.base)#\(folded)"
    }
  }

  private func description(_ text: String, _ language: Language) -> JSONText {
    guard let length = standard.descriptionLength else { return .null }
    let short = text.oneLine.shortened(to: length)
    return switch standard {
    case .scorm12: .null
    case .scorm2004: .text("{lang=\(language.tag)}\(short)")
    case .cmi5: .text(short)
    }
  }

  private func objective(_ objective: PackageActivities.Objective) -> JSONText {
    [
      "id": .text(id(objective.id)), "description": description(objective.text, objective.language),
      "activities": .list(objective.activities.map(pair)),
    ]
  }

  private func interaction(_ place: PackageActivities.QuestionPlace) -> JSONText {
    let question = place.question
    let tokens = question.options.indices.map(optionToken)
    let right = zip(tokens, question.options).filter(\.1.isRight).map(\.0)
    let pattern = right.joined(separator: separator)
    let isSeveral: Bool
    switch question.kind {
    case .multiple: isSeveral = true
    case .single, .trueFalse: isSeveral = false
    }
    let tested = (tested[place.place.key] ?? []).map { id($0) }
    var members: [(String, JSONText)] = [
      ("activity", pair(place.place)), ("page", .text(place.page)), ("kind", "choice"),
      ("id", .text(id(question.anchor.packageID))),
      ("type", .text(InteractionType.choice.rawValue)), ("weight", .text(String(place.weight))),
      ("objectives", JSONText(tested)),
      ("description", description(question.prompt.plainText, place.language)),
      (
        "correct",
        JSONText([standard == .scorm12 && isSeveral ? "{\(pattern)}" : pattern])
      ),
      ("response", ["tokens": JSONText(tokens), "join": .text(separator)]),
    ]
    if standard == .cmi5 {
      let choices = zip(tokens, question.options).map { token, option -> JSONText in
        ["id": .text(token), "description": text(option.text.plainText, place.language)]
      }
      members.append(
        (
          "definition",
          definition(
            .choice, question.prompt.plainText, place.language,
            [("correctResponsesPattern", JSONText([pattern])), ("choices", .list(choices))])
        ))
    }
    return .object(members)
  }

  private func path(_ tree: Tree) -> JSONText {
    let steps = tree.nodes.indices.map { step($0, of: tree) }
    let most = tree.nodes.map(\.answers.count).max() ?? 0
    let ends = tree.nodes.enumerated().filter(\.element.kind.isEnd).map { index, node in
      (String(index), JSONText.text(node.kind.rawValue))
    }
    let place = ActivityReference(file: tree.engineIndex, activity: 0)
    var members: [(String, JSONText)] = [
      ("activity", pair(place)), ("page", .text(tree.id.text)), ("kind", "path"),
      ("id", .text(id(Anchor(tree.id).packageID))),
      ("type", .text(InteractionType.performance.rawValue)), ("weight", "1"),
      ("objectives", []), ("description", description(tree.title, tree.language)),
      ("correct", []),
      (
        "response",
        [
          "steps": JSONText(steps), "answers": JSONText((0..<most).map(optionToken)),
          "ends": .object(ends), "pair": .text(standard == .scorm12 ? "" : "[.]"),
          "join": .text(separator),
        ]
      ),
    ]
    if standard == .cmi5 {
      let described = zip(steps, tree.nodes).map { step, node -> JSONText in
        ["id": .text(step), "description": text(node.title.plainText, node.language)]
      }
      members.append(
        (
          "definition",
          definition(.performance, tree.title, tree.language, [("steps", .list(described))])
        ))
    }
    return .object(members)
  }

  /// The name of a node in a path: short in SCORM 1.2, where a path has 255 characters.
  private func step(_ node: Int, of tree: Tree) -> String {
    switch standard {
    case .scorm12: String(node + 1)
    case .scorm2004, .cmi5: foldedID(tree.nodes[node].anchor.element ?? "n\(node + 1)")
    }
  }

  private var separator: String {
    switch standard {
    case .scorm12: ","
    case .scorm2004, .cmi5: "[,]"
    }
  }

  /// An xAPI definition of an interaction.
  private func definition(
    _ type: InteractionType, _ name: String, _ language: Language, _ rest: [(String, JSONText)]
  ) -> JSONText {
    .object(
      [
        ("type", "http://adlnet.gov/expapi/activities/cmi.interaction"),
        ("name", text(name, language)), ("interactionType", .text(type.rawValue)),
      ] + rest)
  }

  /// A text in its language, as xAPI has it.
  private func text(_ text: String, _ language: Language) -> JSONText {
    .object([(language.tag, .text(text.oneLine))])
  }

  /// A place as the adapter hands it to the engine.
  func pair(_ place: ActivityReference) -> JSONText {
    .list([.number(place.file), .number(place.activity)])
  }
}

extension PackageActivities {
  /// When cmi5 lets a learner go on.
  var moveOn: String { deciding.isEmpty ? "Completed" : "CompletedAndPassed" }
}
