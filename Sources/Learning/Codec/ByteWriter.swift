/// Appends values to a byte buffer in the one binary format of the engine.
///
/// Fixed-width numbers are little-endian; variable-length numbers are LEB128, as short as possible.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts with nothing.
  public init() {}

  /// Appends one byte.
  @inline(never)
  public mutating func byte(_ value: UInt8) {
    bytes.append(value)
  }

  /// Appends 1 or 0.
  @inline(never)
  public mutating func flag(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  /// Appends two bytes, the lower first.
  @inline(never)
  public mutating func fixed16(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Appends four bytes, the lowest first.
  @inline(never)
  public mutating func fixed32(_ value: UInt32) {
    fixed16(UInt16(truncatingIfNeeded: value))
    fixed16(UInt16(truncatingIfNeeded: value >> 16))
  }

  /// Appends eight bytes, the lowest first.
  public mutating func fixed64(_ value: UInt64) {
    fixed32(UInt32(truncatingIfNeeded: value))
    fixed32(UInt32(truncatingIfNeeded: value >> 32))
  }

  /// Appends one to five bytes, seven bits in each, the lowest first.
  @inline(never)
  public mutating func number(_ value: UInt32) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a count or an index; negative ones become 0, and none passes 2^32 - 1.
  @inline(never)
  public mutating func count(_ value: Int) {
    number(UInt32(clamping: value))
  }

  /// Appends the bytes as they are, without their count.
  public mutating func raw(_ value: [UInt8]) {
    bytes.append(contentsOf: value)
  }

  /// Appends the count and then the bytes.
  public mutating func block(_ value: [UInt8]) {
    count(value.count)
    raw(value)
  }

  /// Appends the checksum of everything written so far.
  public mutating func checksum() {
    fixed32(Checksum.crc32(bytes, in: 0..<bytes.count))
  }
}
