import CourseModel
import XMLDocuments

/// What a kind of question becomes in QTI 2.1: docs/packages.md, "Item kinds".
enum QTIInteraction: Sendable {
  /// One choice of several.
  case oneChoice
  /// Any number of choices.
  case manyChoices

  init(_ kind: Question.Kind) {
    switch kind {
    case .single, .trueFalse: self = .oneChoice
    case .multiple: self = .manyChoices
    }
  }

  fileprivate var cardinality: String {
    switch self {
    case .oneChoice: "single"
    case .manyChoices: "multiple"
    }
  }

  /// 0: as many as one likes.
  fileprivate var maxChoices: String {
    switch self {
    case .oneChoice: "1"
    case .manyChoices: "0"
    }
  }
}

/// Writes a question as an item of QTI 2.1.
struct QTIItem {
  let question: BankQuestion
  /// The word for a hint in the question's language.
  let hintTitle: String

  static let namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1"
  /// The style sheet, seen from an item or test.
  static let styles = "../style/texts.css"

  private var interaction: QTIInteraction { QTIInteraction(question.kind) }

  /// The item's element.
  ///
  /// - Throws: when a text can't be read.
  func element() throws(XMLProblem) -> XMLElement {
    var children = [
      response, .outcome("SCORE", "single", "float", value: "0", most: "1"),
      .outcome("FEEDBACK", "multiple", "identifier"),
      XMLElement("stylesheet", [.init("href", Self.styles), .init("type", "text/css")]),
      try body(), processing,
    ]
    for option in question.options where !option.feedback.isEmpty {
      children.append(
        XMLElement(
          "modalFeedback",
          [
            .init("outcomeIdentifier", "FEEDBACK"), .init("showHide", "show"),
            .init("identifier", option.name),
          ], children: [try QTIMarkup.element(option.feedback)]))
    }
    return XMLElement(
      "assessmentItem",
      [
        .init("xmlns", Self.namespace), .init("identifier", question.anchor.xmlID),
        .init("title", question.title.shortened(to: 200)),
        .init("xml:lang", question.language.tag), .init("adaptive", "false"),
        .init("timeDependent", "false"), .init("toolName", "Amparo"),
      ], children: children)
  }

  private func body() throws(XMLProblem) -> XMLElement {
    var children: [XMLElement] = []
    if !question.introduction.isEmpty {
      children.append(try QTIMarkup.element(question.introduction))
    }
    if !question.hint.isEmpty {
      children.append(
        XMLElement(
          "infoControl", [.init("title", hintTitle)],
          children: [try QTIMarkup.element(question.hint)]))
    }
    var choices = [XMLElement("prompt", children: [try QTIMarkup.element(question.prompt)])]
    for option in question.options {
      choices.append(
        XMLElement(
          "simpleChoice", [.init("identifier", option.name)],
          children: [try QTIMarkup.element(option.text)]))
    }
    children.append(
      XMLElement(
        "choiceInteraction",
        [
          .init("responseIdentifier", "RESPONSE"), .init("shuffle", "false"),
          .init("maxChoices", interaction.maxChoices),
        ], children: choices))
    return XMLElement("itemBody", children: children)
  }

  // MARK: Scoring

  /// Whether a partly right answer earns a share.
  private var hasShares: Bool {
    switch interaction {
    case .oneChoice: false
    case .manyChoices: question.sharesPoints && question.right.count > 1
    }
  }

  private var response: XMLElement {
    var children = [
      XMLElement(
        "correctResponse",
        children: question.right.map { XMLElement("value", text: $0.name) })
    ]
    if hasShares { children.append(shares) }
    return XMLElement(
      "responseDeclaration",
      [
        .init("identifier", "RESPONSE"), .init("cardinality", interaction.cardinality),
        .init("baseType", "identifier"),
      ], children: children)
  }

  /// Each right option earns its share, each wrong one takes a share away; never less than nothing.
  /// The engine counts in thousandths and rounds down; six digits come within one of them.
  private var shares: XMLElement {
    let digits = String(1_000_000 / max(2, question.right.count))
    let share = "0." + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    return XMLElement(
      "mapping",
      [.init("lowerBound", "0"), .init("upperBound", "1"), .init("defaultValue", "0")],
      children: question.options.map { option in
        XMLElement(
          "mapEntry",
          [
            .init("mapKey", option.name),
            .init("mappedValue", option.isRight ? share : "-" + share),
          ])
      })
  }

  /// Exactly the right options earn the point, else the shares, where there are some. Every chosen
  /// option shows its feedback.
  private var processing: XMLElement {
    let isRight = XMLElement(
      "match",
      children: [.variable("RESPONSE"), XMLElement("correct", [.init("identifier", "RESPONSE")])])
    var condition = [
      XMLElement("responseIf", children: [isRight, .set("SCORE", .base("float", "1"))])
    ]
    if hasShares {
      condition.append(
        XMLElement(
          "responseElse",
          children: [
            .set("SCORE", XMLElement("mapResponse", [.init("identifier", "RESPONSE")]))
          ]))
    }
    let chosen =
      switch interaction {
      case .oneChoice: XMLElement("multiple", children: [.variable("RESPONSE")])
      case .manyChoices: XMLElement.variable("RESPONSE")
      }
    return XMLElement(
      "responseProcessing",
      children: [
        XMLElement("responseCondition", children: condition), .set("FEEDBACK", chosen),
      ])
  }
}

extension XMLElement {
  /// The declaration of a variable that says how it went.
  static func outcome(
    _ identifier: String, _ cardinality: String, _ type: String, value: String? = nil,
    most: String? = nil
  ) -> XMLElement {
    XMLElement(
      "outcomeDeclaration",
      [
        .init("identifier", identifier), .init("cardinality", cardinality),
        .init("baseType", type),
      ] + (most.map { [.init("normalMaximum", $0)] } ?? []),
      children: value.map {
        [XMLElement("defaultValue", children: [XMLElement("value", text: $0)])]
      } ?? [])
  }

  /// The value of a variable.
  static func variable(_ identifier: String) -> XMLElement {
    XMLElement("variable", [.init("identifier", identifier)])
  }

  /// A value that stands in the document.
  static func base(_ type: String, _ value: String) -> XMLElement {
    XMLElement("baseValue", [.init("baseType", type)], text: value)
  }

  /// Gives a variable a value.
  static func set(_ identifier: String, _ value: XMLElement) -> XMLElement {
    XMLElement("setOutcomeValue", [.init("identifier", identifier)], children: [value])
  }
}
