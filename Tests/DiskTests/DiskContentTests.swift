import CourseCompiler
import Disk
import Glibc
import Testing

@Suite struct DiskContentTests {
  let folder: TemporaryFolder
  let content: DiskContent

  init() throws {
    folder = try TemporaryFolder()
    content = DiskContent(folder: folder.path)
  }

  @Test func `Files are listed by path, hidden ones are not`() throws {
    for path in ["b.md", "a/z.md", "a/b/c.md", "a-b.md", ".git/config", "a/.hidden", "ä/ü.md"] {
      try folder.write(path, path)
    }
    let entries = try content.entries()
    #expect(entries.map(\.path) == ["a-b.md", "a/b/c.md", "a/z.md", "b.md", "ä/ü.md"])
    #expect(entries.allSatisfy { $0.kind == .file })
    #expect(entries.map(\.size) == entries.map(\.path.utf8.count))
    for entry in entries {
      #expect(try content.read(entry.path) == Array(entry.path.utf8))
    }
  }

  @Test func `Large and empty files are read whole`() throws {
    let text = String(repeating: "0123456789abcdef", count: 70_000)
    try folder.write("large.md", text)
    try folder.write("empty.md", "")
    #expect(try content.read("large.md") == Array(text.utf8))
    #expect(try content.read("empty.md").isEmpty)
  }

  @Test func `Links are listed and never followed`() throws {
    try folder.write("outside/secret.md", "secret")
    try folder.write("content/real.md", "real")
    symlink("../outside/secret.md", folder.at("content/file.md"))
    symlink("../outside", folder.at("content/folder"))
    symlink("nowhere", folder.at("content/dangling"))
    let content = DiskContent(folder: folder.at("content"))
    let kinds = try content.entries().map { "\($0.path) \($0.kind)" }
    #expect(
      kinds == [
        "dangling symbolicLink", "file.md symbolicLink", "folder symbolicLink", "real.md file",
      ])
    for path in ["file.md", "folder/secret.md"] {
      #expect(throws: ContentError.self) { try content.read(path) }
    }
  }

  @Test(arguments: ["../outside.md", "a/../../outside.md", "/etc/hostname", "", "a//b", "."])
  func `Paths out of the folder are refused`(path: String) throws {
    try folder.write("outside.md", "x")
    try folder.write("content/a/b", "x")
    let content = DiskContent(folder: folder.at("content"))
    let error = #expect(throws: ContentError.self) { try content.read(path) }
    #expect(error?.path == path)
  }

  @Test func `Pipes neither block nor count as files`() throws {
    mkfifo(folder.at("pipe.md"), 0o600)
    #expect(try content.entries().map(\.kind) == [.other])
    #expect(throws: ContentError.self) { try content.read("pipe.md") }
  }

  @Test func `Names that are not UTF-8 are reported`() throws {
    let name = folder.path.utf8CString.dropLast() + [47, -1, 46, 109, 100, 0]
    close(open(Array(name), O_CREAT | O_WRONLY, 0o600))
    let entries = try content.entries()
    #expect(entries.map(\.kind) == [.undecodableName])
    #expect(entries.map(\.path) == ["\u{FFFD}.md"])
  }

  @Test func `Endless folders end`() throws {
    try folder.write(String(repeating: "d/", count: 200) + "x.md", "x")
    try folder.write("y.md", "y")
    let entries = try content.entries()
    #expect(
      entries.map(\.kind) == [.unreadableFolder("folders are more than 32 deep here"), .file])
  }

  @Test func `Missing folders and files give the system's reason`() {
    let missing = DiskContent(folder: folder.at("missing"))
    let whole = #expect(throws: ContentError.self) { try missing.entries() }
    #expect(whole?.path == "")
    #expect(whole?.reason == "No such file or directory (`\(folder.at("missing"))`)")
    let file = #expect(throws: ContentError.self) { try content.read("missing.md") }
    #expect(file?.path == "missing.md")
    #expect(file?.reason == "No such file or directory")
  }

  @Test func `Unreadable files and folders are reported, the rest is read`() throws {
    guard getuid() != 0 else { return try readAsNobody() }
    try folder.write("shut/a.md", "a")
    try folder.write("file.md", "b")
    try folder.write("open.md", "c")
    chmod(folder.at("shut"), 0)
    chmod(folder.at("file.md"), 0)
    defer { chmod(folder.at("shut"), 0o700) }
    try expectShut()
  }

  /// Root may read everything; for root a file that fails to be read stands in: its own memory.
  private func readAsNobody() throws {
    let process = DiskContent(folder: "/proc/self")
    let error = #expect(throws: ContentError.self) { try process.read("mem") }
    #expect(error?.reason == "Input/output error")
  }

  private func expectShut() throws {
    #expect(
      try content.entries().map { "\($0.path) \($0.kind)" }
        == ["file.md file", "open.md file", "shut other"])
    let error = #expect(throws: ContentError.self) { try content.read("file.md") }
    #expect(error?.reason == "Permission denied")
  }
}
