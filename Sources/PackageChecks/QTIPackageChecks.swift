import XMLDocuments

/// Looks at the manifest of a package of questions (QTI 2.1) and at the questions and tests in it.
struct QTIPackageCheck {
  /// The texts of `schema` and `schemaversion` that the standard's own examples have.
  static let schemas: Set<String> = ["QTIv2.1 Package", "QTIv2.1Package"]
  private static let itemType = "imsqti_item_xmlv2p1"
  private static let testType = "imsqti_test_xmlv2p1"

  /// Whether a manifest holds questions of QTI, in any version of QTI 2.
  static func isQuestions(_ root: XMLElement) -> Bool {
    (root.first("resources")?.children("resource") ?? []).contains { resource in
      let type = resource.value(of: "type") ?? ""
      return type.hasPrefix("imsqti_item_xmlv2") || type.hasPrefix("imsqti_test_xmlv2")
    }
  }

  private let root: XMLElement
  private let name: String
  private let files: [PackageCheck.File]
  private let addresses: PackageAddresses
  private var found: [PackageFinding] = []

  init(root: XMLElement, files: [PackageCheck.File], name: String) {
    self.root = root
    self.files = files
    self.name = name
    addresses = PackageAddresses(Set(files.map(\.path)))
  }

  /// All findings; of questions and tests as far as they can be read.
  consuming func findings(read: (String) -> [UInt8]?) -> [PackageFinding] {
    let namespace = "http://www.imsglobal.org/xsd/imscp_v1p1"
    if root.namespace != namespace {
      add(.error, .namespace, "The namespace of `manifest` must be `\(namespace)`.", root)
    }
    if !Self.schemas.contains(root.first("metadata")?.first("schema")?.text ?? "") {
      add(
        .warning, .standard, "`metadata` should hold `schema` `QTIv2.1 Package`.",
        root.first("metadata") ?? root)
    }
    found += IdentifierCheck.findings(in: root, name: name)
    let resources = root.first("resources")?.children("resource") ?? []
    var check = ResourceCheck(addresses: addresses, scormType: nil, name: name)
    for resource in resources { check.check(resource, base: "") }
    found += check.found + check.unlisted(files, name: name)
    let identifiers = Set(resources.compactMap { $0.value(of: "identifier") })
    var seen: [String: String] = [:]
    for resource in resources {
      checkDependencies(of: resource, identifiers)
      let type = resource.value(of: "type") ?? ""
      guard [Self.itemType, Self.testType].contains(type) else { continue }
      guard let href = resource.value(of: "href") else {
        add(.error, .structure, "A question or test needs an `href`.", resource)
        continue
      }
      guard case .file(let path) = addresses.place(of: href), let bytes = read(path) else {
        continue
      }
      let isTest = type == Self.testType
      let document = QTIDocumentCheck(path: path, isTest: isTest, addresses: addresses)
      found += document.findings(bytes, seen: &seen)
    }
    return found
  }

  private mutating func checkDependencies(of resource: XMLElement, _ identifiers: Set<String>) {
    for dependency in resource.children("dependency") {
      let reference = dependency.value(of: "identifierref") ?? ""
      if !identifiers.contains(reference) {
        add(.error, .identifier, "There is no resource `\(reference.prefix(80))`.", dependency)
      }
    }
  }

  private mutating func add(
    _ severity: PackageFinding.Severity, _ rule: PackageFinding.Rule, _ message: String,
    _ element: XMLElement
  ) {
    found.append(PackageFinding(severity, rule, message, path: name, line: element.line))
  }
}

/// Looks at one question or test of QTI 2.1.
struct QTIDocumentCheck {
  let path: String
  let isTest: Bool
  let addresses: PackageAddresses

  /// What is wrong with it.
  ///
  /// - Parameter seen: identifiers of questions and tests so far, with their files.
  func findings(_ bytes: [UInt8], seen: inout [String: String]) -> [PackageFinding] {
    let root: XMLElement
    do throws(XMLProblem) {
      root = try XMLElement(document: bytes)
    } catch {
      return [
        PackageFinding(
          .error, .document, error.message, path: path, line: error.line > 0 ? error.line : nil)
      ]
    }
    let name = isTest ? "assessmentTest" : "assessmentItem"
    guard root.localName == name,
      root.namespace == "http://www.imsglobal.org/xsd/imsqti_v2p1"
    else {
      return [
        finding(
          "The root must be `\(name)` of `http://www.imsglobal.org/xsd/imsqti_v2p1`, not "
            + "`\(root.name.prefix(80))`.", root)
      ]
    }
    var found: [PackageFinding] = []
    for attribute in ["identifier", "title"] where (root.value(of: attribute) ?? "").isEmpty {
      found.append(finding("`\(name)` needs `\(attribute)`.", root))
    }
    if let identifier = root.value(of: "identifier") {
      if let other = seen[identifier] {
        found.append(
          finding("The identifier `\(identifier.prefix(80))` is that of `\(other)` too.", root))
      }
      seen[identifier] = path
    }
    return found + (isTest ? checkTest(root) : checkItem(root))
  }

  private func finding(_ message: String, _ element: XMLElement) -> PackageFinding {
    PackageFinding(.error, .document, message, path: path, line: element.line)
  }

  /// Whether every question that a test names is in the package.
  private func checkTest(_ root: XMLElement) -> [PackageFinding] {
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let references = root.descendants.filter { $0.localName == "assessmentItemRef" }
    guard !references.isEmpty else {
      return [finding("The test names no question.", root)]
    }
    return references.compactMap { reference in
      let href = reference.value(of: "href") ?? ""
      switch addresses.place(of: folder + href) {
      case .file: return nil
      case .otherCase(_, let other):
        return finding(
          "`\(href.prefix(200))` is named, but the file is called `\(other)`.", reference)
      case .missing, .elsewhere, .backslash:
        return finding("`\(href.prefix(200))` isn't in the package.", reference)
      }
    }
  }

  /// Whether interactions and declarations of a question fit each other.
  private func checkItem(_ root: XMLElement) -> [PackageFinding] {
    var found: [PackageFinding] = []
    var declared: [String: XMLElement] = [:]
    for declaration in root.children("responseDeclaration") {
      let identifier = declaration.value(of: "identifier") ?? ""
      if declared[identifier] != nil {
        found.append(finding("`\(identifier.prefix(80))` is declared twice.", declaration))
      }
      declared[identifier] = declaration
    }
    guard let body = root.first("itemBody") else {
      return found + [finding("The question has no `itemBody`.", root)]
    }
    for interaction in body.descendants where interaction.localName.hasSuffix("Interaction") {
      guard let identifier = interaction.value(of: "responseIdentifier") else {
        // Only ending an attempt may do without.
        if interaction.localName != "endAttemptInteraction" {
          found.append(
            finding("`\(interaction.name)` has no `responseIdentifier`.", interaction))
        }
        continue
      }
      guard let declaration = declared[identifier] else {
        found.append(
          finding("`\(identifier.prefix(80))` isn't declared as a response.", interaction))
        continue
      }
      found += checkChoices(of: interaction, declaration)
    }
    return found
  }

  /// Whether the right answers are among the choices.
  private func checkChoices(
    of interaction: XMLElement, _ declaration: XMLElement
  ) -> [PackageFinding] {
    guard
      ["choiceInteraction", "orderInteraction", "inlineChoiceInteraction"]
        .contains(interaction.localName)
    else { return [] }
    let names: Set<String> = ["simpleChoice", "inlineChoice"]
    let choices = interaction.children.filter { names.contains($0.localName) }
      .compactMap { $0.value(of: "identifier") }
    var found: [PackageFinding] = []
    if Set(choices).count < choices.count {
      found.append(finding("Two choices have the same identifier.", interaction))
    }
    for value in declaration.first("correctResponse")?.children("value") ?? []
    where !choices.contains(value.text.trimmed) {
      found.append(
        finding("`\(value.text.prefix(80))` is right and is none of the choices.", value))
    }
    return found
  }
}
