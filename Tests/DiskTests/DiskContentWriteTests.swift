import CourseCompiler
import Disk
import Glibc
import Testing

@Suite struct DiskContentWriteTests {
  let folder: TemporaryFolder
  let content: DiskContent

  init() throws {
    folder = try TemporaryFolder()
    content = DiskContent(folder: folder.at("content"))
    try folder.write("content/modules/m01/ar.md", "text")
  }

  @Test func `A file is written and replaced, and nothing else is left`() throws {
    try content.write("modules/m01/ar.source.tsv", Array("one".utf8))
    try content.write("modules/m01/ar.source.tsv", Array("two".utf8))
    #expect(folder.read("content/modules/m01/ar.source.tsv") == "two")
    #expect(try folder.names(in: "content/modules/m01") == ["ar.md", "ar.source.tsv"])
  }

  @Test(arguments: ["../out.tsv", "modules/../../out.tsv", "/tmp/out.tsv", "", "nowhere/x.tsv"])
  func `Nothing is written outside the folder or into folders that are not there`(
    path: String
  ) throws {
    #expect(throws: ContentError.self) { try content.write(path, [120]) }
    #expect(try folder.names() == ["content"])
  }

  @Test func `A link in the place is replaced, what it led to stays`() throws {
    try folder.write("secret", "secret")
    symlink("../../../secret", folder.at("content/modules/m01/ar.source.tsv"))
    try content.write("modules/m01/ar.source.tsv", Array("new".utf8))
    #expect(folder.read("secret") == "secret")
    #expect(folder.read("content/modules/m01/ar.source.tsv") == "new")
    symlink("..", folder.at("content/modules/link"))
    #expect(throws: ContentError.self) { try content.write("modules/link/x.tsv", [120]) }
  }
}
