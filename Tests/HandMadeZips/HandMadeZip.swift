/// An archive put together byte by byte, so that it can say what no program would write.
package struct HandMadeZip {
  /// A file as the list at the end describes it, and as it describes itself.
  package struct File {
    package var name: [UInt8]
    package var bytes: [UInt8]
    package var flags = 1 << 11
    package var method = 0
    package var mode = 0o100644
    /// What the list says instead of the size.
    package var listedSize: Int?
    /// The name that stands before the file, when it is another one.
    package var ownName: [UInt8]?
    /// Whether the list points at the first file's bytes.
    package var sharesBytes = false
    package var crc: UInt32?
    /// Whether the list has an extra field for numbers of eight bytes, as ZIP64 has.
    package var isLarge = false

    package init(_ name: String, _ text: String = "text") {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
    }
  }

  package var files: [File]
  package var count: Int?
  package var listSize: Int?
  package var listOffset: Int?
  package var disk = 0
  package var comment: [UInt8] = []

  package init(_ files: [File]) { self.files = files }

  package init(_ names: String...) { self.init(names.map { File($0) }) }

  /// The bytes of the archive.
  package var archive: [UInt8] {
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    for file in files {
      let offset = file.sharesBytes ? 0 : bytes.count
      let crc = file.crc ?? Self.crc(file.bytes)
      let ownName = file.ownName ?? file.name
      let head = Self.two(20, file.flags, file.method, 0, 33) + Self.four(Int(crc))
      if !file.sharesBytes {
        bytes += [0x50, 0x4B, 3, 4] + head + Self.four(file.bytes.count, file.bytes.count)
        bytes += Self.two(ownName.count, 0) + ownName + file.bytes
      }
      list += [0x50, 0x4B, 1, 2] + Self.two(3 << 8 | 20) + head
      list += Self.four(file.bytes.count, file.listedSize ?? file.bytes.count)
      let extra = file.isLarge ? Self.two(1, 0) : []
      list += Self.two(file.name.count, extra.count, 0, 0, 0, 0, file.mode)
      list += Self.four(offset) + file.name + extra
    }
    let place = bytes.count
    bytes += list + [0x50, 0x4B, 5, 6]
    bytes += Self.two(disk, disk, count ?? files.count, count ?? files.count)
    bytes += Self.four(listSize ?? list.count, listOffset ?? place) + Self.two(comment.count)
    return bytes + comment
  }

  private static func two(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  private static func four(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { number in two(number & 0xFFFF, number >> 16) }
  }

  /// CRC-32 as zip has it.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
    }
    return ~crc
  }
}
