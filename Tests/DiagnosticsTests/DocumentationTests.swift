import Diagnostics
import FoundationEssentials
import Testing

/// Every code is explained in docs/diagnostics.md.
@Suite struct DocumentationTests {
  /// The package's folder.
  private static func package(file: String = #filePath) -> URL {
    var package = URL(filePath: file)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package
  }

  /// Entries by code: from one `### AMP0123: Title` to the next heading.
  private static func entries() throws -> [String: String] {
    let package = package()
    let page = String(
      decoding: try Data(contentsOf: package.appending(path: "docs/diagnostics.md")),
      as: UTF8.self)
    var entries: [String: String] = [:]
    var code: String?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("### AMP") {
        code = String(line.dropFirst(4).prefix(7))
      } else if line.hasPrefix("## ") {
        code = nil
      }
      if let code { entries[code, default: ""] += line + "\n" }
    }
    return entries
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `A code has an entry with reason, repair and example`(code: DiagnosticCode) throws {
    let entry = try #require(try Self.entries()[code.rawValue], "no entry for \(code)")
    #expect(entry.contains("\n**Why** "))
    #expect(entry.contains("\n**Mend** "))
    #expect(entry.contains("\n```\n"))
    let title = entry.prefix { $0 != "\n" }
    #expect(title.hasSuffix("(warning)") == (code.severity == .warning))
    #expect(title.hasSuffix("(note)") == (code.severity == .note))
  }

  @Test func `Nothing else has an entry`() throws {
    let codes = Set(DiagnosticCode.allCases.map(\.rawValue))
    #expect(try Self.entries().keys.filter { !codes.contains($0) } == [])
  }

  /// Codes that no content can trigger: tested where outputs are made and written.
  private static let testedElsewhere: Set<DiagnosticCode> = [
    .remoteAddressInOutput, .outputNotWritable, .layoutFailed, .unknownLanguage, .unknownVariant,
    .brokenTheme, .weakTheme, .siblingFileInOutput,
    // Media of 20 MB and names that the compiler refuses: in PackageTests.
    .packageMediaTooLarge, .renamedInPackage,
    // Agency profiles: in CaseManagementTests, which change the shipped profile.
    .invalidProfile, .missingProfileText, .unknownProfileText, .unlabelledProfile,
    .doubledProfileRow,
    // In Tests/Preview, which starts previews.
    .portNotUsable,
    // What keeps `check --fix` and `new` from writing: in DiskTests and Tests/CommandLine.
    .fileNotMended, .fileChanged, .alreadyThere, .contentNotWritable,
  ]

  @Test func `A code has a fixture that triggers it`() throws {
    let fixtures = Self.package().appending(path: "Tests/Fixtures")
    let names = ["content", "diagnostics", "packages"].flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(
        atPath: fixtures.appending(path: folder).path)) ?? []
    }
    #expect(names.count > DiagnosticCode.allCases.count)
    for code in DiagnosticCode.allCases where !Self.testedElsewhere.contains(code) {
      // Packages of anybody: PackageValidationTests makes one for each.
      guard !("AMP1150"..."AMP1199").contains(code.rawValue) else { continue }
      let hasFixture = names.contains { $0.hasPrefix(code.rawValue + "-") }
      #expect(hasFixture, "no fixture for \(code.rawValue)")
    }
  }
}
