import XMLDocuments

/// Looks at the identifiers of a manifest of IMS content packaging.
enum IdentifierCheck {
  /// Elements that must have one.
  private static let named: Set<String> = ["manifest", "organization", "item", "resource"]

  /// What is wrong with them.
  static func findings(in root: XMLElement, name: String) -> [PackageFinding] {
    var found: [PackageFinding] = []
    func add(_ message: String, _ element: XMLElement) {
      found.append(
        PackageFinding(.error, .identifier, message, path: name, line: element.line))
    }
    var lines: [String: Int] = [:]
    for element in root.descendants where named.contains(element.localName) {
      guard let identifier = element.value(of: "identifier") else {
        add("`\(element.name.prefix(80))` has no `identifier`.", element)
        continue
      }
      if !isName(identifier) {
        add(
          "`\(identifier.prefix(80))` can't be an identifier: it must begin with a letter or `_` "
            + "and hold letters, digits, `.`, `_` and `-` only.", element)
      }
      if let line = lines[identifier] {
        add("The identifier `\(identifier.prefix(80))` stands in line \(line) as well.", element)
      }
      lines[identifier] = element.line
    }
    return found
  }

  /// Whether a text can be an `xs:ID`; letters beyond ASCII are left to the schema.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    let isStart =
      (65...90).contains(first) || (97...122).contains(first) || first == 95 || first >= 128
    return isStart
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 65...90, 97...122, 48...57, 45, 46, 95, 128...: true
        default: false
        }
      }
  }
}
