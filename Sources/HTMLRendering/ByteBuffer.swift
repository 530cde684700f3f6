/// Bytes of a page under construction.
///
/// A page is put together from thousands of small pieces. An array looks at every append whether
/// somebody else holds it and calls a function to copy; this has one owner by its type, and a piece
/// that the compiler knows becomes a few stores.
package struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  /// How many bytes there are.
  package private(set) var count = 0

  /// An empty buffer.
  package init() {}

  /// An empty buffer with room, so that a page doesn't move while it grows.
  package init(capacity: Int) { grow(by: capacity) }

  deinit { start?.deallocate() }

  /// The last byte; nil when there is none.
  var last: UInt8? { count > 0 ? start?[count - 1] : nil }

  /// All of them.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// All of them in place.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    room(for: 1).initialize(to: byte)
    count += 1
  }

  /// Appends bytes.
  @inline(__always)
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    room(for: bytes.count).initialize(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Appends bytes.
  mutating func append(contentsOf bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends bytes.
  mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends what `write` puts into the room it gets.
  /// - Parameter write: initializes bytes from the first on and returns how many, at most `most`.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    let written = write(room(for: most))
    assert(written <= most)
    count += written
  }

  /// Where the next bytes go; there is room for so many.
  @inline(__always)
  private mutating func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
    if let start, more <= capacity - count { return start + count }
    return grow(by: more)
  }

  /// Moves to where there is more room.
  @inline(never)
  @discardableResult
  private mutating func grow(by more: Int) -> UnsafeMutablePointer<UInt8> {
    capacity = max(capacity * 2, count + more, 64)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    if let start {
      larger.moveInitialize(from: start, count: count)
      start.deallocate()
    }
    start = larger
    return larger + count
  }
}

/// Eight neighbouring bytes looked at together.
struct ByteWord {
  let bits: UInt64

  /// The bytes at an address, which needn't be aligned.
  @inline(__always)
  init(at bytes: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The same byte eight times.
  @inline(__always)
  static func of(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Whether one of the bytes is `byte`, where bits outside `mask` don't count.
  @inline(__always)
  func holds(_ byte: UInt8, mask: UInt8 = 0xFF) -> Bool {
    // Zero where they agree: only a zero byte borrows from its own highest bit without having it.
    let other = (bits & Self.of(mask)) ^ Self.of(byte)
    return (other &- Self.of(1)) & ~other & Self.of(0x80) != 0
  }

  /// Whether a space follows a space.
  @inline(__always)
  var holdsTwoSpaces: Bool {
    let other = bits ^ Self.of(32)
    // The highest bit of every byte that is a space, and of no other.
    let low = (other & Self.of(0x7F)) &+ Self.of(0x7F)
    let spaces = ~(low | other) & Self.of(0x80)
    return spaces & (spaces << 8) != 0
  }

  /// Puts the bytes to an address.
  @inline(__always)
  func store(at target: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(target).storeBytes(of: bits.littleEndian, as: UInt64.self)
  }
}

extension String {
  /// Its UTF-8 in place.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
