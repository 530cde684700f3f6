import Diagnostics
import Foundation
import HandMadeZips
import PackageValidation
import Testing
import ZipArchives

/// What `amparo validate` says of an archive; the path in diagnostics is `p.zip`.
func validated(_ bytes: [UInt8], schemas: String? = nil) throws -> PackageValidator.Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "p.zip")
  try Data(bytes).write(to: file)
  return PackageValidator(schemas: schemas.map { SchemaFolder($0) }).validate(file.path)
}

func validated(
  _ sample: PackageSample, schemas: String? = nil
) throws -> PackageValidator.Result {
  try validated(
    try ZipWriter.archive(sample.files.map { ZipEntry($0.path, Array($0.text.utf8)) }),
    schemas: schemas)
}

/// The same files as an archive that a test can break.
func handMade(_ sample: PackageSample) -> HandMadeZip {
  HandMadeZip(sample.files.map { HandMadeZip.File($0.path, $0.text) })
}

@Suite struct PackageValidationTests {
  /// A package with one fault, and the codes that must be said of it, no others.
  struct Case: Sendable, CustomTestStringConvertible {
    let codes: [DiagnosticCode]
    let bytes: @Sendable () throws -> [UInt8]

    init(codes: [DiagnosticCode], bytes: @escaping @Sendable () throws -> [UInt8]) {
      self.codes = codes
      self.bytes = bytes
    }

    init(_ codes: DiagnosticCode..., sample: PackageSample) {
      self.codes = codes
      bytes = { try ZipWriter.archive(sample.files.map { ZipEntry($0.path, Array($0.text.utf8)) }) }
    }

    init(
      _ codes: DiagnosticCode..., zip: @escaping @Sendable (inout HandMadeZip) -> Void
    ) {
      self.codes = codes
      bytes = {
        var made = handMade(.scorm12)
        zip(&made)
        return made.archive
      }
    }

    init(_ codes: DiagnosticCode..., bytes: [UInt8]) {
      self.codes = codes
      self.bytes = { bytes }
    }

    var testDescription: String { codes.map { "\($0)" }.joined(separator: ", ") }
  }

  @Test(arguments: [
    PackageSample.scorm12, .scorm2004, .scorm2004.replacing("4th", "3rd"), .cmi5, .cartridge(),
    .cartridge(minor: 1), .qti,
  ])
  func `A package that is right is passed over without a word`(sample: PackageSample) throws {
    let result = try validated(sample)
    #expect(result.diagnostics == [])
    #expect(result.kind != nil && result.fileCount == sample.files.count)
    #expect(try validated(handMade(sample).archive).diagnostics == [])
  }

  @Test(arguments: archives + manifests + cartridges)
  func `A fault is said by its code, and nothing else is`(case: Case) throws {
    let said = try validated(try `case`.bytes()).diagnostics
    #expect(said.map(\.code) == `case`.codes, "\(said.map { "\($0.code.rawValue) \($0.message)" })")
    for diagnostic in said {
      #expect(!diagnostic.message.isEmpty && diagnostic.message.count < 400)
    }
  }

  @Test func `Every code for packages of anybody is shown here`() {
    let shown = Set((Self.archives + Self.manifests + Self.cartridges).flatMap(\.codes))
    // These two need schemas: in SchemaTests.
    let others: Set<DiagnosticCode> = [.againstSchema, .noSchema]
    for code in DiagnosticCode.allCases
    where ("AMP1150"..."AMP1199").contains(code.rawValue) && !others.contains(code) {
      #expect(shown.contains(code), "\(code.rawValue) \(code)")
    }
  }

  @Test func `A diagnostic about the manifest stands at its line`() throws {
    let result = try validated(PackageSample.scorm12.replacing("\"I\"", "\"1\""))
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.path.hasSuffix("p.zip/imsmanifest.xml"))
    let source = try #require(result.sources[diagnostic.path])
    let range = try #require(diagnostic.range)
    #expect(source.position(of: range.lower).line == 5)
  }

  @Test func `After a hundred of one sort only their number is said`() throws {
    let names = (0..<250).map { "<file href=\"no-\($0).html\"/>" }.joined()
    let said = try validated(
      PackageSample.scorm12.replacing("<file href=\"media", names + "<file href=\"media")
    ).diagnostics
    #expect(said.count == 101)
    #expect(said.allSatisfy { $0.code == .listedFileMissing })
    #expect(said.contains { $0.message.contains("150 more") })
  }
}
