import ContentFixtures
import CourseCompiler
import Diagnostics
import Foundation
import Testing

/// A toolkit with every mistake that content can have, as folders on disk.
///
/// Each folder of Tests/Fixtures/broken-content holds `expected.txt`: all that must be said, in file
/// order, as `AMP0601 path:line`. With AMPARO_RECORD_SNAPSHOTS=1 it is written anew.
@Suite struct BrokenContentTests {
  private static let root = fixtures.appending(path: "broken-content")

  static var folders: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()
  }

  @Test(arguments: folders) func saysWhatIsExpected(_ folder: String) async throws {
    let said = await Self.said(in: folder)
    let file = Self.root.appending(path: folder).appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["AMPARO_RECORD_SNAPSHOTS"] != nil {
      try Data((said.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(said == expected.split(separator: "\n").map(String.init))
  }

  /// Codes that these folders can't show, and where each is tested.
  private static let elsewhere: [(reason: String, codes: Set<DiagnosticCode>)] = [
    (
      "Files that no repository holds well: without rights, larger than 2 MB or 512 kB, links; in "
        + "Tests/Fixtures/content.",
      [.unreadableFile, .fileTooLarge, .linkOutsideContent, .mediaTooLarge]
    ),
    (
      "A profile has 36 kB of texts; Tests/Fixtures/content changes a copy of the shipped one.",
      [
        .invalidProfile, .missingProfileText, .unknownProfileText, .unlabelledProfile,
        .doubledProfileRow,
      ]
    ),
    (
      "The command names a language or a variant; in CompositionTests and VariantTests.",
      [.unknownLanguage, .unknownVariant]
    ),
    (
      "Said of outputs, not of content; in ExportersTests.",
      [.remoteAddressInOutput, .outputNotWritable, .layoutFailed, .siblingFileInOutput]
    ),
    ("Said of themes; in ThemeTests and Tests/CommandLine.", [.brokenTheme, .weakTheme]),
    (
      "Said when content is written; in DiskTests and Tests/CommandLine.",
      [.fileNotMended, .fileChanged, .alreadyThere, .contentNotWritable]
    ),
    ("Said of a preview; in Tests/Preview.", [.portNotUsable]),
    (
      "Said of packages; in PackageTests, by Tests/Fixtures/packages.",
      [
        .stateTooLarge, .idsClashInPackage, .nothingToComplete, .passMarkWithoutQuiz,
        .packageMediaTooLarge, .renamedInPackage, .shortenedInPackage, .lostInPackage,
        .tooManyRecords, .toolkitPackageLeftOut, .lessInPackage, .noQuestionsForPackage,
        .longTitleInPackage,
      ]
    ),
    (
      "Said of packages of anybody; in PackageValidationTests.",
      Set(DiagnosticCode.allCases.filter { ("AMP1150"..."AMP1199").contains($0.rawValue) })
    ),
  ]

  @Test func everyCodeIsShown() async throws {
    var shown: Set<String> = []
    for folder in Self.folders {
      shown.formUnion(await Self.said(in: folder).map { String($0.prefix(7)) })
    }
    let others = Self.elsewhere.reduce(into: Set<DiagnosticCode>()) { $0.formUnion($1.codes) }
    for code in DiagnosticCode.allCases {
      #expect(shown.contains(code.rawValue) != others.contains(code), "\(code.rawValue) \(code)")
    }
  }

  private static func said(in folder: String) async -> [String] {
    let content = WithoutExpectations(
      folder: FolderContent(root: root.appending(path: folder)))
    let result = await CourseCompiler.compile(content)
    return result.diagnostics.map { diagnostic in
      let line = diagnostic.range.flatMap { range in
        result.sources[diagnostic.path].map { ":\($0.position(of: range.lower).line)" }
      }
      return "\(diagnostic.code.rawValue) \(diagnostic.path)\(line ?? "")"
    }
  }
}

/// A folder without its `expected.txt`.
private struct WithoutExpectations: ContentSource {
  let folder: FolderContent

  func entries() throws(ContentError) -> [ContentEntry] {
    try folder.entries().filter { $0.path != "expected.txt" }
  }

  func read(_ path: String) throws(ContentError) -> [UInt8] { try folder.read(path) }
}
