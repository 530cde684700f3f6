import ContentFixtures
import CourseModel
import Exporters
import Foundation
import Testing
import XMLDocuments

/// The official schemas, where this machine has them beside the repository.
private enum Schemas {
  static let folder = repository.deletingLastPathComponent().appending(path: "shared/schemas")
  static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The schema of a standard, as its folder is called.
  static func path(_ standard: String) -> String {
    let file = standard == "cmi5" ? "CourseStructure.xsd" : "_driver.xsd"
    return folder.appending(path: standard).appending(path: file).path
  }
}

@Suite struct SchemaTests {
  @Test func `Whether the official schemas are here`() {
    if !Schemas.exist {
      print(
        "NOT TESTED: manifests against the official schemas, which aren't beside the repository.")
    }
  }

  @Test(
    .enabled(if: Schemas.exist, "the official schemas aren't beside the repository"),
    arguments: ["scorm12", "scorm2004-3rd", "scorm2004-4th", "cmi5"])
  func `Manifests are valid by the official schema`(standard: String) async throws {
    let schema = try XMLSchema(
      path: Schemas.path(standard), catalog: Schemas.folder.appending(path: "catalog.xml").path)
    let exporter: any Exporter =
      switch standard {
      case "scorm12": SCORM12Exporter()
      case "cmi5": CMI5Exporter()
      default: SCORM2004Exporter()
      }
    let edition = standard == "scorm2004-3rd" ? 3 : 4
    let documents =
      PackageTests.course.replacing(
        "  id-prefix",
        with: "  scorm2004-edition: \(edition)\n  control-documents: xsd\n  id-prefix")
      + "=== xsd/\(standard)/x.xsd\n<x/>\n"
    var runs = [
      try await PackageRun(
        fixture: PackageTests.course.replacing(
          "  id-prefix", with: "  scorm2004-edition: \(edition)\n  id-prefix")),
      try await PackageRun(fixture: documents),
    ]
    if edition == 4 { runs.append(try await PackageRun()) }
    for run in runs {
      let (tree, _) = try run.export(exporter)
      for file in tree.files {
        let manifest = try #require(try ReadZip(try file.bytes()).entries.first)
        let problems = try schema.problems(in: manifest.bytes)
        #expect(problems == [], "\(file.path)")
      }
    }
    // The schema isn't one that takes anything.
    #expect(try schema.problems(in: Array("<manifest/>".utf8)) != [])
  }
}
