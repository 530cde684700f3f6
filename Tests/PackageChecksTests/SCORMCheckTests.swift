import PackageChecks
import Testing

/// Each check finds its fault in a manifest that is right otherwise, and nothing else.
@Suite struct SCORMCheckTests {
  static let files = ["imsmanifest.xml", "index.html", "a.js"].map {
    PackageCheck.File(path: $0, size: 10)
  }

  static func findings(
    _ manifest: String, files: [PackageCheck.File] = files
  ) -> [PackageFinding] {
    PackageCheck.findings(files: files, manifest: Array(manifest.utf8), named: "imsmanifest.xml")
  }

  @Test(arguments: [old, new, new.replacing("4th", with: "3rd")])
  func `A manifest that is right has no findings`(manifest: String) {
    #expect(Self.findings(manifest) == [])
  }

  @Test(arguments: [
    (">1.2<", ">1.2.1<", PackageFinding.Rule.standard),
    ("adlcp:scormtype", "adlcp:scormType", .scormType),
    ("adlcp:scormtype=\"sco\" ", "", .scormType), ("\"sco\"", "\"SCO\"", .scormType),
    ("default=\"O\"", "default=\"X\"", .structure), (" default=\"O\"", "", .structure),
    ("<title>Item</title>", "", .title), ("<title>Course</title>", "<title> </title>", .title),
    ("identifierref=\"R\"", "identifierref=\"X\"", .identifier),
    ("identifier=\"I\"", "identifier=\"R\"", .identifier),
    ("identifier=\"I\"", "identifier=\"1\"", .identifier), (" identifier=\"I\"", "", .identifier),
    ("<file href=\"a.js\"/>", "<file href=\"b.js\"/>", .files),
    ("<file href=\"a.js\"/>", "<file href=\"A.js\"/>", .files),
    ("imscp_rootv1p1p2\"", "other\"", .namespace),
    (">80<", ">800<", .value), ("<manifest", "<!DOCTYPE x><manifest", .manifest),
    ("</manifest>", "", .manifest),
  ])
  func `A fault that a system refuses is an error`(
    good: String, bad: String, rule: PackageFinding.Rule
  ) {
    let findings = Self.findings(Self.old.replacing(good, with: bad, maxReplacements: 1))
    #expect(findings.first?.severity == .error)
    #expect(findings.first?.rule == rule, "\(findings)")
    #expect(findings.filter { $0.severity == .error }.count == 1, "\(findings)")
  }

  @Test(arguments: [
    ("<file href=\"a.js\"/>", "", PackageFinding.Rule.files),
    ("<file href=\"index.html\"/>", "", .files), ("Course", "Course &#39;A&#39;", .text),
    (
      "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" ", "", .namespace
    ),
    (
      "<resource ",
      "<resource identifier=\"S\" type=\"webcontent\" adlcp:scormtype=\"asset\" href=\"a.js\">"
        + "<file href=\"a.js\"/></resource><resource ", .structure
    ),
  ])
  func `What some systems only stumble over is a warning`(
    good: String, bad: String, rule: PackageFinding.Rule
  ) {
    var manifest = Self.old.replacing(good, with: bad, maxReplacements: 1)
    if rule == .namespace {
      manifest = manifest.replacing(
        "identifier=\"M\"",
        with: "identifier=\"M\" xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\"")
    }
    let findings = Self.findings(manifest)
    #expect(findings.map(\.severity) == [.warning], "\(findings)")
    #expect(findings.first?.rule == rule, "\(findings)")
  }

  @Test(arguments: [
    ("<imsss:objectives>", "<imsss:rollupRules/><imsss:objectives>", 0),
    ("<imsss:objectives>", "<imsss:randomizationControls/><imsss:objectives>", 1),
    (">continue<", ">toc<", 1), (">0.8<", ">8<", 1), ("adlcp:scormType", "adlcp:scormtype", 1),
    ("completionSetByContent=\"true\" ", "", 1),
  ])
  func `Sequencing and navigation of SCORM 2004`(good: String, bad: String, count: Int) {
    #expect(Self.findings(Self.new.replacing(good, with: bad)).count == count)
  }

  @Test func `Buttons can only be hidden at items without items`() {
    let nested = Self.new.replacing(
      "</item>", with: "<item identifier=\"J\" identifierref=\"R\"><title>J</title></item></item>")
    #expect(Self.findings(nested).contains { $0.rule == .sequencing && $0.severity == .error })
  }

  @Test(arguments: [
    (["index.html"], 1, true), (["folder/imsmanifest.xml"], 1, true),
    (["IMSMANIFEST.XML"], 1, true), (["imsmanifest.xml", "cmi5.xml"], 1, false),
    (["imsmanifest.xml", "index.html"], 0, false),
  ])
  func `The manifest stands at the root, by its name, alone`(
    paths: [String], count: Int, isMissing: Bool
  ) {
    let (path, findings) = PackageCheck.manifest(
      among: paths.map { PackageCheck.File(path: $0, size: 1) })
    #expect(findings.count == count)
    #expect((path == nil) == isMissing)
  }

  @Test(arguments: [
    "صورة.png", "a b.png", "__MACOSX/a", "INDEX.html", String(repeating: "a", count: 201),
  ])
  func `Names that some systems lose are said`(name: String) {
    let manifest = Self.old.replacing(
      "<file href=\"a.js\"/>", with: "<file href=\"a.js\"/><file href=\"\(name)\"/>")
    let findings = Self.findings(manifest, files: Self.files + [.init(path: name, size: 1)])
    #expect(findings.map(\.rule) == [.files], "\(findings)")
  }

  @Test func `A file with metadata counts as listed and must be there`() {
    let location = "<metadata><adlcp:location>lom.xml</adlcp:location>"
    let manifest = Self.old.replacing("<metadata>", with: location)
    #expect(Self.findings(manifest, files: Self.files + [.init(path: "lom.xml", size: 1)]) == [])
    #expect(Self.findings(manifest).map(\.severity) == [.error])
  }

  @Test func `Resources of manifests inside the manifest can be meant`() {
    let inner =
      "<manifest identifier=\"N\"><resources><resource identifier=\"X\"/></resources></manifest>"
    let manifest = Self.old.replacing("identifierref=\"R\"", with: "identifierref=\"X\"")
    #expect(Self.findings(manifest).map(\.rule) == [.identifier])
    #expect(Self.findings(manifest.replacing("</manifest>", with: inner + "</manifest>")) == [])
  }

  @Test(arguments: [
    ("a.js", true), ("./a.js", true), ("x/../a.js", true), ("a%2Ejs", true), ("a.js?x=1#y", true),
    ("A.js", false), ("../a.js", false), ("x\\a.js", false),
  ])
  func `An address is a file however it is written`(address: String, isThere: Bool) {
    let findings = Self.findings(
      Self.old.replacing("<file href=\"a.js\"/>", with: "<file href=\"\(address)\"/>"))
    #expect(findings.isEmpty == isThere, "\(findings)")
  }

  @Test func `Schemas needn't be listed`() {
    #expect(Self.findings(Self.old, files: Self.files + [.init(path: "a.xsd", size: 1)]) == [])
  }

  @Test func `Addresses count from the folders that are named as their base`() {
    let manifest = Self.old.replacing("<resources>", with: "<resources xml:base=\"c/\">")
    let files = ["imsmanifest.xml", "c/index.html", "c/a.js"].map {
      PackageCheck.File(path: $0, size: 1)
    }
    #expect(Self.findings(manifest, files: files) == [])
  }

  static let old = """
    <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" identifier="M">
    <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
    <organizations default="O"><organization identifier="O"><title>Course</title>
    <item identifier="I" identifierref="R"><title>Item</title>\
    <adlcp:masteryscore>80</adlcp:masteryscore></item>
    </organization></organizations>
    <resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="index.html">
    <file href="index.html"/><file href="a.js"/></resource></resources>
    </manifest>
    """

  static let new = """
    <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" \
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" \
    xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" \
    xmlns:imsss="http://www.imsglobal.org/xsd/imsss" identifier="M">
    <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
    <organizations default="O"><organization identifier="O"><title>Course</title>
    <item identifier="I" identifierref="R"><title>Item</title>
    <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="p">\
    <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>\
    </imsss:objectives><imsss:deliveryControls completionSetByContent="true" \
    objectiveSetByContent="true"/></imsss:sequencing>
    <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>\
    </adlnav:navigationInterface></adlnav:presentation></item>
    </organization></organizations>
    <resources><resource identifier="R" type="webcontent" adlcp:scormType="sco" href="index.html">
    <file href="index.html"/><file href="a.js"/></resource></resources>
    </manifest>
    """
}
