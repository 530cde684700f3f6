/// Reads what ``ByteWriter`` writes, from bytes that nobody vouches for.
///
/// Every read checks the bounds and throws a ``CodecError``; none traps, whatever the bytes are.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private let end: Int
  /// Position of the next byte.
  public private(set) var position: Int

  /// Reads all of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.position = 0
    self.end = bytes.count
  }

  /// Reads `bytes[range]`; positions outside `bytes` are left out.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    let inside = range.clamped(to: 0..<bytes.count)
    self.bytes = bytes
    self.position = inside.lowerBound
    self.end = inside.upperBound
  }

  /// How many bytes are left.
  public var remaining: Int { end - position }

  /// Reads one byte.
  @inline(never)
  public mutating func byte() throws(CodecError) -> UInt8 {
    guard position < end else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads 1 or 0.
  @inline(never)
  public mutating func flag() throws(CodecError) -> Bool {
    let value = try byte()
    guard value <= 1 else { throw .unknownValue }
    return value == 1
  }

  /// Reads two bytes, the lower first.
  @inline(never)
  public mutating func fixed16() throws(CodecError) -> UInt16 {
    let low = UInt16(try byte())
    let high = UInt16(try byte())
    return low | high << 8
  }

  /// Reads four bytes, the lowest first.
  @inline(never)
  public mutating func fixed32() throws(CodecError) -> UInt32 {
    let low = UInt32(try fixed16())
    let high = UInt32(try fixed16())
    return low | high << 16
  }

  /// Reads eight bytes, the lowest first.
  public mutating func fixed64() throws(CodecError) -> UInt64 {
    let low = UInt64(try fixed32())
    let high = UInt64(try fixed32())
    return low | high << 32
  }

  /// Reads a variable-length number.
  ///
  /// One that is longer than needed is refused, so that equal values always have equal bytes.
  @inline(never)
  public mutating func number() throws(CodecError) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let next = try byte()
      let bits = UInt32(next & 0x7F)
      // The fifth byte has room for four bits only.
      guard shift < 28 || bits <= 0x0F else { throw .malformedNumber }
      value |= bits << shift
      if next < 0x80 {
        guard next != 0 || shift == 0 else { throw .malformedNumber }
        return value
      }
      shift += 7
      guard shift <= 28 else { throw .malformedNumber }
    }
  }

  /// Reads a number from 0 to `limit`, as an index or a size.
  ///
  /// `Int` has 32 bits in wasm, so the comparison comes before the conversion.
  @inline(never)
  public mutating func number(upTo limit: Int) throws(CodecError) -> Int {
    let value = try number()
    guard value <= UInt32(clamping: limit) else { throw .tooMany }
    return Int(truncatingIfNeeded: value)
  }

  /// Reads how many things follow: at most `limit`, and no more than the remaining bytes could hold
  /// when each takes `size` bytes or more.
  ///
  /// So a few hostile bytes can't reserve memory.
  @inline(never)
  public mutating func count(
    upTo limit: Int, eachAtLeast size: Int = 1
  ) throws(CodecError) -> Int {
    let value = try number(upTo: limit)
    guard value <= remaining / max(size, 1) else { throw .truncated }
    return value
  }

  /// Reads `count` bytes.
  public mutating func raw(_ count: Int) throws(CodecError) -> [UInt8] {
    guard count >= 0, count <= remaining else { throw .truncated }
    defer { position += count }
    return [UInt8](bytes[position..<position + count])
  }

  /// Reads a count of at most `limit`, and then as many bytes.
  public mutating func block(upTo limit: Int) throws(CodecError) -> [UInt8] {
    try raw(try count(upTo: limit))
  }

  /// Reads a count of at most `limit`, skips as many bytes, and says where they are.
  public mutating func blockRange(upTo limit: Int) throws(CodecError) -> Range<Int> {
    let length = try count(upTo: limit)
    defer { position += length }
    return position..<position + length
  }

  /// Throws unless everything was read.
  public func finish() throws(CodecError) {
    guard position == end else { throw .trailingBytes }
  }
}
