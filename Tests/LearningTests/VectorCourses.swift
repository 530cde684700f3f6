import Learning

extension Course {
  /// Builds a course from its description in a vector file.
  init(_ json: JSONValue) throws(CourseProblem) {
    try self.init(files: (json["files"]?.list ?? []).map { CourseFile($0) })
  }
}

extension CourseFile {
  fileprivate init(_ json: JSONValue) {
    self.init(
      tag: tagOfID(json), isCounted: json["counted"] != .flag(false),
      sections: (json["sections"]?.list ?? []).map { section in
        SectionDefinition(
          tag: tagOfID(section), activities: numbers(section["activities"]),
          elsewhere: (section["elsewhere"]?.list ?? []).map {
            ActivityReference(file: $0.list[0].number, activity: $0.list[1].number)
          }, isCounted: section["counted"] != .flag(false))
      },
      activities: (json["activities"]?.list ?? []).map { ActivityDefinition($0) })
  }
}

/// The tag of the id that a described thing has.
private func tagOfID(_ json: JSONValue) -> UInt16 { ActivityTag.of((json["id"]?.text ?? "").utf8) }

private func numbers(_ json: JSONValue?) -> [Int] { (json?.list ?? []).map(\.number) }

extension ActivityDefinition {
  fileprivate init(_ json: JSONValue) {
    if let question = json["question"] {
      self.init(tag: tagOfID(json), content: .question(QuestionDefinition(question)))
    } else if let quiz = json["quiz"] {
      self.init(tag: tagOfID(json), content: .quiz(QuizDefinition(quiz)))
    } else {
      self.init(
        tag: tagOfID(json),
        content: .tree(
          TreeDefinition(nodes: (json["tree"]?["nodes"]?.list ?? []).map(TreeNode.init))))
    }
  }
}

extension QuestionDefinition {
  fileprivate init(_ json: JSONValue) {
    let kinds: [String: Kind] = ["single": .single, "multiple": .multiple, "trueFalse": .trueFalse]
    self.init(
      kind: kinds[json["kind"]?.text ?? ""] ?? .single,
      optionTags: ActivityTag.ofOptions(
        (json["options"]?.list ?? []).map { [UInt8]($0.text.utf8) }),
      correct: numbers(json["correct"]).reduce(0) { $0 | 1 << UInt64($1) },
      isCritical: json["critical"]?.isTrue ?? false,
      partialCredit: json["partial"]?.isTrue ?? false,
      tries: UInt8(json["tries"]?.number ?? 0), weight: UInt8(json["weight"]?.number ?? 1))
  }
}

extension QuizDefinition {
  fileprivate init(_ json: JSONValue) {
    self.init(
      questions: numbers(json["questions"]), passPercent: UInt8(json["pass"]?.number ?? 0),
      tries: UInt8(json["tries"]?.number ?? 0),
      advice: (json["advice"]?.list ?? []).map {
        AdviceBand(from: UInt8($0.list[0].number), to: UInt8($0.list[1].number))
      })
  }
}

extension TreeNode {
  fileprivate init(_ json: JSONValue) {
    let kinds: [String: Kind] = [
      "question": .question, "step": .step, "end": .end, "today": .today, "emergency": .emergency,
    ]
    self.init(
      tag: tagOfID(json), kind: kinds[json["kind"]?.text ?? ""] ?? .question,
      answers: (json["answers"]?.list ?? []).map { answer in
        guard case .object = answer else { return .node(answer.number) }
        return .elsewhere(
          ActivityReference(
            file: answer["file"]?.number ?? -1, activity: answer["activity"]?.number ?? -1),
          node: answer["node"]?.number ?? -1)
      })
  }
}
