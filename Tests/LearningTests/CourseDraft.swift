import Learning

/// A course whose parts name each other by their tags, as authors do, so that it can be edited.
struct CourseDraft {
  struct File {
    var tag: UInt16
    var sections: [Section] = []
    var activities: [Activity] = []
  }

  struct Section {
    var tag: UInt16
    var activities: [UInt16]
  }

  struct Activity {
    var tag: UInt16
    var content: Content
  }

  enum Content {
    case question(QuestionDefinition)
    case quiz(questions: [UInt16], passPercent: UInt8, tries: UInt8)
    case tree([Node])
  }

  struct Node {
    var tag: UInt16
    var kind: TreeNode.Kind
    var answers: [Target]
  }

  enum Target {
    case node(UInt16)
    case elsewhere(ActivityPlace, node: UInt16)
  }

  var files: [File]

  /// The course; tags become indexes. What is named and isn't there is an error of the test.
  func course() throws -> Course {
    try Course(
      files: files.map { file in
        CourseFile(
          tag: file.tag,
          sections: try file.sections.map { section in
            SectionDefinition(
              tag: section.tag, activities: try section.activities.map { try file.index(of: $0) })
          },
          activities: try file.activities.map { activity in
            ActivityDefinition(tag: activity.tag, content: try definition(activity.content, file))
          })
      })
  }

  private func definition(_ content: Content, _ file: File) throws -> ActivityDefinition.Content {
    switch content {
    case .question(let question):
      return .question(question)
    case .quiz(let questions, let passPercent, let tries):
      let indexes = try questions.map { try file.index(of: $0) }
      return .quiz(QuizDefinition(questions: indexes, passPercent: passPercent, tries: tries))
    case .tree(let nodes):
      return .tree(
        TreeDefinition(
          nodes: try nodes.map { node in
            TreeNode(
              tag: node.tag, kind: node.kind,
              answers: try node.answers.map { try target($0, nodes) }
            )
          }))
    }
  }

  private func target(_ target: Target, _ nodes: [Node]) throws -> TreeTarget {
    switch target {
    case .node(let tag):
      return .node(try index(of: tag, in: nodes))
    case .elsewhere(let place, let node):
      guard let file = files.firstIndex(where: { $0.tag == place.file }) else { throw NotThere() }
      let activity = try files[file].index(of: place.activity)
      guard case .tree(let others) = files[file].activities[activity].content else {
        throw NotThere()
      }
      return .elsewhere(
        ActivityReference(file: file, activity: activity), node: try index(of: node, in: others))
    }
  }

  private func index(of tag: UInt16, in nodes: [Node]) throws -> Int {
    guard let index = nodes.firstIndex(where: { $0.tag == tag }) else { throw NotThere() }
    return index
  }
}

/// An activity by the tags of its file and its own.
struct ActivityPlace: Hashable, Comparable {
  var file: UInt16
  var activity: UInt16

  static func < (left: ActivityPlace, right: ActivityPlace) -> Bool {
    (left.file, left.activity) < (right.file, right.activity)
  }
}

/// A draft names something that isn't in it.
struct NotThere: Error {}

extension CourseDraft.File {
  func index(of tag: UInt16) throws -> Int {
    guard let index = activities.firstIndex(where: { $0.tag == tag }) else { throw NotThere() }
    return index
  }
}

// MARK: - Random drafts

extension CourseDraft {
  /// The tree that answers of other trees lead to; it stays when a draft is edited.
  static let lookup = ActivityPlace(file: 9000, activity: 9001)

  /// A course of one to three modules, with questions in and outside quizzes, and trees.
  static func random(from random: inout RandomSource) -> CourseDraft {
    var tags = TagSource()
    var files = (0...random.number(below: 3)).map { _ in File.random(from: &random, &tags) }
    let nodes = [
      Node(tag: 1, kind: .question, answers: [.node(2), .node(3)]),
      Node(tag: 2, kind: .emergency, answers: []), Node(tag: 3, kind: .end, answers: []),
    ]
    let tree = Activity(tag: lookup.activity, content: .tree(nodes))
    files.insert(
      File(tag: lookup.file, activities: [tree]), at: random.number(below: files.count + 1))
    return CourseDraft(files: files)
  }
}

/// Tags that are used once; what an edit adds has none that was there before.
struct TagSource {
  private var last: UInt16

  init(from first: UInt16 = 10_000) {
    last = first
  }

  mutating func next() -> UInt16 {
    last += 7
    return last
  }
}

extension CourseDraft.File {
  static func random(from random: inout RandomSource, _ tags: inout TagSource) -> Self {
    var file = CourseDraft.File(tag: tags.next())
    for _ in 0...random.number(below: 6) {
      let question = QuestionDefinition.random(from: &random, &tags)
      file.activities.append(.init(tag: tags.next(), content: .question(question)))
    }
    if random.number(below: 3) > 0 {
      let questions = file.activities.map(\.tag).filter { _ in random.flag() }
      let tries = UInt8([0, 0, 1, 3][random.number(below: 4)])
      if !questions.isEmpty {
        let content = CourseDraft.Content.quiz(
          questions: questions, passPercent: UInt8(random.number(below: 101)), tries: tries)
        file.activities.append(.init(tag: tags.next(), content: content))
      }
    }
    for _ in 0..<random.number(below: 3) {
      file.activities.append(
        .init(tag: tags.next(), content: .tree(CourseDraft.nodes(from: &random, &tags))))
    }
    file.activities.shuffle(using: &random)
    for _ in 0..<random.number(below: 4) {
      let activities = file.activities.map(\.tag).filter { _ in random.number(below: 3) == 0 }
      // A section and an activity may share a tag.
      let tag = random.flag() ? tags.next() : file.activities[0].tag
      guard !file.sections.contains(where: { $0.tag == tag }) else { continue }
      file.sections.append(.init(tag: tag, activities: activities))
    }
    return file
  }
}

extension CourseDraft {
  static func nodes(from random: inout RandomSource, _ tags: inout TagSource) -> [Node] {
    let own = (0...random.number(below: 6)).map { _ in tags.next() }
    return own.enumerated().map { number, tag in
      let isEnd = number > 0 && random.number(below: 3) == 0
      let answers = (0..<(isEnd ? 0 : 1 + random.number(below: 4))).map { _ in
        random.number(below: 6) == 0
          ? Target.elsewhere(lookup, node: UInt16(1 + random.number(below: 3)))
          : .node(own[random.number(below: own.count)])
      }
      return Node(tag: tag, kind: isEnd ? .end : .question, answers: answers)
    }
  }
}

extension QuestionDefinition {
  static func random(
    from random: inout RandomSource, _ tags: inout TagSource
  ) -> QuestionDefinition {
    let kinds: [Kind] = [.single, .multiple, .multiple, .trueFalse]
    let kind = kinds[random.number(below: kinds.count)]
    let count = kind == .trueFalse ? 2 : 2 + random.number(below: 6)
    let many = 1 + UInt64(random.number(below: (1 << count) - 1))
    return QuestionDefinition(
      kind: kind, optionTags: (0..<count).map { _ in tags.next() },
      correct: kind == .multiple ? many : 1 << UInt64(random.number(below: count)),
      isCritical: random.flag(), partialCredit: random.flag(),
      tries: UInt8(random.number(below: 4)), weight: UInt8(random.number(below: 3)))
  }
}
