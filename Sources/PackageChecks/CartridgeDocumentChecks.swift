import XMLDocuments

/// Looks into the documents that resources of a Common Cartridge are.
enum CartridgeDocumentCheck {
  /// What is wrong with a topic, a link, an assessment or a question bank.
  static func findings(in bytes: [UInt8], path: String, type: CartridgeType) -> [PackageFinding] {
    do throws(XMLProblem) {
      let root = try XMLElement(document: bytes)
      switch type {
      case .discussion: return topic(root, path)
      case .webLink: return link(root, path)
      case .assessment, .questionBank: return questions(root, path, isTest: type == .assessment)
      case .webContent, .associated, .lti, .assignment, .book: return []
      }
    } catch {
      return [
        PackageFinding(
          .error, .document, error.message, path: path, line: error.line > 0 ? error.line : nil)
      ]
    }
  }

  private static func finding(
    _ message: String, _ element: XMLElement, _ path: String,
    _ severity: PackageFinding.Severity = .error
  ) -> PackageFinding {
    PackageFinding(severity, .document, message, path: path, line: element.line)
  }

  private static func topic(_ root: XMLElement, _ path: String) -> [PackageFinding] {
    guard root.localName == "topic" else {
      return [finding("The root must be `topic`, not `\(root.name.prefix(80))`.", root, path)]
    }
    return ["title", "text"].filter { root.first($0) == nil }.map {
      finding("A discussion topic needs a `\($0)`.", root, path)
    }
  }

  private static func link(_ root: XMLElement, _ path: String) -> [PackageFinding] {
    guard root.localName == "webLink" else {
      return [finding("The root must be `webLink`, not `\(root.name.prefix(80))`.", root, path)]
    }
    var found: [PackageFinding] = []
    if root.first("title") == nil { found.append(finding("A link needs a `title`.", root, path)) }
    let address = root.first("url")?.value(of: "href") ?? ""
    if !["http://", "https://"].contains(where: { address.lowercased().hasPrefix($0) }) {
      found.append(
        finding(
          "The `url` of a link needs an `href` that begins with `https://` or `http://`.",
          root.first("url") ?? root, path))
    }
    return found
  }

  private static func questions(
    _ root: XMLElement, _ path: String, isTest: Bool
  ) -> [PackageFinding] {
    let name = isTest ? "assessment" : "objectbank"
    guard root.localName == "questestinterop", let holder = root.first(name) else {
      return [finding("The root must be `questestinterop` with `\(name)` in it.", root, path)]
    }
    var found: [PackageFinding] = []
    if isTest {
      if profile(of: holder) != "cc.exam.v0p1" {
        found.append(
          finding("An assessment needs `cc_profile` `cc.exam.v0p1` (rules 1j, 1k).", holder, path))
      }
      if holder.children("section").count != 1 {
        found.append(finding("An assessment has exactly one `section`.", holder, path))
      }
      for section in holder.children("section") where section.children("item").isEmpty {
        found.append(finding("A `section` needs at least one `item`.", section, path))
      }
    }
    var lines: [String: Int] = [:]
    for item in holder.descendants where item.localName == "item" {
      let ident = item.value(of: "ident") ?? ""
      if let line = lines[ident] {
        found.append(
          finding(
            "The ident `\(ident.prefix(80))` stands in line \(line) as well (rule 13a).", item, path
          ))
      }
      lines[ident] = item.line
      found += CartridgeQuestion(item).problems.map {
        finding($0.message, item, path, $0.isError ? .error : .warning)
      }
    }
    return found
  }

  /// The value of the field `cc_profile` of an assessment.
  private static func profile(of holder: XMLElement) -> String? {
    holder.first("qtimetadata")?.children("qtimetadatafield").first {
      $0.first("fieldlabel")?.text == "cc_profile"
    }?.first("fieldentry")?.text
  }
}

/// A question of QTI 1.2 as Common Cartridge restricts it (rules 2 to 8).
struct CartridgeQuestion {
  private static let profiles: [String] = [
    "cc.multiple_choice.v0p1", "cc.multiple_response.v0p1", "cc.true_false.v0p1", "cc.fib.v0p1",
    "cc.pattern_match.v0p1", "cc.essay.v0p1",
  ]

  private let item: XMLElement

  init(_ item: XMLElement) { self.item = item }

  /// What is wrong with it.
  var problems: [(message: String, isError: Bool)] {
    let fields = item.descendants.filter { $0.localName == "qtimetadatafield" }
    let profile = fields.first { $0.first("fieldlabel")?.text == "cc_profile" }?
      .first("fieldentry")?.text
    guard let profile, Self.profiles.contains(profile) else {
      return [
        (
          "`cc_profile` of a question must be one of "
            + Self.profiles.map { "`\($0)`" }.joined(separator: ", ") + " (rules 2b, 2f).", true
        )
      ]
    }
    let all = item.descendants
    let lists = all.filter { $0.localName == "response_lid" }
    switch profile {
    case "cc.multiple_choice.v0p1":
      return choice(lists, all, cardinality: "Single", labels: 2...Int.max)
    case "cc.true_false.v0p1":
      return choice(lists, all, cardinality: "Single", labels: 2...2) + trueFalse(lists)
    case "cc.multiple_response.v0p1":
      return choice(lists, all, cardinality: "Multiple", labels: 2...Int.max)
    default:
      return lists.isEmpty
        ? [] : [("A question of `\(profile)` has no `response_lid` (rules 6a, 7a, 8a).", true)]
    }
  }

  private func labels(_ lists: [XMLElement]) -> [String] {
    lists.flatMap(\.descendants).filter { $0.localName == "response_label" }
      .map { $0.value(of: "ident") ?? "" }
  }

  private func choice(
    _ lists: [XMLElement], _ all: [XMLElement], cardinality: String, labels range: ClosedRange<Int>
  ) -> [(message: String, isError: Bool)] {
    var found: [(message: String, isError: Bool)] = []
    guard lists.count == 1, let list = lists.first,
      list.value(of: "rcardinality") == cardinality
    else {
      return [
        ("The question needs one `response_lid` with `rcardinality=\"\(cardinality)\"`.", true)
      ]
    }
    let labels = labels(lists)
    if !range.contains(labels.count) {
      found.append(("The question has \(labels.count) options.", true))
    }
    if Set(labels).count < labels.count {
      found.append(("Two options of the question have the same `ident`.", true))
    }
    for test in all where test.localName == "varequal" {
      if test.value(of: "respident") != list.value(of: "ident") {
        found.append(
          ("`varequal` asks for a `respident` that isn't the `ident` of `response_lid`.", true))
      } else if !labels.contains(test.text.trimmed) {
        found.append(("`varequal` asks for `\(test.text.prefix(80))`, which is no option.", true))
      }
    }
    return found
  }

  private func trueFalse(_ lists: [XMLElement]) -> [(message: String, isError: Bool)] {
    Set(labels(lists)) == ["true", "false"]
      ? []
      : [
        ("Moodle stops at a true/false question whose options aren't `true` and `false`.", false)
      ]
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
