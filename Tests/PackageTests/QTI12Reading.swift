import XMLDocuments

/// Answers an item of QTI 1.2 as the standard says: conditions in order, until one holds that doesn't
/// let others follow.
struct QTI12Result {
  private(set) var score = 0
  private(set) var feedback: [String] = []

  init(_ item: XMLElement, chosen: Set<String>) {
    for condition in item.first("resprocessing")?.children("respcondition") ?? [] {
      let tests = condition.first("conditionvar")?.children ?? []
      // Several tests in a row all have to hold.
      guard tests.allSatisfy({ Self.holds($0, chosen) }) else { continue }
      if let value = condition.first("setvar").flatMap({ Int($0.text) }) { score = value }
      feedback += condition.children("displayfeedback").filter {
        $0.value(of: "feedbacktype") == "Response"
      }.compactMap { $0.value(of: "linkrefid") }
      if condition.value(of: "continue") != "Yes" { return }
    }
  }

  private static func holds(_ test: XMLElement, _ chosen: Set<String>) -> Bool {
    switch test.localName {
    case "varequal": chosen.contains(test.text)
    case "and": test.children.allSatisfy { holds($0, chosen) }
    case "or": test.children.contains { holds($0, chosen) }
    case "not": !test.children.allSatisfy { holds($0, chosen) }
    case "other": true
    default: false
    }
  }
}

/// The rules of Common Cartridge's profile of QTI 1.2 that are written in Schematron, as far as they
/// are about choices.
enum QTI12Rules {
  /// What kind of question an item says it is.
  static func profile(_ item: XMLElement) -> String? {
    item.descendants.filter { $0.localName == "qtimetadatafield" }
      .first { $0.first("fieldlabel")?.text == "cc_profile" }?.first("fieldentry")?.text
  }

  /// Which rules an item breaks.
  static func problems(_ item: XMLElement) -> [String] {
    var problems: [String] = []
    func check(_ rule: String, _ holds: Bool) { if !holds { problems.append(rule) } }
    let all = item.descendants
    func named(_ name: String) -> [XMLElement] { all.filter { $0.localName == name } }
    let labels = named("fieldlabel").map(\.text)
    check("2a", Set(labels).isSubset(of: ["cc_profile", "cc_weighting"]))
    check("2g", labels.filter { $0 == "cc_profile" }.count == 1)
    let isMany = profile(item) == "cc.multiple_response.v0p1"
    check("2b", isMany || profile(item) == "cc.multiple_choice.v0p1")
    let response = item.first("presentation")?.first("response_lid")
    check("4a", response?.value(of: "rcardinality") == (isMany ? "Multiple" : "Single"))
    check("4b", named("response_str").isEmpty && named("render_fib").isEmpty)
    let options = response?.first("render_choice")?.children("response_label") ?? []
    check("4d", options.count > 1)
    let names = options.compactMap { $0.value(of: "ident") }
    check("options", Set(names).count == names.count)
    check(
      "4e",
      named("varequal").allSatisfy {
        $0.value(of: "respident") == response?.value(of: "ident") && names.contains($0.text)
      } && !named("varequal").isEmpty)
    check("4f", named("varsubstring").isEmpty)
    let feedbacks = item.children("itemfeedback")
    let ids = feedbacks.compactMap { $0.value(of: "ident") }
    check("ids", Set(ids).count == ids.count)
    let shown = named("displayfeedback")
    check("12c", shown.allSatisfy { ids.contains($0.value(of: "linkrefid") ?? "") })
    for feedback in feedbacks {
      let id = feedback.value(of: "ident")
      let isHint = feedback.first("hint") != nil
      check("10b", isHint == (id == "hint"))
      let type = isHint ? "Hint" : "Response"
      check(
        "12d",
        shown.contains { $0.value(of: "linkrefid") == id && $0.value(of: "feedbacktype") == type })
    }
    check(
      "10a",
      shown.allSatisfy {
        ($0.value(of: "feedbacktype") == "Hint") == ($0.value(of: "linkrefid") == "hint")
      })
    return problems
  }
}
