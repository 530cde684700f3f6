/// What an engine blob and a learner's state have around them: a mark and a version in front, a
/// checksum behind.
///
/// These places stay where they are in every later version.
enum Envelope {
  /// Checks mark, checksum and version, in this order, and reads what is between.
  ///
  /// The checksum comes before the version, so that a changed byte is never taken for a newer
  /// version.
  static func open(
    _ bytes: [UInt8], mark: UInt8, version: UInt8
  ) throws(CodecError) -> ByteReader {
    guard let first = bytes.first else { throw .truncated }
    guard first == mark else { throw .wrongMark }
    guard bytes.count >= 6 else { throw .truncated }
    let end = bytes.count - 4
    var tail = ByteReader(bytes, in: end..<bytes.count)
    guard try tail.fixed32() == Checksum.crc32(bytes, in: 0..<end) else { throw .checksum }
    guard bytes[1] >= 1 else { throw .unknownValue }
    guard bytes[1] <= version else { throw .newerVersion }
    return ByteReader(bytes, in: 2..<end)
  }
}
