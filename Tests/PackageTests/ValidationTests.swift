import ContentFixtures
import Exporters
import Foundation
import PackageValidation
import Testing

/// `amparo validate` takes our own packages without a word.
@Suite struct ValidationTests {
  private static let schemas = repository.deletingLastPathComponent()
    .appending(path: "shared/schemas")

  @Test(arguments: packageExporters)
  func `Packages of the repository's content are right`(exporter: any Exporter) async throws {
    try await validate(exporter, schemas: nil)
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: schemas.path),
      "the official schemas aren't beside the repository"), arguments: packageExporters)
  func `They are right by the official schemas, too`(exporter: any Exporter) async throws {
    try await validate(exporter, schemas: Self.schemas.path)
  }

  private func validate(_ exporter: any Exporter, schemas: String?) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (tree, _) = try await PackageRun().export(exporter)
    #expect(!tree.files.isEmpty)
    let validator = PackageValidator(schemas: schemas.map { SchemaFolder($0) })
    for file in tree.files {
      let zip = folder.appending(path: "p.zip")
      try Data(try file.bytes()).write(to: zip)
      let result = validator.validate(zip.path)
      #expect(result.diagnostics == [], "\(file.path)")
      #expect(result.kind != nil && result.metSchema == (schemas != nil))
    }
  }
}
