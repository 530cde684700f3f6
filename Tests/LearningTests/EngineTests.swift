import Learning
import Testing

@Suite("The engine's calls as bytes")
struct EngineTests {
  @Test("Random calls are answered, never crash, and leave a state that can be read")
  func randomCalls() throws {
    var random = RandomSource(seed: 6)
    for name in VectorSet.names {
      let set = try VectorSet.named(name)
      for course in set.courses.keys.sorted() {
        var engine = Engine()
        #expect(engine.call(EngineOperation.load.rawValue, set.blob(course)) == [0])
        var answered = 0
        for _ in 0..<2000 {
          let operation = UInt8(random.number(below: 21))
          guard operation != EngineOperation.load.rawValue else { continue }
          let request = (0..<random.number(below: 5)).map { _ in UInt8(random.number(below: 8)) }
          let response = engine.call(operation, request)
          #expect(!response.isEmpty)
          if response.first == 0 { answered += 1 } else { #expect(response.count == 1) }
        }
        #expect(answered > 20)
        let snapshot = engine.call(EngineOperation.snapshot.rawValue, [])
        #expect(throws: Never.self) { try LearnerState.decode(Array(snapshot.dropFirst())) }
      }
    }
  }

  @Test("Without a course every call is refused; a bad course keeps the old one")
  func noCourse() throws {
    var engine = Engine()
    for operation in EngineOperation.allCases where operation != .load {
      #expect(engine.call(operation.rawValue, []) == [SessionError.noCourse.rawValue])
    }
    #expect(engine.call(99, []) == [SessionError.unknownOperation.rawValue])
    #expect(engine.call(0, []) == [SessionError.unknownOperation.rawValue])
    #expect(
      engine.call(EngineOperation.load.rawValue, try VectorSet.named("questions").blob("main")) == [
        0
      ])
    #expect(
      engine.call(EngineOperation.load.rawValue, [1, 2]) == [SessionError.badCourse.rawValue])
    #expect(engine.call(EngineOperation.question.rawValue, [0, 0]).first == 0)
  }
}
