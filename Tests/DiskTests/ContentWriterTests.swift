import Diagnostics
import Disk
import Foundation
import Testing

/// Changing single files of content.
@Suite struct ContentWriterTests {
  private func withFolder(_ body: (URL, ContentWriter) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "amparo-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      try? FileManager.default.removeItem(at: folder)
    }
    try body(folder, ContentWriter(folder: folder.path))
  }

  private func text(_ url: URL) -> String? { try? String(contentsOf: url, encoding: .utf8) }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `A file is replaced with its rights, and nothing is left beside it`() throws {
    try withFolder { folder, writer in
      let file = folder.appending(path: "a/en.md")
      #expect(writer.create("a/en.md", Array("old".utf8)) == nil)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
      #expect(writer.replace("a/en.md", Array("old".utf8), with: Array("new".utf8)) == nil)
      #expect(text(file) == "new")
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      let left = try names(folder.appending(path: "a"))
      #expect(left == ["en.md"])
    }
  }

  @Test func `A file that changed meanwhile stays`() throws {
    try withFolder { folder, writer in
      let file = folder.appending(path: "en.md")
      try Data("theirs".utf8).write(to: file)
      let problem = writer.replace("en.md", Array("old".utf8), with: Array("new".utf8))
      #expect(problem?.code == .fileChanged)
      #expect(text(file) == "theirs")
      let left = try names(folder)
      #expect(left == ["en.md"])
    }
  }

  @Test func `A read-only file stays, even for root`() throws {
    try withFolder { folder, writer in
      let file = folder.appending(path: "en.md")
      try Data("old".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
      let problem = writer.replace("en.md", Array("old".utf8), with: Array("new".utf8))
      #expect(problem?.code == .fileNotMended)
      #expect(problem?.message.contains("read-only") == true)
      #expect(text(file) == "old")
    }
  }

  @Test func `Links are not followed, missing files are not made`() throws {
    try withFolder { folder, writer in
      let outside = FileManager.default.temporaryDirectory.appending(path: "amparo-\(UUID())")
      try Data("old".utf8).write(to: outside)
      defer { try? FileManager.default.removeItem(at: outside) }
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "en.md"), withDestinationURL: outside)
      let new = Array("new".utf8)
      #expect(writer.replace("en.md", Array("old".utf8), with: new)?.code == .fileNotMended)
      #expect(writer.create("en.md", new)?.code == .alreadyThere)
      #expect(text(outside) == "old")
      #expect(writer.replace("none.md", [], with: new)?.code == .fileNotMended)
      let left = try names(folder)
      #expect(left == ["en.md"])
    }
  }

  @Test func `A file is put where none is, and in the place of another`() throws {
    try withFolder { folder, writer in
      #expect(writer.put("a/ar.source.tsv", Array("one".utf8)) == nil)
      #expect(writer.put("a/ar.source.tsv", Array("two".utf8)) == nil)
      #expect(text(folder.appending(path: "a/ar.source.tsv")) == "two")
      let left = try names(folder.appending(path: "a"))
      #expect(left == ["ar.source.tsv"])
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "link"), withDestinationURL: folder.appending(path: "a"))
      #expect(writer.put("link/ar.source.tsv", []) != nil)
      #expect(text(folder.appending(path: "a/ar.source.tsv")) == "two")
    }
  }

  @Test(arguments: ["../out.tsv", "modules/../../out.tsv", "/tmp/out.tsv", "", "a//b", "."])
  func `Nothing is written outside the folder`(path: String) throws {
    try withFolder { folder, writer in
      #expect(writer.put(path, [120])?.code == .contentNotWritable)
      #expect(writer.create(path, [120])?.code == .contentNotWritable)
      #expect(writer.replace(path, [], with: [120])?.code == .contentNotWritable)
      let left = try names(folder)
      #expect(left == [])
    }
  }

  @Test func `Nothing is written over`() throws {
    try withFolder { folder, writer in
      #expect(writer.create("en.md", Array("one".utf8)) == nil)
      #expect(writer.create("en.md", Array("two".utf8))?.code == .alreadyThere)
      #expect(text(folder.appending(path: "en.md")) == "one")
      #expect(writer.create("en.md/x.md", [])?.code == .contentNotWritable)
      #expect(
        ContentWriter(folder: "\(folder.path)/none").create("a", [])?.code == .contentNotWritable)
    }
  }
}
