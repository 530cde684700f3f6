internal import CourseModel
internal import Crypto
internal import Learning

extension EngineDraft {
  /// The byte in front of an activity.
  private enum Mark: UInt8 {
    case question, quiz, tree
  }

  /// A digest of everything that the engine must know of some files, by their drafts as bytes; nil
  /// when one of them can't be written down.
  static func digest(of drafts: some Sequence<[UInt8]?>) -> ContentDigest? {
    var hash = SHA256()
    for draft in drafts {
      guard let bytes = draft else { return nil }
      withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: bytes)
    }
    return ContentDigest(Array(hash.finalize()))
  }

  /// The draft as bytes; nil when its activities don't fit together, which the engine builder
  /// reports.
  func encoded() -> [UInt8]? {
    var writer = ByteWriter()
    writer.text(file.text)
    writer.count(sections.count)
    for section in sections {
      writer.text(section.id)
      writer.flag(section.isCounted)
      writer.count(section.activities.count)
      for activity in section.activities { writer.count(activity) }
      writer.count(section.trees.count)
      for tree in section.trees { writer.text(tree.text) }
    }
    var definitions: [ActivityDefinition] = []
    writer.count(activities.count)
    for (number, activity) in activities.enumerated() {
      writer.text(activity.id)
      switch activity.content {
      case .question(let question):
        writer.byte(Mark.question.rawValue)
        definitions.append(.init(tag: UInt16(clamping: number), content: .question(question)))
      case .quiz(let quiz):
        writer.byte(Mark.quiz.rawValue)
        definitions.append(.init(tag: UInt16(clamping: number), content: .quiz(quiz)))
      case .tree(let nodes):
        writer.byte(Mark.tree.rawValue)
        nodes.encode(to: &writer)
      }
    }
    // Questions and quizzes have the engine's own codec; they refer to each other only.
    guard let course = try? Course(files: [CourseFile(tag: 0, activities: definitions)]) else {
      return nil
    }
    writer.block(course.encoded())
    return writer.bytes
  }
}

extension [EngineDraft.TreeNodeDraft] {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.count(count)
    for node in self {
      writer.text(node.id)
      writer.text(node.kind.rawValue)
      writer.count(node.answers.count)
      for answer in node.answers {
        writer.text(answer.file.text)
        writer.flag(answer.element != nil)
        writer.text(answer.element ?? "")
      }
    }
  }
}

extension EngineDraft {
  /// Reads such bytes, of a file without trees.
  init(encoded bytes: [UInt8]) throws(CodecError) {
    var reader = ByteReader(bytes)
    self.init(file: FileID(try reader.text()))
    sections = try reader.list { reader throws(CodecError) in
      SectionDraft(
        id: try reader.text(), isCounted: try reader.flag(),
        activities: try reader.list { reader throws(CodecError) in
          try reader.number(upTo: CourseLimits.entries)
        },
        trees: try reader.list { reader throws(CodecError) in FileID(try reader.text()) })
    }
    let kinds = try reader.list { reader throws(CodecError) in
      (id: try reader.text(), mark: Mark(rawValue: try reader.byte()))
    }
    let course = try Course.decode(try reader.block(upTo: CourseLimits.bytes))
    try reader.finish()
    let definitions = course.files.first?.activities ?? []
    guard definitions.count == kinds.count else { throw .inconsistent }
    for (entry, definition) in zip(kinds, definitions) {
      switch definition.content {
      case .question(let question):
        guard entry.mark == .question else { throw .inconsistent }
        _ = add(entry.id, .question(question))
      case .quiz(let quiz):
        guard entry.mark == .quiz else { throw .inconsistent }
        _ = add(entry.id, .quiz(quiz))
      case .tree: throw .inconsistent
      }
    }
  }
}
