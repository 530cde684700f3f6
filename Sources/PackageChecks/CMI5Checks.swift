import XMLDocuments

/// Looks at the course structure of a cmi5 package.
///
/// Numbers in brackets are those of CATAPULT's list of requirements.
struct CMI5Check {
  /// The namespace of course structures.
  static let namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
  /// Names that the launch adds to an address, so that it may have none of them [8.1.0.0-6].
  private static let launchNames: Set<String> = [
    "endpoint", "fetch", "actor", "registration", "activityId",
  ]
  private static let moveOn: Set<String> = [
    "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable",
  ]

  let root: XMLElement
  private let addresses: PackageAddresses
  private var found: [PackageFinding] = []

  init(root: XMLElement, files: [PackageCheck.File]) {
    self.root = root
    addresses = PackageAddresses(Set(files.map(\.path)))
  }

  /// All findings.
  consuming func findings() -> [PackageFinding] {
    if root.namespace != Self.namespace {
      add(.error, .namespace, "The namespace must be `\(Self.namespace)`.", root)
    } else if root.attributes.first(where: { $0.name.hasPrefix("xmlns") })?.name != "xmlns" {
      add(.warning, .namespace, "Declare the namespace of cmi5 as default namespace, first.", root)
    }
    let all = root.descendants
    let units = all.filter { $0.localName == "au" }
    if root.first("course") == nil { add(.error, .structure, "There is no `course`.", root) }
    if units.isEmpty { add(.error, .structure, "There is no `au` to launch.", root) }
    checkIdentifiers(all)
    for element in all where ["course", "block", "au"].contains(element.localName) {
      checkTexts(of: element)
    }
    for objectives in root.children("objectives") {
      for objective in objectives.children("objective") { checkTexts(of: objective) }
    }
    for unit in units { check(unit) }
    return found
  }

  private mutating func checkIdentifiers(_ all: [XMLElement]) {
    var lines: [String: Int] = [:]
    var objectives: Set<String> = []
    for element in all {
      let isReference = element.value(of: "idref") != nil
      guard ["course", "block", "au", "objective"].contains(element.localName), !isReference else {
        continue
      }
      guard let id = element.value(of: "id") else {
        add(.error, .identifier, "`\(element.localName)` has no `id` [13.1].", element)
        continue
      }
      if !isIRI(id) {
        add(
          .error, .identifier,
          "The id `\(id.prefix(80))` isn't an IRI such as `https://example.org/course` [13.1].",
          element)
      }
      if let line = lines[id] {
        add(.error, .identifier, "The id `\(id)` stands in line \(line) as well [13.1].", element)
      }
      lines[id] = element.line
      if element.localName == "objective" { objectives.insert(id) }
    }
    for element in all {
      guard let reference = element.value(of: "idref"), !objectives.contains(reference) else {
        continue
      }
      add(.error, .identifier, "There is no objective `\(reference.prefix(80))`.", element)
    }
  }

  /// Whether a text is an absolute IRI: a scheme, `:`, something, no white space and no `<>"`.
  private func isIRI(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard let first = scheme.first, (65...90).contains(first & 0xDF),
      scheme.count < text.utf8.count - 1,
      scheme.allSatisfy({ byte in
        (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || [43, 45, 46].contains(byte)
      })
    else { return false }
    let forbidden: [UInt8] = Array("<>\"{}|\\^`".utf8)
    guard text.utf8.allSatisfy({ $0 > 32 && $0 != 127 && !forbidden.contains($0) }) else {
      return false
    }
    // A network scheme needs a host.
    if ["http", "https"].contains(String(decoding: scheme, as: UTF8.self).lowercased()) {
      let rest = text.dropFirst(scheme.count + 1)
      return rest.hasPrefix("//") && !rest.dropFirst(2).isEmpty && !rest.hasPrefix("///")
    }
    return true
  }

  private mutating func checkTexts(of element: XMLElement) {
    for part in ["title", "description"] {
      let texts = element.first(part)?.children("langstring") ?? []
      if texts.isEmpty || texts.contains(where: { $0.text.allSatisfy(\.isWhitespace) }) {
        add(
          .error, .title,
          "`\(part)` of `\(element.localName)` must hold a `langstring` with a text.", element)
      }
      for text in texts where text.value(of: "lang") == nil {
        add(.warning, .title, "A `langstring` should name its language: `lang=\"en\"`.", text)
      }
    }
  }

  private mutating func check(_ unit: XMLElement) {
    switch unit.value(of: "moveOn") {
    case nil:
      add(
        .warning, .value,
        "Write `moveOn`: without it the unit counts as satisfied before anybody opens it.", unit)
    case .some(let value):
      if !Self.moveOn.contains(value) {
        add(.error, .value, "`moveOn` can't be `\(value.prefix(40))`.", unit)
      }
    }
    if let mark = unit.value(of: "masteryScore") {
      let number = Double(mark)
      if number == nil || !(0...1).contains(number ?? 2) {
        add(.error, .value, "`masteryScore` must be a number from 0 to 1.", unit)
      }
    }
    if let method = unit.value(of: "launchMethod"), !["AnyWindow", "OwnWindow"].contains(method) {
      add(.error, .value, "`launchMethod` must be `AnyWindow` or `OwnWindow`.", unit)
    }
    guard let url = unit.first("url") else {
      return add(.error, .address, "`au` has no `url` [14.1].", unit)
    }
    checkAddress(url)
  }

  private mutating func checkAddress(_ url: XMLElement) {
    let text = url.text
    if text.contains(where: \.isWhitespace) {
      add(.error, .address, "No white space may stand inside `url`: systems don't cut it off.", url)
    }
    let address = text.filter { !$0.isWhitespace }
    let query = address.drop { $0 != "?" }.dropFirst().prefix { $0 != "#" }
    for pair in query.split(separator: "&") {
      let key = String(pair.prefix { $0 != "=" })
      if Self.launchNames.contains(key) {
        add(
          .error, .address, "The query of `url` may not hold `\(key)`: the launch adds it [8.1.0].",
          url)
      }
    }
    let path = String(address.prefix { $0 != "?" && $0 != "#" })
    switch addresses.place(of: address) {
    case .file: break
    case .elsewhere where address.contains("://"):
      add(.warning, .address, "`\(path.prefix(80))` isn't in the package; it needs a network.", url)
    case .otherCase(_, let other):
      add(
        .error, .address,
        "`\(path.prefix(200))` is launched, but the file is called `\(other)` [14.1].", url)
    case .elsewhere, .missing, .backslash:
      add(.error, .address, "`\(path.prefix(200))` isn't in the zip [14.1].", url)
    }
  }

  private mutating func add(
    _ severity: PackageFinding.Severity, _ rule: PackageFinding.Rule, _ message: String,
    _ element: XMLElement
  ) {
    found.append(
      PackageFinding(severity, rule, message, path: "cmi5.xml", line: element.line))
  }
}
