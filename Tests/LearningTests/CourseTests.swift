import Learning
import Testing

@Suite("Courses and their codec")
struct CourseTests {
  private let single = QuestionDefinition(kind: .single, optionTags: [1, 2], correct: 1)

  private func course(_ activities: [ActivityDefinition.Content]) throws(CourseProblem) -> Course {
    var tag: UInt16 = 0
    var definitions: [ActivityDefinition] = []
    for content in activities {
      tag += 1
      definitions.append(ActivityDefinition(tag: tag, content: content))
    }
    return try Course(files: [CourseFile(tag: 1, activities: definitions)])
  }

  @Test("The published hash never changes")
  func tags() {
    #expect(ActivityTag.of("".utf8) == 0x1CD9)
    #expect(ActivityTag.of("a".utf8) == 0xCD20)
    #expect(ActivityTag.of("q-disclosure".utf8) == 0x0B2A)
    #expect(ActivityTag.of("إحالة".utf8) == 0x7B25)
  }

  @Test("Equal options get different tags; the first keeps its own")
  func optionTags() {
    let tags = ActivityTag.ofOptions([[0x41], [0x42], [0x41], [0x41]])
    #expect(tags[0] == ActivityTag.of([0x41]))
    #expect(Set(tags).count == 4)
    #expect(
      ActivityTag.collisions(in: [5, 6, 5, 7, 6]).map { [$0.first, $0.second] } == [
        [0, 2], [1, 4],
      ])
  }

  @Test("CRC-32 as everybody computes it")
  func checksum() {
    let digits = Array("123456789".utf8)
    #expect(Checksum.crc32(digits, in: 0..<9) == 0xCBF4_3926)
    #expect(Checksum.crc32(digits, in: -5..<90) == 0xCBF4_3926)
  }

  @Test("What doesn't fit together can't be built")
  func problems() {
    func problem(_ activities: [ActivityDefinition.Content]) -> CourseProblem.Reason? {
      do throws(CourseProblem) {
        _ = try course(activities)
        return nil
      } catch {
        return error.reason
      }
    }
    func question(
      _ kind: QuestionDefinition.Kind, _ tags: [UInt16], _ correct: UInt64
    ) -> [ActivityDefinition.Content] {
      [.question(QuestionDefinition(kind: kind, optionTags: tags, correct: correct))]
    }
    func tree(_ nodes: [TreeNode]) -> [ActivityDefinition.Content] {
      [.tree(TreeDefinition(nodes: nodes))]
    }
    func quiz(_ questions: [Int], pass: UInt8 = 50, advice: [AdviceBand] = [])
      -> ActivityDefinition.Content
    {
      .quiz(QuizDefinition(questions: questions, passPercent: pass, advice: advice))
    }
    #expect(problem([.question(single)]) == nil)
    #expect(problem(question(.single, [1], 1)) == .optionCount)
    #expect(problem(question(.trueFalse, [1, 2, 3], 1)) == .optionCount)
    #expect(problem(question(.single, [1, 2], 3)) == .key)
    #expect(problem(question(.multiple, [1, 2], 0)) == .key)
    #expect(problem(question(.multiple, [1, 2], 4)) == .key)
    #expect(problem(question(.single, [1, 1], 1)) == .duplicateTag)
    #expect(problem(question(.multiple, Array(0..<65), 1)) == .tooMany)
    #expect(problem(question(.multiple, Array(0..<64), 1 << 63)) == nil)
    #expect(problem([.question(single), quiz([0])]) == nil)
    #expect(problem([.question(single), quiz([1])]) == .reference)
    #expect(problem([.question(single), quiz([5])]) == .reference)
    #expect(problem([.question(single), quiz([-1])]) == .reference)
    #expect(problem([.question(single), quiz([0, 0])]) == .sharedQuestion)
    #expect(problem([.question(single), quiz([0]), quiz([0])]) == .sharedQuestion)
    #expect(problem([.question(single), quiz([])]) == .empty)
    #expect(problem([.question(single), quiz([0], pass: 101)]) == .percentage)
    #expect(
      problem([.question(single), quiz([0], advice: [AdviceBand(from: 9, to: 8)])]) == .percentage)
    #expect(problem(tree([])) == .empty)
    #expect(problem(tree([TreeNode(tag: 1, kind: .step, answers: [.node(1)])])) == .reference)
    #expect(
      problem(tree([TreeNode(tag: 1, kind: .end), TreeNode(tag: 1, kind: .end)])) == .duplicateTag)
    let away = TreeTarget.elsewhere(ActivityReference(file: 0, activity: 1), node: 0)
    #expect(problem(tree([TreeNode(tag: 1, kind: .step, answers: [away])])) == .reference)
  }

  @Test("Equal tags are found wherever they are")
  func duplicateTags() {
    let question = ActivityDefinition(tag: 4, content: .question(single))
    for files in [
      [CourseFile(tag: 1), CourseFile(tag: 1)],
      [CourseFile(tag: 1, activities: [question, question])],
      [CourseFile(tag: 1, sections: [SectionDefinition(tag: 2), SectionDefinition(tag: 2)])],
    ] {
      #expect(throws: CourseProblem.self) { try Course(files: files) }
    }
    // A section and the quiz that fills it share an id.
    #expect(throws: Never.self) {
      try Course(files: [
        CourseFile(tag: 1, sections: [SectionDefinition(tag: 4)], activities: [question])
      ])
    }
  }

  @Test("Changed blobs give a named error or a valid course, and never a crash")
  func mutations() throws {
    var random = RandomSource(seed: 4)
    let blobs = try VectorSet.names.flatMap { name in
      let set = try VectorSet.named(name)
      return set.courses.keys.sorted().map { set.blob($0) }
    }
    var survivors = 0
    for _ in 0..<20_000 {
      var bytes = blobs[random.number(below: blobs.count)]
      for _ in 0...random.number(below: 3) {
        bytes[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
      }
      let end = bytes.count - 4
      let checksum = Checksum.crc32(bytes, in: 0..<end)
      for index in 0..<4 {
        bytes[end + index] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * index))
      }
      guard let course = try? Course.decode(bytes) else { continue }
      survivors += 1
      // Bits of the key beyond the options are refused, so what is accepted is written the same.
      #expect(course.encoded() == bytes)
    }
    #expect(survivors > 100)
  }

  @Test("A number has one encoding")
  func numbers() throws {
    for value: UInt32 in [0, 1, 127, 128, 16_383, 16_384, 0x7FFF_FFFF, .max] {
      var writer = ByteWriter()
      writer.number(value)
      var reader = ByteReader(writer.bytes)
      #expect(try reader.number() == value)
      #expect(throws: Never.self) { try reader.finish() }
    }
    for bytes: [UInt8] in [
      [0x80], [0x80, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0x10], [0xFF, 0xFF, 0xFF, 0xFF, 0x8F, 0], [],
    ] {
      #expect(throws: CodecError.self) {
        var reader = ByteReader(bytes)
        _ = try reader.number()
      }
    }
  }
}
