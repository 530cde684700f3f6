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
      case "scorm12": PackageExporter(.scorm12)
      case "cmi5": PackageExporter(.cmi5)
      default: PackageExporter(.scorm2004)
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

/// Documents of cartridges and of packages of questions, against the official schemas.
@Suite struct ExchangeSchemaTests {
  /// Which schema a document of a package is to be valid by; nil for one that isn't XML.
  private func schema(of name: String, in folder: String, questions: String) -> String? {
    switch name.split(separator: "/").first {
    case "imsmanifest.xml": "\(folder)/_driver.xsd"
    case "quizzes": "\(folder)/\(questions)"
    case "topics":
      folder == "imscc13" ? "imscc13/ccv1p3_imsdt_v1p3.xsd" : "imscc11/ccv1p1_imsdt_v1p1.xsd"
    case "links":
      folder == "imscc13" ? "imscc13/ccv1p3_imswl_v1p3.xsd" : "imscc11/ccv1p1_imswl_v1p1.xsd"
    case "items", "tests": "qti21/www.imsglobal.org/xsd/imsqti_v2p1.xsd"
    default: nil
    }
  }

  private static var runs: [PackageRun] {
    get async throws {
      [try await PackageRun(fixture: ExchangeFixture.course), try await PackageRun()]
    }
  }

  /// Validates every document of every package; returns how many there were by schema.
  private func validate(
    _ files: [OutputTree.File], folder: String, questions: String
  ) throws -> [String: Int] {
    var documents: [String: [(String, [UInt8])]] = [:]
    for file in files {
      for entry in try ReadZip(try file.bytes()).entries {
        guard let schema = schema(of: entry.name, in: folder, questions: questions) else {
          continue
        }
        documents[schema, default: []].append(("\(file.path) \(entry.name)", entry.bytes))
      }
    }
    for (name, list) in documents.sorted(by: { $0.key < $1.key }) {
      let schema = try XMLSchema(
        path: Schemas.folder.appending(path: name).path,
        catalog: Schemas.folder.appending(path: "catalog.xml").path)
      for (path, bytes) in list {
        #expect(try schema.problems(in: bytes) == [], "\(path)")
      }
      // The schema isn't one that takes anything.
      #expect(try schema.problems(in: Array("<manifest/>".utf8)) != [])
    }
    return documents.mapValues(\.count)
  }

  @Test(
    .enabled(if: Schemas.exist, "the official schemas aren't beside the repository"),
    arguments: [
      ("1.1", "imscc11", "ccv1p1_qtiasiv1p2p1_v1p0.xsd"),
      ("1.3", "imscc13", "ccv1p3_qtiasiv1p2p1_v1p0.xsd"),
    ])
  func `Cartridges are valid by the official schemas`(
    version: String, folder: String, questions: String
  ) async throws {
    for run in try await Self.runs {
      let (tree, _) = try run.export(CartridgeExporter())
      let files = tree.files.filter { $0.path.text.hasPrefix("packages/cc/\(version)/") }
      let counts = try validate(files, folder: folder, questions: questions)
      #expect(counts.count == 4 && counts.values.allSatisfy { $0 > 1 })
    }
  }

  @Test(.enabled(if: Schemas.exist, "the official schemas aren't beside the repository"))
  func `Items and tests are valid by the official schema of QTI 2.1`() async throws {
    for run in try await Self.runs {
      let (tree, _) = try run.export(QTIExporter())
      let counts = try validate(tree.files, folder: "scorm2004-4th", questions: "")
      #expect(counts.count == 2 && counts.values.allSatisfy { $0 > 3 })
    }
  }
}
