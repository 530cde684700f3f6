import CourseModel
import Exporters
import Foundation
import Learning
import Testing

/// What toolkit.yml says of packages.
@Suite struct PackageSettingsTests {
  @Test func `Packages are made unasked only where toolkit.yml has the key`() async throws {
    let asked = try await PackageRun(fixture: PackageTests.course).toolkit
    let unasked = try await PackageRun(
      fixture: PackageTests.course.replacing(
        "packages:\n  id-prefix: https://example.org/c/\n", with: "")
    ).toolkit
    for exporter in packageExporters {
      #expect(exporter.isWanted(by: asked))
      #expect(!exporter.isWanted(by: unasked))
    }
    #expect(allExporters.filter { $0.isWanted(by: unasked) }.map(\.name) == ["toolkit", "site"])
  }

  @Test(arguments: [
    ("packages: [scorm12, cc]", ["scorm12", "cc"]), ("packages: []", []),
    ("packages:\n  standards: [qti]\n  launch: own-window", ["qti"]),
    ("packages:\n  launch: own-window", ["scorm12", "scorm2004", "cmi5", "cc", "qti"]),
  ])
  func `Standards are chosen by name`(setting: String, made: [String]) async throws {
    let run = try await PackageRun(
      fixture: PackageTests.course.replacing(
        "packages:\n  id-prefix: https://example.org/c/", with: setting))
    #expect(
      allExporters.filter { $0.isWanted(by: run.toolkit) }.map(\.name) == ["toolkit", "site"] + made
    )
  }

  @Test(arguments: [
    ("passed-failed", ["incomplete", "failed", "passed"], ["incomplete", "failed", "passed"]),
    (
      "passed-incomplete", ["incomplete", "incomplete", "passed"],
      ["incomplete", "incomplete", "passed"]
    ),
    (
      "completed", ["incomplete", "incomplete", "incomplete"],
      ["completed", "completed", "completed"]
    ),
  ])
  func `The words of SCORM 1.2's only status`(
    mode: String, incomplete: [String], complete: [String]
  ) async throws {
    let run = try await PackageRun(
      fixture: PackageTests.course.replacing("  id-prefix", with: "  status: \(mode)\n  id-prefix"))
    let data = try ReadZip(try run.zip(PackageExporter(.scorm12), "m01-en")).adapterData()
    let status = try #require(data["status"] as? [String: Any])
    for (key, words) in [("incomplete", incomplete), ("complete", complete)] {
      let table = try #require(status[key] as? [String: String])
      #expect(["unknown", "failed", "passed"].map { table[$0] } == words)
    }
    // Without a quiz that can be passed, all that can be reached is "completed".
    let plain = try ReadZip(try run.zip(PackageExporter(.scorm12), "m02-en")).adapterData()
    #expect(plain["success"] is NSNull)
    let table = try #require(
      (plain["status"] as? [String: Any])?["complete"] as? [String: String])
    #expect(table["unknown"] == "completed")
  }

  @Test func `The build report says how much a system must keep`() async throws {
    let toolkit = try await PackageRun(fixture: PackageTests.course).toolkit
    let path = try #require(OutputPath("packages/scorm12/m01-en.zip"))
    let entry = Manifest.Entry(target: "scorm12", path: path, sources: [], bytes: [1])
    let report = BuildReport(
      toolkit: toolkit, languages: [],
      targets: [.init(name: "scorm12", summary: "", files: [entry], losses: [])], findings: [],
      sources: [:])
    #expect(report.budgets.map(\.id) == ["m01", "m02", "toolkit"])
    let course = try Course.decode(toolkit.engine)
    let bytes = LearnerState.worstCaseSize(of: course)
    #expect(report.budgets.last?.characters == 3 + (bytes * 8 + 5) / 6 + 13)
    #expect(String(decoding: report.html(), as: UTF8.self).contains("<td>m01</td>"))
  }

  @Test func `Settings reach the packages`() async throws {
    let text =
      PackageTests.course.replacing(
        "  id-prefix:",
        with: """
            status: completed
            scorm2004-edition: 3
            launch: own-window
            whole-toolkit: never
            control-documents: xsd
            id-prefix:
          """
      ).replacing("    id-prefix", with: "  id-prefix")
      + "=== xsd/scorm12/adlcp.xsd\n<x/>\n=== xsd/scorm2004-4th/adlcp.xsd\n<x/>\n"
    let run = try await PackageRun(fixture: text)
    let old = try ReadZip(try run.zip(PackageExporter(.scorm12), "m01-en"))
    #expect(old.entries.map(\.name).contains("adlcp.xsd"))
    let status = try #require(try old.adapterData()["status"] as? [String: Any])
    #expect(
      status["complete"] as? [String: String] == [
        "unknown": "completed", "failed": "completed", "passed": "completed",
      ])
    #expect(
      String(decoding: try old.bytes("imsmanifest.xml"), as: UTF8.self)
        .contains("xsi:schemaLocation"))
    let new = try ReadZip(try run.zip(PackageExporter(.scorm2004), "m01-en"))
    #expect(!new.entries.map(\.name).contains("adlcp.xsd"))
    #expect(
      String(decoding: try new.bytes("imsmanifest.xml"), as: UTF8.self)
        .contains("<schemaversion>2004 3rd Edition<"))
    let cmi5 = try ReadZip(try run.zip(PackageExporter(.cmi5), "m01-en"))
    #expect(
      String(decoding: try cmi5.bytes("cmi5.xml"), as: UTF8.self)
        .contains("launchMethod=\"OwnWindow\""))
    let (tree, _) = try run.export(PackageExporter(.cmi5))
    #expect(tree.files.count == 2)
  }
}
