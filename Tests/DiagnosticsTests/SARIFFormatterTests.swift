import DiagnosticTexts
import Diagnostics
import Testing

/// SARIF and the short form. That the whole is valid SARIF is tested against the standard's schema in
/// Tests/CommandLine.
@Suite struct SARIFFormatterTests {
  private let source = SourceFile(
    path: "modules/m 1/ar.md", bytes: [0xEF, 0xBB, 0xBF] + Array("a😀é m99\r\nعَربي {#b}\r\n".utf8))

  private func diagnostics() -> [Diagnostic] {
    [
      Diagnostic(
        .unknownTarget, path: source.path, range: SourceRange(11, 14), "There is no `m99`.",
        help: "Did you mean `m09`?",
        notes: [
          .init("First here.", range: SourceRange(3, 4)), .init("Ids are for links."),
          .init("In that file.", path: "trees/t1/en.md"),
        ],
        fixes: [.init("Write `m09`", range: SourceRange(11, 14), replacement: "m09\n")]),
      Diagnostic(.rawHTML, path: source.path, range: SourceRange(27, 31), "Braces\nhere."),
      Diagnostic(.emptyContent, path: "", "There is nothing in this folder."),
    ]
  }

  @Test func `A whole report`() throws {
    let explanations = DiagnosticTexts.all.filter { [.unknownTarget, .rawHTML].contains($0.code) }
    let text = try SARIFFormatter(
      explanations: explanations, version: "1.2.3", folder: "./Content/"
    )
    .format(diagnostics(), sources: [source.path: source])
    try expectSnapshot(text, named: "report.sarif")
  }

  @Test(arguments: [
    ("Content", "Content/modules/m%201/ar.md"), (".", "modules/m%201/ar.md"),
    ("./a//b/", "a/b/modules/m%201/ar.md"), ("/srv/x/Content", "modules/m%201/ar.md"),
    ("../Content", "modules/m%201/ar.md"),
    ("محتوى", "%D9%85%D8%AD%D8%AA%D9%88%D9%89/modules/m%201/ar.md"),
  ])
  func `Paths hold from the working folder and never name a machine's`(
    folder: String, uri: String
  ) throws {
    let text = try SARIFFormatter(explanations: [], version: "1", folder: folder)
      .format(diagnostics(), sources: [source.path: source])
    #expect(text.contains("\"uri\" : \"\(uri)\""))
    #expect(!text.contains("srv"))
  }

  @Test func `The short form has one line each, with a place`() {
    let text = ShortFormatter(folder: "Content/")
      .format(diagnostics(), sources: [source.path: source])
    #expect(
      text == """
        Content/modules/m 1/ar.md:1:5: error AMP0502: There is no `m99`. Did you mean `m09`?
        Content/modules/m 1/ar.md:2:6: warning AMP0204: Braces here.
        Content:1:1: error AMP0802: There is nothing in this folder.

        """)
  }

  @Test func `Paths are joined as a person would`() {
    #expect(ContentPath.join("./", "a") == "a")
    #expect(ContentPath.join("/", "a") == "/a")
    #expect(ContentPath.join("./x//", "a") == "x/a")
    #expect(ContentPath.join("../x", "a") == "../x/a")
  }
}
