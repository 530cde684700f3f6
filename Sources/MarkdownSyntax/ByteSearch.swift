#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

// Nearly every byte of a text is none that anybody looks for. The C library passes many at once.
extension UnsafeBufferPointer<UInt8> {
  /// Offset of the first byte of a value at `start` or behind it; nil when there is none.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether some bytes stand here one after the other.
  package func holds(_ part: StaticString) -> Bool {
    let part = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    guard let first = part.first else { return true }
    var next = 0
    while let start = offset(of: first, from: next), start + part.count <= count {
      if self[start..<start + part.count].elementsEqual(part) { return true }
      next = start + 1
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether a byte stands here.
  package func holds(_ byte: UInt8) -> Bool {
    withUnsafeBufferPointer { $0.offset(of: byte) != nil }
  }
}
