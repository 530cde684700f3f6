import Foundation
import HandMadeZips
import Testing
import ZipArchives

/// Archives from anybody: each flaw is named, and nothing crashes.
@Suite struct ZipArchiveTests {
  private typealias File = HandMadeZip.File

  /// Opens bytes as an archive and does something with it.
  private func open<Result>(
    _ bytes: [UInt8], limits: ZipLimits = ZipLimits(),
    _ body: (borrowing ZipArchive) throws -> Result
  ) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(try ZipArchive(path: file.path, limits: limits))
  }

  private func faults(
    _ zip: HandMadeZip, limits: ZipLimits = ZipLimits()
  ) throws -> [ZipFault.Kind] {
    try open(zip.archive, limits: limits) { $0.faults.map(\.kind) }
  }

  private func refusal(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws -> ZipRefusal? {
    do {
      try open(bytes, limits: limits) { _ in }
      return nil
    } catch let refusal as ZipRefusal {
      return refusal
    }
  }

  @Test func `What ZipWriter packs is read back without a fault`() throws {
    let text = Array(String(repeating: "Protection in practice. ", count: 40_000).utf8)
    let bytes = try ZipWriter.archive([
      ZipEntry("imsmanifest.xml", Array("<a/>".utf8)), ZipEntry("media/é.txt", text),
      ZipEntry("empty", []),
    ])
    try open(bytes) { archive in
      #expect(archive.faults == [] && archive.damagedFiles() == [])
      #expect(archive.entries.map(\.path) == ["imsmanifest.xml", "media/é.txt", "empty"])
      #expect(archive.entries.map(\.size) == [4, text.count, 0])
      let read = try archive.read(archive.entries[1], limit: text.count)
      #expect(read == text)
      let tooMuch = try? archive.read(archive.entries[1], limit: text.count - 1)
      #expect(tooMuch == nil)
    }
  }

  @Test func `A hand-made archive is whole, unless a test breaks it`() throws {
    var zip = HandMadeZip("a.txt", "folder/b.txt")
    zip.files.append(File("folder/", ""))
    zip.comment = Array("PK\u{5}\u{6} isn't the end".utf8)
    try open(zip.archive) { archive in
      #expect(archive.faults == [] && archive.damagedFiles() == [])
      #expect(archive.entries.map(\.isFolder) == [false, false, true])
    }
  }

  @Test(arguments: [
    ("../x", ZipFault.Kind.leavesFolder), ("a/../../x", .leavesFolder), ("/etc/x", .leavesFolder),
    ("C:\\x", .leavesFolder), ("c:x", .leavesFolder), ("..\\x", .leavesFolder),
    ("\\x", .leavesFolder), ("a\\b", .backslash), ("a//b", .oddPath), ("./a", .oddPath),
    ("", .oddPath), ("a\u{7}", .controlCharacter), ("a\nb", .controlCharacter),
    (String(repeating: "a/", count: 40) + "b", .pathTooDeep(40)),
    (String(repeating: "a", count: 2000), .pathTooLong(2000)),
  ])
  func `A path that is dangerous or odd is named`(path: String, fault: ZipFault.Kind) throws {
    #expect(try faults(HandMadeZip(path)) == [fault])
  }

  @Test func `Names that aren't UTF-8 are named`() throws {
    var zip = HandMadeZip("é")
    zip.files[0].flags = 0
    #expect(try faults(zip) == [])
    zip.files[0].name = [0x61, 0xFF]
    #expect(try faults(zip) == [.notUTF8])
    zip.files[0].flags = 1 << 11
    #expect(try faults(zip) == [.notUTF8])
  }

  @Test func `Links, devices, encryption and other ways of packing are named`() throws {
    var zip = HandMadeZip("a")
    for mode in [0o120777, 0o020644, 0o010644] {
      zip.files[0].mode = mode
      #expect(try faults(zip) == [.notAFile])
    }
    zip.files[0].mode = 0
    zip.files[0].flags |= 1
    #expect(try faults(zip) == [.encrypted])
    zip.files[0].flags = 0
    zip.files[0].method = 12
    #expect(try faults(zip) == [.method(12)])
    try open(zip.archive) { archive in
      #expect(archive.damagedFiles() == [])
      let read = try? archive.read(archive.entries[0], limit: 100)
      #expect(read == nil)
    }
  }

  @Test func `Paths that are one place to some system are named`() throws {
    #expect(try faults(HandMadeZip("a/b", "a/b")) == [.twice])
    #expect(try faults(HandMadeZip("A/b", "a/B")) == [])
    #expect(try faults(HandMadeZip("a", "a/b/c")) == [.fileAndFolder])
    #expect(try faults(HandMadeZip("a/b", "A")) == [.fileAndFolder])
    #expect(try faults(HandMadeZip("a/", "a")) == [.fileAndFolder])
  }

  @Test func `Files that share bytes, and files that say something else, are named`() throws {
    var zip = HandMadeZip("a", "b")
    zip.files[1].sharesBytes = true
    #expect(try faults(zip).contains(.overlap))
    zip = HandMadeZip("a", "b")
    zip.files[1].ownName = [0x63]
    #expect(try faults(zip) == [.contradiction])
    zip = HandMadeZip("a", "b")
    zip.files[0].listedSize = 3
    #expect(try faults(zip) == [.contradiction])
    try open(zip.archive) { archive in
      #expect(archive.damagedFiles().map(\.path) == ["a"])
    }
  }

  @Test func `Damage inside a file is found when it is unpacked`() throws {
    var zip = HandMadeZip("a", "b")
    zip.files[1].crc = 1
    try open(zip.archive) { archive in
      #expect(archive.faults == [])
      #expect(archive.damagedFiles().map(\.path) == ["b"])
    }
  }

  @Test func `What unpacks to too much is named and not unpacked`() throws {
    var limits = ZipLimits()
    limits.fileBytes = 8
    #expect(try faults(HandMadeZip([File("a", "123456789")]), limits: limits) == [.tooLarge(9)])
    limits = ZipLimits()
    limits.totalBytes = 8
    #expect(
      try faults(HandMadeZip([File("a", "12345"), File("b", "12345")]), limits: limits)
        == [.totalTooLarge(10)])
    let zeros = try ZipWriter.archive([
      ZipEntry("a", [UInt8](repeating: 0, count: 1 << 20))
    ])
    limits = ZipLimits()
    limits.ratioBytes = 1000
    try open(zeros, limits: limits) { archive in
      let kinds = archive.faults.map(\.kind)
      #expect(kinds.count == 1)
      guard case .ratio(let ratio)? = kinds.first else { return #expect(Bool(false), "\(kinds)") }
      #expect(ratio > 500)
      #expect(archive.damagedFiles() == [])
    }
    #expect(try open(zeros) { $0.faults } == [])
  }

  @Test func `What isn't a zip is named`() throws {
    #expect(try refusal([]) == .empty)
    #expect(try refusal(Array("Hello".utf8)) == .notZip(nil))
    #expect(try refusal(Array("%PDF-1.7 and more".utf8)) == .notZip("a PDF document"))
    #expect(try refusal(Array("<!DOCTYPE html><html>".utf8)) == .notZip("a web page"))
    #expect(try refusal([0x1F, 0x8B, 8, 0]) == .notZip("a gzip archive"))
    #expect(throws: ZipRefusal.self) { _ = try ZipArchive(path: "no-such-file.zip") }
    #expect(throws: ZipRefusal.unreadable("It is a folder")) {
      _ = try ZipArchive(path: FileManager.default.temporaryDirectory.path)
    }
  }

  @Test func `An archive that ends early is refused wherever it ends`() throws {
    let whole = try ZipWriter.archive([
      ZipEntry("imsmanifest.xml", Array("<a/>".utf8)), ZipEntry("index.html", Array("x".utf8)),
    ])
    for length in 1..<whole.count {
      let refused = try refusal(Array(whole.prefix(length)))
      #expect(refused == (length < 4 ? .notZip(nil) : .cutOff), "\(length)")
    }
  }

  @Test func `A list that lies about itself is refused`() throws {
    var zip = HandMadeZip("a", "b")
    zip.count = 3
    #expect(
      try refusal(zip.archive) == .damaged("The list holds 2 files and says that it holds 3."))
    zip.count = 1
    #expect(try refusal(zip.archive) == .damaged("The list holds more files than it says (1)."))
    zip.count = 60_000
    #expect(try refusal(zip.archive) == .tooManyEntries(60_000))
    zip.count = nil
    zip.listSize = 10
    #expect(try refusal(zip.archive) == .extraBytes(84))
    zip.listSize = 1 << 30
    #expect(try refusal(zip.archive) == .directoryTooLarge(1 << 30))
    zip.listSize = nil
    zip.listOffset = 0x7FFF_FFFF
    guard case .damaged? = try refusal(zip.archive) else { return #expect(Bool(false)) }
    zip.listOffset = nil
    #expect(try refusal(Array("#!run".utf8) + zip.archive) == .extraBytes(5))
    #expect(try refusal(zip.archive + [0, 0]) == .extraBytes(2))
    zip.disk = 1
    #expect(try refusal(zip.archive) == .split)
  }

  @Test func `Any byte may change without a crash`() throws {
    let whole = try ZipWriter.archive([
      ZipEntry("imsmanifest.xml", Array("<a>text</a>".utf8)), ZipEntry("b", Array("x".utf8)),
    ])
    var refused = 0
    for place in whole.indices {
      for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
        var changed = whole
        changed[place] = value
        do {
          try open(changed) { archive in
            for entry in archive.entries { _ = try? archive.read(entry, limit: 1 << 20) }
            _ = archive.damagedFiles()
          }
        } catch is ZipRefusal {
          refused += 1
        }
      }
    }
    #expect(refused > 50)
  }
}
