import CourseCompiler
import Disk
import Foundation
import Glibc
import Testing

/// Looking at a folder again and again.
struct WatchedContentTests {
  private static func text(_ content: WatchedContent, _ path: String) throws -> String {
    String(decoding: try content.read(path), as: UTF8.self)
  }

  @Test func `The first look finds everything new, the next nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/one.md", "one")
    let content = WatchedContent(folder: folder.path)
    #expect(content.look().isAny)
    #expect(try content.entries().map(\.path) == ["a/one.md"])
    #expect(try Self.text(content, "a/one.md") == "one")
    #expect(content.look() == WatchedContent.Change())
    #expect(content.revision == 1)
  }

  @Test(arguments: ["a/one.md", "a/new.md", "new.md"])
  func `The kernel hints at a change, once`(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a/one.md", "one")
    let content = WatchedContent(folder: folder.path)
    _ = content.look()
    _ = content.takeHint()
    #expect(!content.takeHint())
    try folder.write(path, "other")
    #expect(content.takeHint())
    #expect(!content.takeHint())
  }

  @Test func `Changed, new and lost files are found`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.md", "one")
    try folder.write("two.md", "two")
    let content = WatchedContent(folder: folder.path)
    _ = content.look()
    #expect(try Self.text(content, "one.md") == "one")

    try folder.write("one.md", "other")
    var change = content.look()
    #expect(change.isAny && !change.isPassing)
    #expect(try Self.text(content, "one.md") == "other")

    try folder.write("three.md", "three")
    #expect(content.look().isAny)
    #expect(try content.entries().map(\.path) == ["one.md", "three.md", "two.md"])

    #expect(unlink(folder.at("two.md")) == 0)
    change = content.look()
    #expect(change.isAny && change.isPassing)

    try folder.write("one.md", "")
    change = content.look()
    #expect(change.isAny && change.isPassing)
    #expect(!content.look().isAny)
  }

  /// As an editor does that writes beside a file and renames.
  @Test func `A file that another takes the place of is found`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.md", "one")
    let content = WatchedContent(folder: folder.path)
    _ = content.look()
    #expect(try Self.text(content, "one.md") == "one")
    try folder.write(".one.md.new", "two")
    #expect(!content.look().isAny, "hidden files are no content")
    #expect(rename(folder.at(".one.md.new"), folder.at("one.md")) == 0)
    #expect(content.look().isAny)
    #expect(try Self.text(content, "one.md") == "two")
  }

  /// Two saves within one tick of a disk's clock leave size and times alike. (Setting the time back
  /// sets another one forward, so here the second save really falls into the same tick, or is
  /// found by its time.)
  @Test func `Bytes decide while times are young`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one.md", "0000")
    let content = WatchedContent(folder: folder.path)
    _ = content.look()
    for number in 1...300 {
      #expect(try Self.text(content, "one.md").count == 4)
      try folder.write("one.md", String(number + 1000))
      #expect(content.look().isAny)
      #expect(try Self.text(content, "one.md") == String(number + 1000))
    }
  }

  @Test func `A folder that goes away and comes back`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/one.md", "one")
    let content = WatchedContent(folder: folder.at("in"))
    _ = content.look()
    #expect(rename(folder.at("in"), folder.at("away")) == 0)
    let change = content.look()
    #expect(change.isAny && change.isPassing)
    #expect(throws: ContentError.self) { try content.entries() }
    #expect(!content.look().isAny)
    #expect(rename(folder.at("away"), folder.at("in")) == 0)
    #expect(content.look().isAny)
    #expect(try Self.text(content, "one.md") == "one")
  }

  @Test func `A folder that never was is a change once`() throws {
    let content = WatchedContent(folder: "/no/such/folder")
    #expect(content.look().isAny)
    #expect(!content.look().isAny)
  }
}
