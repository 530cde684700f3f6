import PackageChecks
import Testing

@Suite struct CMI5CheckTests {
  static func findings(_ structure: String) -> [PackageFinding] {
    PackageCheck.findings(
      files: ["cmi5.xml", "index.html"].map { .init(path: $0, size: 1) },
      manifest: Array(structure.utf8), named: "cmi5.xml")
  }

  @Test(arguments: [
    "https://example.org/u", "urn:uuid:8aa6d1eb-daab-4b73-9c41-d7903ea86512", "tag:a,2026:x",
  ])
  func `A structure that is right has no findings`(id: String) {
    #expect(Self.findings(Self.right.replacing("https://example.org/u", with: id)) == [])
  }

  @Test(arguments: [
    ("https://example.org/u", "unit", PackageFinding.Rule.identifier, 1),
    ("https://example.org/u", "https://", .identifier, 1),
    ("https://example.org/u", "https://example.org/a b", .identifier, 1),
    ("https://example.org/u", "https://example.org/c", .identifier, 1),
    (" id=\"https://example.org/u\"", "", .identifier, 1),
    ("idref=\"https://example.org/o\"", "idref=\"https://example.org/x\"", .identifier, 1),
    ("<url>index.html", "<url>\n index.html", .address, 1),
    ("index.html<", "start.html<", .address, 1),
    ("index.html<", "index.html?a=1&amp;endpoint=x<", .address, 1),
    ("index.html<", "index.html?fetch<", .address, 1), ("<url>index.html</url>", "", .address, 1),
    ("moveOn=\"Passed\"", "moveOn=\"passed\"", .value, 1),
    ("masteryScore=\"0.8\"", "masteryScore=\"80\"", .value, 1),
    ("AnyWindow", "PopUp", .value, 1), ("<langstring lang=\"en\">T</langstring>", "T", .title, 1),
    ("CourseStructure.xsd", "Other.xsd", .namespace, 1),
    ("courseStructure", "course", .standard, 1),
  ])
  func `A fault is an error, and one only`(
    good: String, bad: String, rule: PackageFinding.Rule, count: Int
  ) {
    let once = rule != .standard
    let text =
      once
      ? Self.right.replacing(good, with: bad, maxReplacements: 1)
      : Self.right.replacing(good, with: bad)
    let findings = Self.findings(text)
    #expect(findings.map(\.severity) == Array(repeating: .error, count: count), "\(findings)")
    #expect(findings.first?.rule == rule, "\(findings)")
  }

  @Test(arguments: [
    (" moveOn=\"Passed\"", ""), ("index.html<", "https://example.org/index.html<"),
    ("<langstring lang=\"en\">T<", "<langstring>T<"),
  ])
  func `What costs something is a warning`(good: String, bad: String) {
    let findings = Self.findings(Self.right.replacing(good, with: bad, maxReplacements: 1))
    #expect(findings.map(\.severity) == [.warning], "\(findings)")
  }

  static let right = """
    <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
    <course id="https://example.org/c"><title><langstring lang="en">T</langstring></title>\
    <description><langstring lang="en">D</langstring></description></course>
    <objectives><objective id="https://example.org/o"><title><langstring lang="en">O</langstring>\
    </title><description><langstring lang="en">O</langstring></description></objective></objectives>
    <au id="https://example.org/u" moveOn="Passed" masteryScore="0.8" launchMethod="AnyWindow">
    <title><langstring lang="en">U</langstring></title>
    <description><langstring lang="en">U</langstring></description>
    <objectives><objective idref="https://example.org/o"/></objectives>
    <url>index.html</url></au>
    </courseStructure>
    """
}
