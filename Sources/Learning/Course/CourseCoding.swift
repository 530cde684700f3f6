// The engine blob: a course as bytes.
//
//   mark 0xA6, version 1, files, CRC-32 of everything before it
//
// docs/engine.md has the layout of each part.

extension Course {
  /// First byte of an engine blob.
  static let mark: UInt8 = 0xA6
  /// Version of the blob's layout.
  static let version: UInt8 = 1

  /// The engine blob.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(Course.mark)
    writer.byte(Course.version)
    writer.count(files.count)
    for file in files {
      file.encode(to: &writer)
    }
    writer.checksum()
    return writer.bytes
  }

  /// Reads an engine blob.
  public static func decode(_ bytes: [UInt8]) throws(CodecError) -> Course {
    guard bytes.count <= CourseLimits.bytes else { throw .tooLong }
    var reader = try Envelope.open(bytes, mark: mark, version: version)
    var files: [CourseFile] = []
    let count = try reader.count(upTo: CourseLimits.files, eachAtLeast: 5)
    files.reserveCapacity(count)
    for _ in 0..<count {
      files.append(try CourseFile(from: &reader))
    }
    try reader.finish()
    do throws(CourseProblem) {
      return try Course(files: files)
    } catch {
      throw .inconsistent
    }
  }
}

extension CourseFile {
  func encode(to writer: inout ByteWriter) {
    writer.fixed16(tag)
    writer.flag(isCounted)
    writer.count(sections.count)
    for section in sections {
      section.encode(to: &writer)
    }
    writer.count(activities.count)
    for activity in activities {
      activity.encode(to: &writer)
    }
  }

  init(from reader: inout ByteReader) throws(CodecError) {
    self.init(tag: try reader.fixed16(), isCounted: try reader.flag())
    for _ in 0..<(try reader.count(upTo: CourseLimits.entries, eachAtLeast: 5)) {
      sections.append(try SectionDefinition(from: &reader))
    }
    for _ in 0..<(try reader.count(upTo: CourseLimits.entries, eachAtLeast: 4)) {
      activities.append(try ActivityDefinition(from: &reader))
    }
  }
}

extension SectionDefinition {
  func encode(to writer: inout ByteWriter) {
    writer.fixed16(tag)
    writer.flag(isCounted)
    writer.count(activities.count)
    for activity in activities {
      writer.count(activity)
    }
    writer.count(elsewhere.count)
    for reference in elsewhere {
      reference.encode(to: &writer)
    }
  }

  init(from reader: inout ByteReader) throws(CodecError) {
    self.init(tag: try reader.fixed16())
    isCounted = try reader.flag()
    for _ in 0..<(try reader.count(upTo: CourseLimits.entries)) {
      activities.append(try reader.number(upTo: CourseLimits.entries))
    }
    for _ in 0..<(try reader.count(upTo: CourseLimits.entries, eachAtLeast: 2)) {
      elsewhere.append(try ActivityReference(from: &reader))
    }
  }
}

extension ActivityReference {
  func encode(to writer: inout ByteWriter) {
    writer.count(file)
    writer.count(activity)
  }

  init(from reader: inout ByteReader) throws(CodecError) {
    self.init(
      file: try reader.number(upTo: CourseLimits.files),
      activity: try reader.number(upTo: CourseLimits.entries))
  }
}

extension ActivityDefinition {
  /// The byte that says what follows. A number is never used for anything else.
  private enum Mark: UInt8 {
    case question = 0
    case quiz = 1
    case tree = 2
  }

  func encode(to writer: inout ByteWriter) {
    writer.fixed16(tag)
    switch content {
    case .question(let question):
      writer.byte(Mark.question.rawValue)
      question.encode(to: &writer)
    case .quiz(let quiz):
      writer.byte(Mark.quiz.rawValue)
      quiz.encode(to: &writer)
    case .tree(let tree):
      writer.byte(Mark.tree.rawValue)
      tree.encode(to: &writer)
    }
  }

  init(from reader: inout ByteReader) throws(CodecError) {
    let tag = try reader.fixed16()
    guard let mark = Mark(rawValue: try reader.byte()) else { throw .unknownValue }
    switch mark {
    case .question: self.init(tag: tag, content: .question(try QuestionDefinition(from: &reader)))
    case .quiz: self.init(tag: tag, content: .quiz(try QuizDefinition(from: &reader)))
    case .tree: self.init(tag: tag, content: .tree(try TreeDefinition(from: &reader)))
    }
  }
}
