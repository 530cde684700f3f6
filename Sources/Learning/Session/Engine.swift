/// The engine as the page calls it: bytes in, bytes out.
///
/// A response begins with 0 and then holds what was asked for, or it is the one byte of a
/// ``SessionError``. No request makes it trap; after an error nothing has changed.
public struct Engine: Sendable {
  private var session: LearnerSession?

  /// Begins without a course.
  public init() {}

  /// Answers one call.
  public mutating func call(_ operation: UInt8, _ request: [UInt8]) -> [UInt8] {
    do throws(SessionError) {
      guard let operation = EngineOperation(rawValue: operation) else { throw .unknownOperation }
      var response = ByteWriter()
      response.byte(0)
      if case .load = operation {
        try load(request, to: &response)
      } else {
        guard session != nil else { throw .noCourse }
        try session?.perform(operation, request, response: &response)
      }
      return response.bytes
    } catch {
      return [error.rawValue]
    }
  }

  /// Begins with a course.
  private mutating func load(
    _ blob: [UInt8], to response: inout ByteWriter
  ) throws(SessionError) {
    do throws(CodecError) {
      session = LearnerSession(course: try Course.decode(blob))
    } catch {
      throw .badCourse
    }
  }
}

extension LearnerSession {
  /// Performs one operation; only ``EngineOperation/load`` is not among them.
  mutating func perform(
    _ operation: EngineOperation, _ request: [UInt8], response: inout ByteWriter
  ) throws(SessionError) {
    var reader = RequestReader(request)
    switch operation {
    case .load:
      throw .unknownOperation
    case .resume:
      resume(request).encode(to: &response)
    case .snapshot:
      try reader.finish()
      response.raw(state.encoded())
    case .revision:
      try reader.finish()
      response.fixed32(state.revision)
    case .open:
      let place = try reader.place()
      try reader.finish()
      try open(section: place.activity, file: place.file)
    case .question, .answer, .hint:
      try performQuestion(operation, &reader).encode(to: &response)
    case .quiz, .retry:
      let place = try reader.place()
      try reader.finish()
      let status = operation == .retry ? try retry(place) : try quiz(place)
      status.encode(to: &response)
    case .tree, .take, .back, .restart:
      try performTree(operation, &reader).encode(to: &response)
    case .progress:
      try reader.finish()
      progress().encode(to: &response)
    case .index:
      index(try RequestReader.index(request))
    case .search:
      let limit = try reader.number()
      let hits = searchIndex.search(reader.rest(), limit: limit)
      response.count(hits.count)
      for hit in hits {
        hit.encode(to: &response)
      }
    case .reset:
      try reader.finish()
      reset()
    }
  }

  private mutating func performQuestion(
    _ operation: EngineOperation, _ reader: inout RequestReader
  ) throws(SessionError) -> QuestionStatus {
    let place = try reader.place()
    guard case .answer = operation else {
      try reader.finish()
      if case .hint = operation { return try hint(place) }
      return try question(place)
    }
    return try answer(place, options: try reader.numbersToEnd(upTo: CourseLimits.options))
  }

  private mutating func performTree(
    _ operation: EngineOperation, _ reader: inout RequestReader
  ) throws(SessionError) -> TreeStatus {
    let place = try reader.place()
    switch operation {
    case .take:
      let number = try reader.number()
      try reader.finish()
      return try take(number, at: place)
    case .restart:
      let number = try reader.number()
      try reader.finish()
      return try restart(place, at: number)
    case .back:
      try reader.finish()
      return try goBack(place)
    case .load, .resume, .snapshot, .revision, .open, .question, .answer, .hint, .quiz, .retry,
      .tree, .progress, .index, .search, .reset:
      try reader.finish()
      return try tree(place)
    }
  }
}
