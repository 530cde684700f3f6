import CourseModel
import XMLDocuments

/// Writes a quiz as a test of QTI 2.1: its questions by reference, what passes, advice by result.
struct QTITest {
  let identifier: String
  let title: String
  /// What stands around the questions: a `div`; empty when there is nothing.
  let text: [UInt8]
  let passPercent: Int?
  let questions: [BankQuestion]
  /// Advice by percents, in the author's order: a `div` each.
  let advice: [(percents: ClosedRange<Int>, html: [UInt8])]

  /// The test's element. Its variables: `SCORE` in points, `PERCENT`, `PASSED`, `ADVICE`.
  ///
  /// - Throws: when a text can't be read.
  func element() throws(XMLProblem) -> XMLElement {
    var children: [XMLElement] = [
      .outcome("SCORE", "single", "float", value: "0", most: String(points)),
      .outcome("PERCENT", "single", "float", value: "0", most: "100"),
    ]
    if passPercent != nil {
      children.append(.outcome("PASSED", "single", "boolean", value: "false"))
    }
    if !advice.isEmpty { children.append(.outcome("ADVICE", "single", "identifier")) }
    children.append(
      XMLElement("stylesheet", [.init("href", QTIItem.styles), .init("type", "text/css")]))
    children += [try part(), processing]
    for (position, entry) in advice.enumerated() where !entry.html.isEmpty {
      children.append(
        XMLElement(
          "testFeedback",
          [
            .init("access", "atEnd"), .init("outcomeIdentifier", "ADVICE"),
            .init("showHide", "show"), .init("identifier", Self.adviceID(position)),
          ], children: [try QTIMarkup.element(entry.html)]))
    }
    return XMLElement(
      "assessmentTest",
      [
        .init("xmlns", QTIItem.namespace), .init("identifier", identifier),
        .init("title", title), .init("toolName", "Amparo"),
      ], children: children)
  }

  private static func adviceID(_ position: Int) -> String { "advice-\(position + 1)" }

  private var points: Int { questions.map(\.weight).reduce(0, +) }

  private func part() throws(XMLProblem) -> XMLElement {
    var section: [XMLElement] = []
    if !text.isEmpty {
      section.append(
        XMLElement(
          "rubricBlock", [.init("view", "candidate")], children: [try QTIMarkup.element(text)]))
    }
    section += questions.map { question in
      XMLElement(
        "assessmentItemRef",
        [
          .init("identifier", question.anchor.xmlID),
          .init("href", "../items/\(question.anchor.xmlID).xml"),
        ],
        children: [
          XMLElement(
            "weight", [.init("identifier", "WEIGHT"), .init("value", String(question.weight))])
        ])
    }
    return XMLElement(
      "testPart",
      [
        .init("identifier", "part"), .init("navigationMode", "nonlinear"),
        .init("submissionMode", "individual"),
      ],
      children: [
        // Each question is answered once in an attempt, and says at once why.
        XMLElement(
          "itemSessionControl",
          [.init("maxAttempts", "1"), .init("showFeedback", "true")]),
        XMLElement(
          "assessmentSection",
          [.init("identifier", "questions"), .init("title", title), .init("visible", "true")],
          children: section),
      ])
  }

  // MARK: Result

  private var processing: XMLElement {
    let sum = XMLElement(
      "sum",
      children: [
        XMLElement(
          "testVariables",
          [.init("variableIdentifier", "SCORE"), .init("weightIdentifier", "WEIGHT")])
      ])
    // A quiz whose questions all count nothing is full.
    let percent =
      points == 0
      ? XMLElement.base("float", "100")
      : XMLElement(
        "divide",
        children: [
          XMLElement("product", children: [.variable("SCORE"), .base("float", "100")]),
          .base("float", String(points)),
        ])
    var steps: [XMLElement] = [.set("SCORE", sum), .set("PERCENT", percent)]
    if let passPercent {
      steps.append(
        .when(passed(passPercent), [.set("PASSED", .base("boolean", "true"))]))
    }
    for (position, entry) in advice.enumerated().reversed() {
      // The first band that holds the percentage applies, so it is set last.
      steps.append(
        .when(
          holds(entry.percents),
          [.set("ADVICE", .base("identifier", Self.adviceID(position)))]))
    }
    return XMLElement("outcomeProcessing", children: steps)
  }

  /// The mark is reached, and every question that must be right is.
  private func passed(_ percent: Int) -> XMLElement {
    let mark = XMLElement(
      "gte", children: [.variable("PERCENT"), .base("float", String(percent))])
    let critical = questions.filter(\.isCritical).map { question in
      XMLElement(
        "gte", children: [.variable("\(question.anchor.xmlID).SCORE"), .base("float", "1")])
    }
    return critical.isEmpty ? mark : XMLElement("and", children: [mark] + critical)
  }

  /// Percentages are rounded down: 79.9 is in 50 to 79.
  private func holds(_ percents: ClosedRange<Int>) -> XMLElement {
    XMLElement(
      "and",
      children: [
        XMLElement(
          "gte",
          children: [.variable("PERCENT"), .base("float", String(percents.lowerBound))]),
        XMLElement(
          "lt",
          children: [.variable("PERCENT"), .base("float", String(percents.upperBound + 1))]),
      ])
  }
}

extension XMLElement {
  fileprivate static func when(_ test: XMLElement, _ steps: [XMLElement]) -> XMLElement {
    XMLElement(
      "outcomeCondition", children: [XMLElement("outcomeIf", children: [test] + steps)])
  }
}
