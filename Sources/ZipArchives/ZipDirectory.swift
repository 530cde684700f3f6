/// The list of files at the end of an archive (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16).
///
/// libzip reads it too, but doesn't say where files lie, so that files that share their bytes can't
/// be found, and it has no limits. So this comes first, and libzip unpacks.
struct ZipDirectory {
  /// A file or folder as the list describes it.
  struct Record {
    var name: [UInt8] = []
    var nameLength = 0
    var flags = 0
    var method = 0
    var size = 0
    var packedSize = 0
    var offset = 0
    /// Rights and type of a Unix file; 0 when the archive was made elsewhere.
    var mode = 0
    var isLarge = false
  }

  /// All files and folders, in the order of the list.
  private(set) var records: [Record] = []
  /// Where the list begins: nothing of a file lies behind it.
  let start: Int

  /// Where the end record says that the list is.
  private struct End {
    var place: Int
    var count: Int
    var size: Int
    var offset: Int
  }

  private static let endLength = 22
  private static let recordLength = 46

  init(_ file: borrowing OpenFile, limits: ZipLimits) throws(ZipRefusal) {
    guard file.size > 0 else { throw .empty }
    let end = try Self.end(file)
    guard end.count <= limits.entries else { throw .tooManyEntries(end.count) }
    guard end.size <= limits.directoryBytes else { throw .directoryTooLarge(end.size) }
    let (sum, isTooMuch) = end.size.addingReportingOverflow(end.offset)
    guard !isTooMuch, sum <= end.place else {
      throw .damaged("The list of files is said to lie where it can't.")
    }
    guard sum == end.place else { throw .extraBytes(end.place - sum) }
    start = end.offset
    let list = file.bytes(at: end.offset, count: end.size)
    guard list.count == end.size else { throw .damaged("The list of files can't be read.") }
    try read(list, count: end.count, limits: limits)
  }

  /// Finds the last record of the archive.
  private static func end(_ file: borrowing OpenFile) throws(ZipRefusal) -> End {
    let tailLength = min(file.size, endLength + 65_535)
    let tail = file.bytes(at: file.size - tailLength, count: tailLength)
    var place = tail.count - endLength
    var nearest: Int?
    while place >= 0 {
      if tail[place] == 0x50, tail.number32(place) == 0x0605_4B50 {
        let behind = tail.count - place - endLength - tail.number16(place + 20)
        if behind == 0 { return try end(file, tail, at: place) }
        if behind > 0, nearest == nil { nearest = behind }
      }
      place -= 1
    }
    if let nearest { throw .extraBytes(nearest) }
    let head = file.bytes(at: 0, count: 512)
    if head.starts(with: [0x50, 0x4B, 3, 4]) { throw .cutOff }
    throw .notZip(KnownForm.name(of: head))
  }

  private static func end(
    _ file: borrowing OpenFile, _ tail: [UInt8], at place: Int
  ) throws(ZipRefusal) -> End {
    let position = file.size - tail.count + place
    var end = End(
      place: position, count: tail.number16(place + 10), size: tail.number32(place + 12),
      offset: tail.number32(place + 16))
    let disks = [tail.number16(place + 4), tail.number16(place + 6)]
    let locator = file.bytes(at: position - 20, count: 20)
    let isLarge = locator.count == 20 && locator.number32(0) == 0x0706_4B50
    if isLarge {
      end.place = locator.number64(8)
      let record = file.bytes(at: end.place, count: 56)
      guard record.count == 56, record.number32(0) == 0x0606_4B50 else {
        throw .damaged("The record of a large archive (ZIP64) is missing.")
      }
      guard record.number32(16) == 0, record.number32(20) == 0 else { throw .split }
      end.count = record.number64(32)
      end.size = record.number64(40)
      end.offset = record.number64(48)
    } else if disks != [0, 0] || tail.number16(place + 8) != end.count {
      throw .split
    }
    return end
  }

  private mutating func read(
    _ list: [UInt8], count: Int, limits: ZipLimits
  ) throws(ZipRefusal) {
    var place = 0
    // The list has no fewer bytes than this; a count that lies must not cost memory.
    records.reserveCapacity(min(count, list.count / Self.recordLength))
    while place < list.count {
      guard place + Self.recordLength <= list.count, list.number32(place) == 0x0201_4B50 else {
        throw .damaged("The list of files breaks off after \(records.count) of \(count).")
      }
      let lengths = [28, 30, 32].map { list.number16(place + $0) }
      let next = place + Self.recordLength + lengths.reduce(0, +)
      guard next <= list.count else {
        throw .damaged("The list of files breaks off after \(records.count) of \(count).")
      }
      records.append(Self.record(list, at: place, lengths, limits))
      guard records.count <= count else {
        throw .damaged("The list holds more files than it says (\(count)).")
      }
      place = next
    }
    guard records.count == count else {
      throw .damaged("The list holds \(records.count) files and says that it holds \(count).")
    }
  }

  private static func record(
    _ list: [UInt8], at place: Int, _ lengths: [Int], _ limits: ZipLimits
  ) -> Record {
    var record = Record()
    let nameStart = place + recordLength
    record.nameLength = lengths[0]
    record.name = Array(list[nameStart..<nameStart + min(lengths[0], limits.pathBytes)])
    record.flags = list.number16(place + 8)
    record.method = list.number16(place + 10)
    record.packedSize = list.number32(place + 20)
    record.size = list.number32(place + 24)
    record.mode = list.number16(place + 40)
    record.offset = list.number32(place + 42)
    readLargeNumbers(list, nameStart + lengths[0], lengths[1], &record)
    return record
  }

  /// Numbers of more than four bytes stand in an extra field (4.5.3), in this order, those that
  /// didn't fit only.
  private static func readLargeNumbers(
    _ list: [UInt8], _ start: Int, _ length: Int, _ record: inout Record
  ) {
    var place = start
    let end = start + length
    while place + 4 <= end {
      let size = list.number16(place + 2)
      if list.number16(place) == 1 {
        record.isLarge = true
        var value = place + 4
        for path in [\Record.size, \Record.packedSize, \Record.offset]
        where record[keyPath: path] == 0xFFFF_FFFF {
          guard value + 8 <= min(end, place + 4 + size) else { return }
          record[keyPath: path] = list.number64(value)
          value += 8
        }
        return
      }
      place += 4 + size
    }
  }
}

/// Forms of files that people take for a zip, by their first bytes.
enum KnownForm {
  private static let forms: [(name: String, bytes: [UInt8])] = [
    ("a PDF document", Array("%PDF".utf8)), ("a gzip archive", [0x1F, 0x8B]),
    ("a RAR archive", Array("Rar!".utf8)), ("a 7z archive", Array("7z".utf8) + [0xBC, 0xAF]),
    ("an xz archive", [0xFD] + Array("7zXZ".utf8)), ("a bzip2 archive", Array("BZh".utf8)),
    ("an XML document", Array("<?xml".utf8)), ("a web page", Array("<!DOCTYPE html".utf8)),
    ("a web page", Array("<!doctype html".utf8)), ("a web page", Array("<html".utf8)),
    ("an old Word, Excel or PowerPoint document", [0xD0, 0xCF, 0x11, 0xE0]),
    ("a PNG picture", [0x89] + Array("PNG".utf8)), ("a JPEG picture", [0xFF, 0xD8, 0xFF]),
  ]

  /// What a file is; nil when it isn't known.
  static func name(of head: [UInt8]) -> String? {
    if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) { return "a tar archive" }
    return forms.first { head.starts(with: $0.bytes) }?.name
  }
}
