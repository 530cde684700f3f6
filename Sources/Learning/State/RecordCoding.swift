// A record as bytes: a header byte whose lowest three bits are the kind, then what the kind needs.
// Kinds 4 to 7 are for later versions: the whole header byte is the kind, and a byte count follows,
// so that this version can carry them along.

extension StateRecord {
  func encode(to writer: inout ByteWriter) {
    switch self {
    case .opened:
      writer.byte(0)
    case .choice(let choice):
      choice.encode(to: &writer)
    case .quiz(let quiz):
      quiz.encode(to: &writer)
    case .walk(let walk):
      walk.encode(to: &writer)
    case .later(let kind, let bytes):
      writer.byte(kind)
      writer.block(bytes)
    }
  }

  /// Reads a record.
  static func decode(from reader: inout ByteReader) throws(CodecError) -> StateRecord {
    let header = try reader.byte()
    switch header & 7 {
    case 0:
      guard header == 0 else { throw .unknownValue }
      return .opened
    case 1:
      return .choice(try ChoiceRecord(header: header, from: &reader))
    case 2:
      return .quiz(try QuizRecord(header: header, from: &reader))
    case 3:
      return .walk(try WalkRecord(header: header, from: &reader))
    default:
      let bytes = try reader.block(upTo: StateLimits.laterRecord)
      return .later(kind: header, bytes)
    }
  }
}

// Bit 3: hint used. Bits 4-5: tries, 3 = a byte follows. Bits 6-7: number of chosen options,
// 3 = a byte follows. Then the tags. One option at the first to second try: 3 bytes and the tag
// of the question, 40 bits in all.
extension ChoiceRecord {
  func encode(to writer: inout ByteWriter) {
    let shortTries = min(tries, 3)
    let shortCount = UInt8(clamping: min(chosen.count, 3))
    writer.byte(1 | (hintUsed ? 8 : 0) | shortTries << 4 | shortCount << 6)
    if shortTries == 3 { writer.byte(tries) }
    if shortCount == 3 { writer.byte(UInt8(clamping: chosen.count)) }
    for tag in chosen {
      writer.fixed16(tag)
    }
  }

  init(header: UInt8, from reader: inout ByteReader) throws(CodecError) {
    var tries = header >> 4 & 3
    if tries == 3 {
      tries = try reader.byte()
      guard tries >= 3 else { throw .unknownValue }
    }
    var count = Int(header >> 6)
    if count == 3 {
      count = Int(try reader.byte())
      guard count >= 3, count <= CourseLimits.options else { throw .unknownValue }
    }
    self.init(tries: tries, hintUsed: header & 8 != 0)
    for _ in 0..<count {
      let tag = try reader.fixed16()
      if let last = chosen.last {
        guard last < tag else { throw .wrongOrder }
      }
      chosen.append(tag)
    }
  }
}

// Bit 3: a best result follows. Bit 4: it passed. Bits 5-7: the attempt, 1 to 6; 7 = two bytes
// follow.
extension QuizRecord {
  func encode(to writer: inout ByteWriter) {
    let shortAttempt = UInt8(clamping: min(attempt, 7))
    let hasPassed = best?.isPassed ?? false
    writer.byte(2 | (best != nil ? 8 : 0) | (hasPassed ? 16 : 0) | shortAttempt << 5)
    if shortAttempt == 7 { writer.fixed16(attempt) }
    if let best { writer.byte(best.percent) }
  }

  init(header: UInt8, from reader: inout ByteReader) throws(CodecError) {
    var attempt = UInt16(header >> 5)
    if attempt == 7 {
      attempt = try reader.fixed16()
      guard attempt >= 7 else { throw .unknownValue }
    }
    guard attempt > 0 else { throw .unknownValue }
    self.init(attempt: attempt)
    if header & 8 != 0 {
      let percent = try reader.byte()
      guard percent <= 100 else { throw .unknownValue }
      best = BestResult(percent: percent, isPassed: header & 16 != 0)
    } else if header & 16 != 0 {
      throw .unknownValue
    }
  }
}

// Bit 3: an end was reached. Bit 4: the tag of the first node follows. Bits 5-7: bits per answer,
// 0 = no answers. Then the number of answers (1 to 255), the check, and the answers packed, the
// lowest bit first.
extension WalkRecord {
  func encode(to writer: inout ByteWriter) {
    let width = bitsPerAnswer
    writer.byte(3 | (reachedEnd ? 8 : 0) | (start != nil ? 16 : 0) | width << 5)
    if let start { writer.fixed16(start) }
    guard width > 0 else { return }
    writer.byte(UInt8(clamping: answers.count))
    writer.fixed16(check)
    var buffer: UInt32 = 0
    var filled: UInt32 = 0
    for answer in answers {
      buffer |= UInt32(answer) << filled
      filled += UInt32(width)
      while filled >= 8 {
        writer.byte(UInt8(truncatingIfNeeded: buffer))
        buffer >>= 8
        filled -= 8
      }
    }
    if filled > 0 { writer.byte(UInt8(truncatingIfNeeded: buffer)) }
  }

  init(header: UInt8, from reader: inout ByteReader) throws(CodecError) {
    self.init(reachedEnd: header & 8 != 0)
    if header & 16 != 0 { start = try reader.fixed16() }
    let width = header >> 5
    guard width > 0 else { return }
    guard width <= 6 else { throw .unknownValue }
    let count = Int(try reader.byte())
    guard count > 0 else { throw .unknownValue }
    check = try reader.fixed16()
    var buffer: UInt32 = 0
    var filled: UInt32 = 0
    for _ in 0..<count {
      if filled < UInt32(width) {
        buffer |= UInt32(try reader.byte()) << filled
        filled += 8
      }
      answers.append(UInt8(truncatingIfNeeded: buffer & ((1 << UInt32(width)) - 1)))
      buffer >>= UInt32(width)
      filled -= UInt32(width)
    }
    // One path has one encoding: no wider than needed, nothing in the bits behind it.
    guard buffer == 0, bitsPerAnswer == width else { throw .unknownValue }
  }

  /// Bits that the largest answer needs: 0 without answers, else 1 to 6.
  private var bitsPerAnswer: UInt8 {
    guard let largest = answers.max() else { return 0 }
    return UInt8(clamping: max(1, 8 - largest.leadingZeroBitCount))
  }
}
