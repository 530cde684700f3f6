import Diagnostics
import Foundation
import PackageValidation
import Testing

/// Packages against the official schemas, where this machine has them beside the repository.
@Suite struct SchemaTests {
  private static var folder: URL {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appending(path: "shared/schemas")
  }

  private static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test func `Whether the official schemas are here`() {
    if !Self.exist {
      print(
        "NOT TESTED: packages against the official schemas, which aren't beside the repository.")
    }
  }

  @Test(
    .enabled(if: exist, "the official schemas aren't beside the repository"),
    arguments: [
      PackageSample.scorm12, .scorm2004, .scorm2004.replacing("4th", "3rd"), .cmi5, .cartridge(),
      .cartridge(minor: 1), .qti,
    ])
  func `A package that is right is valid by the schemas`(sample: PackageSample) throws {
    let result = try validated(sample, schemas: Self.folder.path)
    #expect(result.diagnostics.map(\.message) == [])
  }

  @Test(
    .enabled(if: exist, "the official schemas aren't beside the repository"),
    arguments: [
      PackageSample.scorm12.replacing("<metadata>", "<metadata><other/>"),
      .scorm2004.replacing("<organizations", "<other/><organizations"),
      .cmi5.replacing("<url>", "<other/><url>"),
      .cartridge().replacing("<resources>", "<resources><other/>"),
      .cartridge().replacing("<title>Topic</title>", "<title>A</title><b/>", in: "topic.xml"),
      .cartridge().replacing("<section ", "<other/><section ", in: "quiz.xml"),
      .qti.replacing("<itemBody>", "<itemBody><other/>", in: "items/q.xml"),
    ])
  func `What only the schema forbids is said by it`(sample: PackageSample) throws {
    #expect(try validated(sample).diagnostics == [])
    let said = try validated(sample, schemas: Self.folder.path).diagnostics
    #expect(!said.isEmpty && said.allSatisfy { $0.code == .againstSchema && $0.range != nil })
  }

  @Test func `A folder without schemas is said once`() throws {
    let said = try validated(
      PackageSample.cartridge(), schemas: FileManager.default.temporaryDirectory.path
    ).diagnostics
    #expect(Set(said.map(\.code)) == [.noSchema])
    #expect(Set(said.map(\.message)).count == said.count)
  }

  @Test func `Schemas in the folder itself are found, and what they import must be there`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "s \(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let xsd = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace=\
      "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" elementFormDefault="qualified">
      <xs:element name="courseStructure"><xs:complexType><xs:sequence>
      <xs:any maxOccurs="2" processContents="skip"/></xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """
    let file = folder.appending(path: "CourseStructure.xsd")
    try xsd.write(to: file, atomically: true, encoding: .utf8)
    let right = try validated(PackageSample.cmi5, schemas: folder.path)
    #expect(right.diagnostics == [] && right.metSchema)
    let network = xsd.replacing(
      "<xs:element name=\"course",
      with: "<xs:include schemaLocation=\"http://127.0.0.1:9/x.xsd\"/><xs:element name=\"course")
    try network.write(to: file, atomically: true, encoding: .utf8)
    let said = try validated(PackageSample.cmi5, schemas: folder.path)
    #expect(said.diagnostics.map(\.code) == [.noSchema] && !said.metSchema)
  }
}
