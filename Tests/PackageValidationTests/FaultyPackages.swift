import Diagnostics
import HandMadeZips

/// One package for each code.
extension PackageValidationTests {
  private typealias File = HandMadeZip.File

  static let archives: [Case] = [
    Case(.notAnArchive, bytes: []),
    Case(.notAnArchive, bytes: Array("%PDF-1.7".utf8)),
    Case(.damagedArchive, bytes: Array(handMade(.scorm12).archive.dropLast(30))),
    Case(.damagedArchive, bytes: handMade(.scorm12).archive + [0]),
    Case(.damagedArchive) { $0.files[1].crc = 1 },
    Case(.damagedArchive) { $0.count = 2 },
    Case(.unsafePathInArchive) { $0.files.append(File("../../index.php")) },
    Case(.unsafePathInArchive) { $0.files.append(File("/etc/passwd")) },
    Case(.unsafePathInArchive) { $0.files.append(File("C:\\Windows\\a.dll")) },
    Case(.archiveTooLarge) { $0.count = 60_000 },
    Case(.archiveTooLarge, .deceptiveArchive) { $0.files[1].listedSize = 0x7FFF_FFFF },
    Case(.linkInArchive) { $0.files[1].mode = 0o120777 },
    Case(.lockedArchive) { $0.files[1].flags |= 1 },
    Case(.pathTwiceInArchive) { $0.files.append(File("index.html")) },
    Case(.pathTwiceInArchive) { $0.files.append(File("index.html/")) },
    Case(.deceptiveArchive) { $0.files[1].ownName = Array("other.html".utf8) },
    Case(.deceptiveArchive, .deceptiveArchive) { $0.files[2].sharesBytes = true },
    Case(.unusualPacking) { $0.files[1].method = 12 },
    Case(.unusualPacking) { $0.disk = 1 },
    Case(.largeArchiveForm) { $0.files[1].isLarge = true },
    Case(.nameNotUTF8) { $0.files[2].name = [0x66, 0xE9] },
    Case(.fileNotListed, .fileNameAtRisk) { $0.files.append(File("My film (1).mp4")) },
    Case(.fileNameAtRisk) { $0.files.append(File("__MACOSX/a")) },
    Case(.noManifest) { $0.files.removeFirst() },
    Case(.noManifest) { $0.files[0].name = Array("course/imsmanifest.xml".utf8) },
    Case(.noManifest) { $0.files[0].name = Array("IMSManifest.xml".utf8) },
    Case(.noManifest) { $0.files = [File("course.zip")] },
    Case(.twoManifests, .fileNotListed) { $0.files.append(File("cmi5.xml")) },
    Case(.manifestNotFirst) { $0.files.swapAt(0, 1) },
    Case(.fileNotListed, .secondManifest) { $0.files.append(File("old/imsmanifest.xml")) },
    Case(.unknownStandard) { $0.files = [File("h5p.json"), File("content/content.json")] },
  ]

  static let manifests: [Case] = [
    Case(.manifestUnreadable, sample: .scorm12.replacing("</manifest>", "")),
    Case(.manifestUnreadable, sample: .scorm12.replacing("UTF-8", "UTF-7")),
    Case(.manifestUnreadable) { zip in
      zip.files[0].bytes = [0xFF, 0xFE] + zip.files[0].bytes.flatMap { [$0, 0] }
    },
    Case(
      .manifestWithDocumentType, sample: .scorm12.replacing("<manifest", "<!DOCTYPE m><manifest")),
    Case(.unknownStandard, sample: PackageSample(files: [("tincan.xml", "<tincan/>")])),
    Case(
      .unknownStandard,
      sample: .scorm12.replacing("ADL SCORM", "Other").replacing("adlcp_", "x").replacing(
        "1.2<", "9<")),
    Case(.wrongNamespace, sample: .scorm12.replacing("imscp_rootv1p1p2\"", "other\"")),
    Case(
      .namespaceOrder,
      sample: .scorm12.replacing("<manifest ", "<manifest xmlns:x=\"urn:x\" ")),
    Case(.wrongVersionText, sample: .scorm12.replacing(">1.2<", ">1.2.1<")),
    Case(.wrongVersionText, sample: .scorm2004.replacing("4th Edition", "4th edition")),
    Case(.unusualSchemaText, sample: .scorm12.replacing("ADL SCORM", "SCORM")),
    Case(.brokenIdentifier, sample: .scorm12.replacing("\"I\"", "\"1\"")),
    Case(.brokenIdentifier, sample: .scorm12.replacing("\"I\"", "\"R\"")),
    Case(
      .brokenIdentifier, sample: .scorm12.replacing("identifierref=\"R\"", "identifierref=\"X\"")),
    Case(.brokenIdentifier, sample: .cmi5.replacing("https://example.org/u", "unit")),
    Case(.missingPackageTitle, sample: .scorm12.replacing("<title>Item</title>", "")),
    Case(
      .titleWithoutLanguage, sample: .cmi5.replacing("<langstring lang=\"en\">", "<langstring>")),
    Case(.brokenStructure, sample: .scorm12.replacing(" default=\"O\"", "")),
    Case(.brokenStructure, sample: .scorm12.replacing("default=\"O\"", "default=\"X\"")),
    Case(
      .launchNotFirst,
      sample: .scorm12.adding("a.css").replacing(
        "<resource ",
        "<resource identifier=\"S\" type=\"webcontent\" adlcp:scormtype=\"asset\" href=\"a.css\">"
          + "<file href=\"a.css\"/></resource><resource ")),
    Case(.listedFileMissing, sample: .scorm12.removing("media/a.js")),
    Case(.listedFileMissing, sample: .scorm12.replacing("media/a.js", "Media/a.js")),
    Case(
      .fileNotListed, .listedFileMissing, sample: .scorm12.replacing("media/a.js", "media\\a.js")),
    Case(.fileNotListed, sample: .scorm12.adding("b.js")),
    Case(
      .fileNameAtRisk,
      sample: .scorm12.adding("a b.js").replacing(
        "<file href=\"media", "<file href=\"a%20b.js\"/><file href=\"media")),
    Case(.wrongScormType, sample: .scorm12.replacing("scormtype", "scormType")),
    Case(.wrongScormType, sample: .scorm2004.replacing("scormType", "scormtype")),
    Case(.wrongPackageValue, sample: .scorm12.replacing(">80<", ">800<")),
    Case(.wrongPackageValue, sample: .cmi5.replacing("0.8", "80")),
    Case(.valueLeftOut, sample: .cmi5.replacing(" moveOn=\"Passed\"", "")),
    Case(.wrongSequencing, sample: .scorm2004.replacing(">continue", ">toc")),
    Case(.sequencingLeftOut, sample: .scorm2004.replacing("completionSetByContent=\"true\" ", "")),
    Case(.wrongLaunchAddress, sample: .cmi5.replacing("<url>index", "<url>start")),
    Case(.wrongLaunchAddress, sample: .cmi5.replacing("index.html<", "index.html?endpoint=x<")),
    Case(.launchFromNetwork, sample: .cmi5.replacing("<url>", "<url>https://example.org/")),
    Case(.characterByNumber, sample: .scorm12.replacing("Course", "L&#8217;eau")),
    Case(.manifestNotUTF8, sample: .scorm12.replacing("UTF-8", "ISO-8859-1")),
  ]

  static let cartridges: [Case] = [
    Case(.wrongVersionText, sample: .cartridge().replacing("1.3.0", "1.3")),
    Case(.brokenStructure, sample: .cartridge().replacing("rooted-hierarchy", "tree")),
    Case(.missingPackageTitle, sample: .cartridge().replacing("<title>Page</title>", "")),
    Case(.listedFileMissing, sample: .cartridge().removing("topic.xml")),
    Case(.againstCartridgeRule, sample: .cartridge().replacing("/assessment", "/question-bank"))
      .also(.brokenPackageDocument),
    Case(
      .againstCartridgeRule,
      sample: .cartridge().replacing(
        "type=\"imsdt_xmlv1p3\"", "type=\"imsdt_xmlv1p3\" href=\"topic.xml\"")),
    Case(
      .againstCartridgeRule,
      sample: .cartridge().replacing(
        "<file href=\"link.xml\"/>", "<file href=\"link.xml\"/><dependency identifierref=\"R1\"/>")),
    Case(.unusualResourceType, sample: .cartridge().replacing("imsdt_xmlv1p3", "imsdt_xmlv1p1")),
    Case(.unusualResourceType, sample: .cartridge().replacing("\"webcontent\"", "\"pages\"")),
    Case(
      .brokenPackageDocument,
      sample: .cartridge().replacing("https://example.org/", "page.html", in: "link.xml")),
    Case(
      .brokenPackageDocument,
      sample: .cartridge().replacing("<title>Topic</title>", "", in: "topic.xml")),
    Case(
      .brokenPackageDocument,
      sample: .cartridge().replacing("cc.true_false", "cc.yes_no", in: "quiz.xml")),
    Case(
      .brokenPackageDocument,
      sample: .cartridge().replacing("<topic", "<!DOCTYPE t><topic", in: "topic.xml")),
    Case(
      .riskyQuestion,
      sample: .cartridge().replacing("ident=\"false\"", "ident=\"no\"", in: "quiz.xml")),
    Case(.unusualSchemaText, sample: .qti.replacing("QTIv2.1 Package", "Questions")),
    Case(.brokenIdentifier, sample: .qti.replacing("identifierref=\"Q\"", "identifierref=\"X\"")),
    Case(
      .brokenPackageDocument,
      sample: .qti.replacing("<value>A", "<value>C", in: "items/q.xml")),
    Case(
      .brokenPackageDocument,
      sample: .qti.replacing("responseIdentifier=\"R", "responseIdentifier=\"X", in: "items/q.xml")),
    Case(.brokenPackageDocument, sample: .qti.replacing("items/q.xml", "q.xml", in: "test.xml")),
  ]
}

extension PackageValidationTests.Case {
  /// The same with one more code.
  fileprivate func also(_ code: DiagnosticCode) -> Self {
    Self(codes: codes + [code], bytes: bytes)
  }
}
