import Diagnostics
import FoundationEssentials
import Testing

@Suite struct JSONFormatterTests {
  @Test func `A whole report`() throws {
    let source = SourceFile(path: "modules/m01/ar.md", text: "سلام\r\n[x](m99) \"ok\"\n")
    let found = Diagnostic(
      .unknownTarget, path: source.path, range: SourceRange(14, 17), "There is no `m99`.",
      help: "Did you mean `m09`?",
      notes: [.init("Look here.", path: source.path, range: SourceRange(0, 8))],
      fixes: [.init("Write `m09`", range: SourceRange(14, 17), replacement: "m09")])
    let text = try JSONFormatter().format(
      [found, Diagnostic(.emptyContent, path: "", "Nothing here.")],
      sources: [source.path: source])
    try expectSnapshot(text, named: "report.json")
  }

  @Test func `Nothing to say is a report too`() throws {
    let text = try JSONFormatter().format([], sources: [:])
    let object = try JSONDecoder().decode(Empty.self, from: Data(text.utf8))
    #expect(object.version == 1)
    #expect(object.diagnostics.isEmpty)
    #expect(text.hasSuffix("}\n"))
  }

  private struct Empty: Decodable {
    let version: Int
    let diagnostics: [String]
  }
}
