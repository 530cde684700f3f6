import Diagnostics
import Foundation
import MarkdownSyntax
import Testing

@Suite struct FixtureTests {
  static let diagnostics = Fixtures.names(in: "diagnostics", ending: ".md").filter { name in
    Fixtures.codes.contains { name.hasPrefix($0) }
  }
  static let documents = Fixtures.names(in: "documents", ending: ".md")

  @Test(arguments: diagnostics) func reports(_ name: String) throws {
    let source = try Fixtures.source("diagnostics", name)
    let (_, found) = MarkdownParser.parse(source)
    let report = expectation(found, in: source)
    let expectName = name.replacing(".md", with: ".expect")
    if Fixtures.records { try Fixtures.write(report, "diagnostics", expectName) }
    let expected = try #require(Fixtures.text("diagnostics", expectName))
      .split(separator: "\n").filter { !$0.hasPrefix("//") }.map { $0 + "\n" }.joined()
    #expect(report == expected)
    #expect(found.contains { $0.code.rawValue == name.prefix(7) }, "no \(name.prefix(7))")
  }

  /// Fixes mend what they say they mend, and make nothing new.
  @Test(arguments: diagnostics) func fixes(_ name: String) throws {
    let source = try Fixtures.source("diagnostics", name)
    let (_, found) = MarkdownParser.parse(source)
    let fixes = found.compactMap { $0.fixes.count == 1 ? $0.fixes.first : nil }
    guard !fixes.isEmpty else { return }
    let (_, rest) = MarkdownParser.parse(applying(fixes, to: source))
    let unfixable = found.count { $0.fixes.isEmpty }
    #expect(rest.count <= unfixable, "\(rest.map { "\($0.code.rawValue) \($0.message)" })")
  }

  /// With what is put right quietly in the file itself, it reads the same, and nothing is left.
  @Test(arguments: diagnostics.map { ("diagnostics", $0) } + documents.map { ("documents", $0) })
  func corrections(_ folder: String, _ name: String) throws {
    let source = try Fixtures.source(folder, name)
    let (document, found) = MarkdownParser.parse(source)
    var file = EditedFile(source)
    file.apply(document.corrections)
    let (mended, rest) = MarkdownParser.parse(SourceFile(path: name, bytes: file.bytes))
    #expect(mended.corrections.isEmpty)
    let places = /\(\d+:\d+-\d+:\d+\)/
    #expect(
      mended.dump().replacing(places, with: "") == document.dump().replacing(places, with: ""))
    #expect(rest.map(\.code) == found.map(\.code))
  }

  @Test(arguments: documents) func dumps(_ name: String) throws {
    let source = try Fixtures.source("documents", name)
    let (document, found) = MarkdownParser.parse(source)
    let dump = document.dump() + expectation(found, in: source)
    let dumpName = name.replacing(".md", with: ".dump")
    if Fixtures.records { try Fixtures.write(dump, "documents", dumpName) }
    #expect(dump == Fixtures.text("documents", dumpName))
  }

  @Test func everyCodeHasAFixture() {
    for code in Fixtures.codes {
      #expect(Self.diagnostics.contains { $0.hasPrefix(code) }, "no fixture of \(code)")
    }
  }
}
