import CourseModel
import XMLDocuments

/// A quiz of a cartridge: QTI 1.2 in the profile of Common Cartridge.
struct CartridgeAssessment {
  let identifier: String
  let title: String
  let language: Language
  /// How often it may be taken; 0 without limit.
  let tries: Int
  /// Its questions; at least one, or a system would refuse it.
  let questions: [BankQuestion]

  /// The document.
  func document(_ version: CartridgeVersion) throws(XMLProblem) -> [UInt8] {
    let hints = questions.contains { !$0.hint.isEmpty }
    let fields = [
      ("cc_profile", "cc.exam.v0p1"), ("qmd_assessmenttype", "Examination"),
      ("qmd_scoretype", "Percentage"), ("qmd_feedbackpermitted", "Yes"),
      ("qmd_hintspermitted", hints ? "Yes" : "No"), ("qmd_solutionspermitted", "No"),
      // The profile knows one to five and no limit.
      ("cc_maxattempts", (1...5).contains(tries) ? String(tries) : "unlimited"),
    ]
    let section = XMLElement(
      "section", [.init("ident", identifier + "_questions")],
      children: questions.map { CartridgeItem(question: $0, version: version).element })
    return try XMLElement(
      "questestinterop", [.init("xmlns", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")],
      children: [
        XMLElement(
          "assessment",
          [
            .init("ident", identifier), .init("title", title),
            .init("xml:lang", language.tag),
          ],
          children: [
            XMLElement("qtimetadata", children: fields.map { .qtiField($0.0, $0.1) }), section,
          ])
      ]
    ).document()
  }
}

/// The small documents of a cartridge.
enum CartridgeDocuments {
  /// A topic to discuss.
  static func topic(
    _ title: String, html: [UInt8], _ version: CartridgeVersion
  ) throws(XMLProblem) -> [UInt8] {
    try XMLElement(
      "topic", [.init("xmlns", version.topicSpace)],
      children: [
        XMLElement("title", text: title),
        XMLElement(
          "text", [.init("texttype", "text/html")],
          text: String(decoding: html, as: UTF8.self).withoutControls),
      ]
    ).document()
  }

  /// A link to something outside.
  static func link(
    _ title: String, to address: String, _ version: CartridgeVersion
  ) throws(XMLProblem) -> [UInt8] {
    try XMLElement(
      "webLink", [.init("xmlns", version.linkSpace)],
      children: [
        XMLElement("title", text: title),
        XMLElement("url", [.init("href", address), .init("target", "_blank")]),
      ]
    ).document()
  }
}
