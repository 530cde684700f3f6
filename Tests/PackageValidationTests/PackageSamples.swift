/// A package that nothing is wrong with, and that a test changes in one place.
struct PackageSample: Sendable {
  /// Paths and texts in the order of the zip, the manifest first.
  var files: [(path: String, text: String)]

  /// The same with one text changed.
  func replacing(_ good: String, _ bad: String, in path: String? = nil) -> PackageSample {
    var sample = self
    let place = path.map { path in files.firstIndex { $0.path == path } ?? 0 } ?? 0
    sample.files[place].text = files[place].text.replacing(good, with: bad, maxReplacements: 1)
    return sample
  }

  /// The same with one more file.
  func adding(_ path: String, _ text: String = "text") -> PackageSample {
    PackageSample(files: files + [(path, text)])
  }

  /// The same without a file.
  func removing(_ path: String) -> PackageSample {
    PackageSample(files: files.filter { $0.path != path })
  }

  static let scorm12 = PackageSample(files: [
    (
      "imsmanifest.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" identifier="M">
      <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
      <organizations default="O"><organization identifier="O"><title>Course</title>
      <item identifier="I" identifierref="R"><title>Item</title>\
      <adlcp:masteryscore>80</adlcp:masteryscore></item>
      </organization></organizations>
      <resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/><file href="media/a.js"/></resource></resources>
      </manifest>
      """
    ), ("index.html", "<p>Hello</p>"), ("media/a.js", "1"),
  ])

  static let scorm2004 = PackageSample(files: [
    (
      "imsmanifest.xml",
      """
      <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" \
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" \
      xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" \
      xmlns:imsss="http://www.imsglobal.org/xsd/imsss" identifier="M">
      <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
      <organizations default="O"><organization identifier="O"><title>Course</title>
      <item identifier="I" identifierref="R"><title>Item</title>
      <imsss:sequencing><imsss:deliveryControls completionSetByContent="true" \
      objectiveSetByContent="true"/></imsss:sequencing>
      <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue\
      </adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation></item>
      </organization></organizations>
      <resources><resource identifier="R" type="webcontent" adlcp:scormType="sco" href="index.html">
      <file href="index.html"/></resource></resources>
      </manifest>
      """
    ), ("index.html", "<p>Hello</p>"),
  ])

  static let cmi5 = PackageSample(files: [
    (
      "cmi5.xml",
      """
      <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="https://example.org/c"><title><langstring lang="en">T</langstring></title>\
      <description><langstring lang="en">D</langstring></description></course>
      <au id="https://example.org/u" moveOn="Passed" masteryScore="0.8" launchMethod="AnyWindow">
      <title><langstring lang="en">U</langstring></title>
      <description><langstring lang="en">U</langstring></description>
      <url>index.html</url></au>
      </courseStructure>
      """
    ), ("index.html", "<p>Hello</p>"),
  ])

  /// Common Cartridge 1.3, or 1.1 for `minor` 1.
  static func cartridge(minor: Int = 3) -> PackageSample {
    PackageSample(files: [
      (
        "imsmanifest.xml",
        """
        <manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p\(minor)/imscp_v1p1" identifier="M">
        <metadata><schema>IMS Common Cartridge</schema>\
        <schemaversion>1.\(minor).0</schemaversion>
        <lom xmlns="http://ltsc.ieee.org/xsd/imsccv1p\(minor)/LOM/manifest"><general><title>\
        <string language="en">Course</string></title></general></lom></metadata>
        <organizations><organization identifier="O" structure="rooted-hierarchy">
        <item identifier="root"><item identifier="F"><title>Folder</title>
        <item identifier="I1" identifierref="R1"><title>Page</title></item>
        <item identifier="I2" identifierref="R2"><title>Quiz</title></item>
        <item identifier="I3" identifierref="R3"><title>Topic</title></item>
        <item identifier="I4" identifierref="R4"><title>Link</title></item>
        </item></item></organization></organizations>
        <resources>
        <resource identifier="R1" type="webcontent" href="page.html"><file href="page.html"/>\
        </resource>
        <resource identifier="R2" type="imsqti_xmlv1p2/imscc_xmlv1p\(minor)/assessment">\
        <file href="quiz.xml"/></resource>
        <resource identifier="R3" type="imsdt_xmlv1p\(minor)"><file href="topic.xml"/></resource>
        <resource identifier="R4" type="imswl_xmlv1p\(minor)"><file href="link.xml"/></resource>
        </resources></manifest>
        """
      ), ("page.html", "<p>Hello</p>"), ("quiz.xml", quiz),
      (
        "topic.xml",
        """
        <topic xmlns="http://www.imsglobal.org/xsd/imsccv1p\(minor)/imsdt_v1p\(minor)">\
        <title>Topic</title><text texttype="text/plain">What do you think?</text></topic>
        """
      ),
      (
        "link.xml",
        """
        <webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p\(minor)/imswl_v1p\(minor)">\
        <title>Link</title><url href="https://example.org/"/></webLink>
        """
      ),
    ])
  }

  private static func field(_ label: String, _ entry: String) -> String {
    "<qtimetadatafield><fieldlabel>\(label)</fieldlabel><fieldentry>\(entry)</fieldentry>"
      + "</qtimetadatafield>"
  }

  private static let quiz = """
    <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
    <assessment ident="A" title="Quiz"><qtimetadata>\(field("cc_profile", "cc.exam.v0p1"))\
    </qtimetadata>
    <section ident="S">
    <item ident="Q1" title="One"><itemmetadata><qtimetadata>\
    \(field("cc_profile", "cc.true_false.v0p1"))</qtimetadata></itemmetadata>
    <presentation><material><mattext>Is it so?</mattext></material>
    <response_lid ident="X" rcardinality="Single"><render_choice>
    <response_label ident="true"><material><mattext>Yes</mattext></material></response_label>
    <response_label ident="false"><material><mattext>No</mattext></material></response_label>
    </render_choice></response_lid></presentation>
    <resprocessing><outcomes><decvar varname="SCORE" vartype="Decimal" minvalue="0" maxvalue="100"/>\
    </outcomes><respcondition continue="No"><conditionvar>\
    <varequal respident="X">true</varequal></conditionvar>
    <setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>
    </item></section></assessment></questestinterop>
    """

  static let qti = PackageSample(files: [
    (
      "imsmanifest.xml",
      """
      <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M">
      <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
      <organizations/>
      <resources>
      <resource identifier="T" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>\
      <dependency identifierref="Q"/></resource>
      <resource identifier="Q" type="imsqti_item_xmlv2p1" href="items/q.xml">\
      <file href="items/q.xml"/></resource>
      </resources></manifest>
      """
    ),
    (
      "test.xml",
      """
      <assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="test" title="T">
      <testPart identifier="p" navigationMode="linear" submissionMode="individual">
      <assessmentSection identifier="s" title="S" visible="true">
      <assessmentItemRef identifier="q" href="items/q.xml"/></assessmentSection></testPart>
      </assessmentTest>
      """
    ),
    (
      "items/q.xml",
      """
      <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q" title="Q" \
      adaptive="false" timeDependent="false">
      <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
      <correctResponse><value>A</value></correctResponse></responseDeclaration>
      <itemBody><choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
      <simpleChoice identifier="A">One</simpleChoice><simpleChoice identifier="B">Two</simpleChoice>
      </choiceInteraction></itemBody></assessmentItem>
      """
    ),
  ])
}
