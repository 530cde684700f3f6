// The activities of an engine blob; docs/engine.md has the layout.

extension QuestionDefinition {
  func encode(to writer: inout ByteWriter) {
    writer.byte(kind.rawValue | (isCritical ? 0x10 : 0) | (partialCredit ? 0x20 : 0))
    writer.byte(tries)
    writer.byte(weight)
    writer.count(optionTags.count)
    for index in optionTags.indices {
      writer.fixed16(optionTags[index])
    }
    // One byte per eight options.
    for offset in 0..<(optionTags.count + 7) / 8 {
      writer.byte(UInt8(truncatingIfNeeded: correct >> UInt64(offset * 8)))
    }
  }

  init(from reader: inout ByteReader) throws(CodecError) {
    let flags = try reader.byte()
    guard flags & 0xC0 == 0, let kind = Kind(rawValue: flags & 0x0F) else { throw .unknownValue }
    let tries = try reader.byte()
    let weight = try reader.byte()
    var tags: [UInt16] = []
    for _ in 0..<(try reader.count(upTo: CourseLimits.options, eachAtLeast: 2)) {
      tags.append(try reader.fixed16())
    }
    var correct: UInt64 = 0
    for offset in 0..<(tags.count + 7) / 8 {
      correct |= UInt64(try reader.byte()) << UInt64(offset * 8)
    }
    self.init(
      kind: kind, optionTags: tags, correct: correct, isCritical: flags & 0x10 != 0,
      partialCredit: flags & 0x20 != 0, tries: tries, weight: weight)
  }
}

extension QuizDefinition {
  func encode(to writer: inout ByteWriter) {
    writer.byte(passPercent)
    writer.byte(tries)
    writer.count(questions.count)
    for question in questions {
      writer.count(question)
    }
    writer.count(advice.count)
    for band in advice {
      writer.byte(band.from)
      writer.byte(band.to)
    }
  }

  init(from reader: inout ByteReader) throws(CodecError) {
    self.init(questions: [], passPercent: try reader.byte(), tries: try reader.byte())
    for _ in 0..<(try reader.count(upTo: CourseLimits.quizQuestions)) {
      questions.append(try reader.number(upTo: CourseLimits.entries))
    }
    for _ in 0..<(try reader.count(upTo: CourseLimits.adviceBands, eachAtLeast: 2)) {
      advice.append(AdviceBand(from: try reader.byte(), to: try reader.byte()))
    }
  }
}

extension TreeDefinition {
  func encode(to writer: inout ByteWriter) {
    writer.count(nodes.count)
    for node in nodes {
      writer.fixed16(node.tag)
      writer.byte(node.kind.rawValue)
      writer.count(node.answers.count)
      for target in node.answers {
        switch target {
        case .node(let next):
          // Even numbers stay in the tree, odd ones leave it.
          writer.count(next * 2)
        case .elsewhere(let reference, let next):
          writer.count(next * 2 + 1)
          reference.encode(to: &writer)
        }
      }
    }
  }

  init(from reader: inout ByteReader) throws(CodecError) {
    self.init(nodes: [])
    for _ in 0..<(try reader.count(upTo: CourseLimits.entries, eachAtLeast: 4)) {
      let tag = try reader.fixed16()
      guard let kind = TreeNode.Kind(rawValue: try reader.byte()) else { throw .unknownValue }
      var node = TreeNode(tag: tag, kind: kind)
      for _ in 0..<(try reader.count(upTo: CourseLimits.answers)) {
        let target = try reader.number(upTo: CourseLimits.entries * 2 + 1)
        if target % 2 == 0 {
          node.answers.append(.node(target / 2))
        } else {
          let reference = try ActivityReference(from: &reader)
          node.answers.append(.elsewhere(reference, node: target / 2))
        }
      }
      nodes.append(node)
    }
  }
}
