// A learner's state as bytes:
//
//   mark 0xA5, version 1, revision, files, CRC-32 of everything before it
//
// A file is its tag, the number of its records, and the records in ascending order.

extension LearnerState {
  /// First byte of a state.
  static let mark: UInt8 = 0xA5
  /// Version of the state's layout.
  static let version: UInt8 = 1

  /// The state as bytes; equal states have equal bytes.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(LearnerState.mark)
    writer.byte(LearnerState.version)
    writer.number(revision)
    let firsts = entries.indices.filter {
      $0 == 0 || entries[$0].key.file != entries[$0 - 1].key.file
    }
    writer.count(firsts.count)
    for (number, first) in firsts.enumerated() {
      let end = number + 1 < firsts.count ? firsts[number + 1] : entries.count
      writer.fixed16(entries[first].key.file)
      writer.count(end - first)
      for entry in entries[first..<end] {
        writer.fixed16(entry.key.tag)
        entry.record.encode(to: &writer)
      }
    }
    writer.checksum()
    return writer.bytes
  }

  /// Reads a state.
  public static func decode(_ bytes: [UInt8]) throws(CodecError) -> LearnerState {
    guard bytes.count <= StateLimits.bytes else { throw .tooLong }
    var reader = try Envelope.open(bytes, mark: mark, version: version)
    let revision = try reader.number()
    var entries: [Entry] = []
    for _ in 0..<(try reader.count(upTo: StateLimits.records, eachAtLeast: 6)) {
      let file = try reader.fixed16()
      let count = try reader.count(upTo: StateLimits.records, eachAtLeast: 3)
      guard count > 0 else { throw .unknownValue }
      if let last = entries.last {
        guard last.key.file < file else { throw .wrongOrder }
      }
      for _ in 0..<count {
        let tag = try reader.fixed16()
        let record = try StateRecord.decode(from: &reader)
        let key = RecordKey(file: file, space: record.space, tag: tag)
        if let last = entries.last {
          guard last.key < key else { throw .wrongOrder }
        }
        entries.append(Entry(key: key, record: record))
      }
    }
    try reader.finish()
    return LearnerState(revision: revision, entries: entries)
  }
}
