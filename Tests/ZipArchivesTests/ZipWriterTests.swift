import Foundation
import Testing
import ZipArchives

@Suite struct ZipWriterTests {
  private let text = Array(String(repeating: "Protection in practice. ", count: 400).utf8)

  /// What another program reads from an archive: names and bytes in order.
  private func read(_ archive: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    try Data(archive).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c",
      """
      import hashlib, sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for info in archive.infolist():
          data = archive.read(info)
          print(info.filename, info.date_time, oct(info.external_attr >> 16), info.compress_type,
                len(data), sum(data), info.flag_bits & 8, len(info.extra))
      """, file.path,
    ]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    return String(decoding: read, as: UTF8.self)
  }

  @Test func `Other programs read what was written, with one time and one set of rights`() throws {
    let packed = try PackedFile(text)
    let archive = try ZipWriter.archive([
      ZipEntry("imsmanifest.xml", Array("<a/>".utf8)), ZipEntry("assets/learner.js", packed),
      ZipEntry("index.html", text), ZipEntry("empty", []),
    ])
    let sum = text.reduce(0) { $0 + Int($1) }
    let facts = "(1980, 1, 1, 0, 0, 0) 0o100644"
    let lines = try read(archive).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("imsmanifest.xml \(facts)"))
    #expect(lines[1] == "assets/learner.js \(facts) 8 \(text.count) \(sum) 0 0")
    #expect(lines[2] == "index.html \(facts) 8 \(text.count) \(sum) 0 0")
    #expect(lines[3].hasPrefix("empty \(facts)"))
  }

  @Test func `The same files give the same bytes, packed before or not`() throws {
    let packed = try PackedFile(text)
    let once = try ZipWriter.archive([ZipEntry("a", text), ZipEntry("b", text)])
    let again = try ZipWriter.archive([ZipEntry("a", packed), ZipEntry("b", packed)])
    #expect(once == again)
    #expect(once.count < text.count)
  }

  @Test func `A path that stands twice is refused`() {
    #expect(throws: ZipProblem.self) {
      try ZipWriter.archive([ZipEntry("a", [1]), ZipEntry("a", [2])])
    }
  }
}
