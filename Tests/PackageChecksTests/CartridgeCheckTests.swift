import PackageChecks
import Testing

@Suite struct CartridgeCheckTests {
  private static func findings(_ manifest: String) -> [PackageFinding] {
    PackageCheck.findings(
      files: ["imsmanifest.xml", "a.html", "b.png", "q.xml", "t.xml", "l.xml"]
        .map { .init(path: $0, size: 1) }, manifest: Array(manifest.utf8),
      named: "imsmanifest.xml")
  }

  @Test func `A cartridge that is right has no findings`() {
    #expect(Self.findings(Self.right) == [])
    let old = Self.right.replacing("1.3.0", with: "1.1.0").replacing("v1p3", with: "v1p1")
    #expect(Self.findings(old) == [])
  }

  @Test(arguments: [
    // Identifiers and what they lead to.
    ("identifier=\"P\"", "identifier=\"1\"", PackageFinding.Rule.identifier, 2),
    ("identifier=\"P\"", "identifier=\"Q\"", .identifier, 2),
    ("identifierref=\"T\"", "identifierref=\"X\"", .identifier, 1),
    ("<dependency identifierref=\"M\"/>", "<dependency identifierref=\"X\"/>", .identifier, 1),
    // Files: 1a, 1b, 1c, 9a, 10a, 10b.
    ("<file href=\"t.xml\"/>", "", .cartridge, 1),
    ("<file href=\"l.xml\"/>", "<file href=\"l.xml\"/><file href=\"a.html\"/>", .cartridge, 1),
    ("type=\"imsdt_xmlv1p3\"", "type=\"imsdt_xmlv1p3\" href=\"t.xml\"", .cartridge, 1),
    ("<file href=\"a.html\"/>", "<file href=\"a.html\"/><file href=\"a.html\"/>", .cartridge, 1),
    ("<file href=\"a.html\"/>", "<file href=\"b.png\"/>", .cartridge, 1),
    ("<file href=\"a.html\"/>", "<file href=\"c.html\"/>", .cartridge, 2),
    // Dependencies: 2d, 3d, 5d, 7a, 7b.
    (
      "<file href=\"l.xml\"/>", "<file href=\"l.xml\"/><dependency identifierref=\"M\"/>",
      .cartridge, 1
    ),
    (
      "<file href=\"q.xml\"/>", "<file href=\"q.xml\"/><dependency identifierref=\"T\"/>",
      .cartridge, 1
    ),
    ("identifierref=\"M\"/>", "identifierref=\"Q\"/>", .cartridge, 1),
    ("identifierref=\"M\"/>", "identifierref=\"P\"/>", .cartridge, 1),
    (
      "<dependency identifierref=\"M\"/>",
      "<dependency identifierref=\"M\"/><dependency identifierref=\"M\"/>", .cartridge, 1
    ),
    // Contents: 8a, 8b, one root without a title.
    ("/assessment\"", "/question-bank\"", .cartridge, 1),
    (
      "<title>Topic</title>", "<title>Topic</title><item identifier=\"i9\"><title>x</title></item>",
      .cartridge, 1
    ),
    ("<title>Topic</title>", "", .title, 1),
    ("<item identifier=\"root\">", "<item identifier=\"root\"><title>Root</title>", .structure, 1),
    (" structure=\"rooted-hierarchy\"", "", .structure, 1),
    // Versions.
    ("1.3.0", "1.4.0", .standard, 1),
  ])
  func `A fault is an error`(
    good: String, bad: String, rule: PackageFinding.Rule, count: Int
  ) {
    let findings = Self.findings(Self.right.replacing(good, with: bad, maxReplacements: 1))
      .filter { $0.severity == .error }
    #expect(findings.count == count, "\(findings)")
    #expect(findings.first?.rule == rule, "\(findings)")
  }

  @Test func `Files that nothing lists and types that few systems know are warnings`() {
    let unlisted = Self.findings(
      Self.right.replacing("<file href=\"t.xml\"/>", with: "<file href=\"b.png\"/>"))
    #expect(unlisted.map(\.severity) == [.warning] && unlisted.first?.path == "t.xml")
    let older = Self.findings(Self.right.replacing("imscc_xmlv1p3", with: "imscc_xmlv1p1"))
    #expect(older.map(\.severity) == [.warning])
    let unknown = Self.findings(Self.right.replacing("imswl_xmlv1p3", with: "mylink"))
    #expect(unknown.map(\.severity) == [.warning])
  }

  @Test func `A package of questions is looked at by the same rules of files`() {
    let manifest = """
      <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M">
      <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
      <organizations/><resources>
      <resource identifier="I" type="imsqti_item_xmlv2p1" href="q.xml"><file href="q.xml"/></resource>
      </resources></manifest>
      """
    func findings(_ text: String) -> [PackageFinding] {
      PackageCheck.findings(
        files: ["imsmanifest.xml", "q.xml"].map { .init(path: $0, size: 1) },
        manifest: Array(text.utf8), named: "imsmanifest.xml")
    }
    #expect(findings(manifest) == [])
    let missing = findings(manifest.replacing("<file href=\"q.xml\"/>", with: ""))
    #expect(missing.map(\.severity) == [.warning])
  }

  static let right = """
    <manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1" identifier="A">
    <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion></metadata>
    <organizations><organization identifier="O" structure="rooted-hierarchy">\
    <item identifier="root"><item identifier="f"><title>Folder</title>
    <item identifier="i1" identifierref="P"><title>Page</title></item>
    <item identifier="i2" identifierref="Q"><title>Quiz</title></item>
    <item identifier="i3" identifierref="T"><title>Topic</title></item>
    <item identifier="i4" identifierref="L"><title>Link</title></item>
    </item></item></organization></organizations>
    <resources>
    <resource identifier="P" type="webcontent" href="a.html"><file href="a.html"/>\
    <dependency identifierref="M"/></resource>
    <resource identifier="Q" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><file href="q.xml"/></resource>
    <resource identifier="T" type="imsdt_xmlv1p3"><file href="t.xml"/></resource>
    <resource identifier="L" type="imswl_xmlv1p3"><file href="l.xml"/></resource>
    <resource identifier="M" type="webcontent" href="b.png"><file href="b.png"/></resource>
    </resources></manifest>
    """
}
