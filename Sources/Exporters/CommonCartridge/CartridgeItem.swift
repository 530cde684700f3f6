import CourseModel
import XMLDocuments

/// What a kind of question becomes in a cartridge: docs/packages.md, "Item kinds".
enum CartridgeQuestionType: String, Sendable {
  case multipleChoice = "cc.multiple_choice.v0p1"
  case multipleResponse = "cc.multiple_response.v0p1"

  init(_ kind: Question.Kind) {
    switch kind {
    // Which of the two options means "true" is only in the author's words, so it is a choice of two.
    case .single, .trueFalse: self = .multipleChoice
    case .multiple: self = .multipleResponse
    }
  }

  fileprivate var cardinality: String {
    switch self {
    case .multipleChoice: "Single"
    case .multipleResponse: "Multiple"
    }
  }
}

/// Writes a question as an item of QTI 1.2 in the profile of Common Cartridge.
struct CartridgeItem {
  let question: BankQuestion
  let version: CartridgeVersion

  private var type: CartridgeQuestionType { CartridgeQuestionType(question.kind) }
  private static let response = "response"
  private static let hint = "hint"

  /// The item.
  var element: XMLElement {
    XMLElement(
      "item",
      [.init("ident", question.anchor.xmlID), .init("title", question.title.shortened(to: 200))],
      children: [metadata, presentation, processing] + feedback)
  }

  private var metadata: XMLElement {
    var fields = [XMLElement.qtiField("cc_profile", type.rawValue)]
    // The profile knows whole numbers from 1 to 99; 1 is what is meant without it.
    if (2...99).contains(question.weight) {
      fields.append(.qtiField("cc_weighting", String(question.weight)))
    }
    return XMLElement(
      "itemmetadata", children: [XMLElement("qtimetadata", children: fields)])
  }

  private var presentation: XMLElement {
    let labels = question.options.map { option in
      XMLElement(
        "response_label", [.init("ident", option.name)], children: [.material(option.text)])
    }
    return XMLElement(
      "presentation",
      children: [
        .material(question.text),
        XMLElement(
          "response_lid",
          [.init("ident", Self.response), .init("rcardinality", type.cardinality)],
          children: [XMLElement("render_choice", children: labels)]),
      ])
  }

  // MARK: Scoring

  /// The right answer comes first: cc2olx looks no further, and by the standard nothing behind it
  /// is asked once it holds.
  private var processing: XMLElement {
    let score = XMLElement(
      "decvar",
      [
        .init("varname", "SCORE"), .init("vartype", "Decimal"), .init("minvalue", "0"),
        .init("maxvalue", "100"),
      ])
    var conditions = [
      XMLElement(
        "respcondition", [.init("continue", "No")],
        children: [
          XMLElement("conditionvar", children: [rightAnswer]),
          XMLElement("setvar", [.init("varname", "SCORE"), .init("action", "Set")], text: "100"),
        ] + question.right.compactMap(display))
    ]
    for option in question.options where !option.feedback.isEmpty {
      // Of one right option the feedback is above already.
      if type == .multipleChoice && option.isRight { continue }
      let goesOn = type == .multipleResponse && version.showsAllFeedback
      conditions.append(
        XMLElement(
          "respcondition", [.init("continue", goesOn ? "Yes" : "No")],
          children: [XMLElement("conditionvar", children: [chosen(option)])]
            + [display(option)].compactMap(\.self)))
    }
    if !question.hint.isEmpty {
      conditions.append(
        XMLElement(
          "respcondition", [.init("continue", "No")],
          children: [
            XMLElement("conditionvar", children: [XMLElement("other")]),
            .display("Hint", Self.hint),
          ]))
    }
    return XMLElement(
      "resprocessing", children: [XMLElement("outcomes", children: [score])] + conditions)
  }

  private var rightAnswer: XMLElement {
    switch type {
    case .multipleChoice:
      question.right.first.map(chosen) ?? XMLElement("other")
    case .multipleResponse:
      XMLElement(
        "and",
        children: question.options.map { option in
          option.isRight ? chosen(option) : XMLElement("not", children: [chosen(option)])
        })
    }
  }

  /// That an option is chosen. Moodle sees right options of several only with `case="Yes"`.
  private func chosen(_ option: BankQuestion.Option) -> XMLElement {
    XMLElement(
      "varequal", [.init("respident", Self.response), .init("case", "Yes")], text: option.name)
  }

  // MARK: Feedback

  private func display(_ option: BankQuestion.Option) -> XMLElement? {
    option.feedback.isEmpty ? nil : .display("Response", feedbackID(option))
  }

  private func feedbackID(_ option: BankQuestion.Option) -> String { option.name + "_fb" }

  private var feedback: [XMLElement] {
    var all = question.options.filter { !$0.feedback.isEmpty }.map { option in
      XMLElement(
        "itemfeedback", [.init("ident", feedbackID(option))],
        children: [XMLElement("flow_mat", children: [.material(option.feedback)])])
    }
    if !question.hint.isEmpty {
      all.append(
        XMLElement(
          "itemfeedback", [.init("ident", Self.hint)],
          children: [
            XMLElement(
              "hint",
              children: [
                XMLElement(
                  "hintmaterial",
                  children: [XMLElement("flow_mat", children: [.material(question.hint)])])
              ])
          ]))
    }
    return all
  }
}

extension XMLElement {
  /// A field of QTI's metadata.
  static func qtiField(_ label: String, _ entry: String) -> XMLElement {
    XMLElement(
      "qtimetadatafield",
      children: [XMLElement("fieldlabel", text: label), XMLElement("fieldentry", text: entry)])
  }

  /// A text: HTML as characters, the way QTI 1.2 holds it.
  static func material(_ html: [UInt8]) -> XMLElement {
    XMLElement(
      "material",
      children: [
        XMLElement(
          "mattext", [.init("texttype", "text/html")],
          text: String(decoding: html, as: UTF8.self).withoutControls)
      ])
  }

  fileprivate static func display(_ type: String, _ feedback: String) -> XMLElement {
    XMLElement(
      "displayfeedback", [.init("feedbacktype", type), .init("linkrefid", feedback)])
  }
}
