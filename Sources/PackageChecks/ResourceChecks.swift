import XMLDocuments

/// Looks at resources and their files.
struct ResourceCheck {
  /// Paths of all files in the zip.
  let paths: Set<String>
  /// The same by their small letters.
  private let folded: [String: String]
  let isVersion2004: Bool
  /// The manifest.
  let name: String
  private(set) var found: [PackageFinding] = []
  /// Files that a resource lists.
  private(set) var listed: Set<String> = []

  init(paths: Set<String>, isVersion2004: Bool, name: String) {
    self.paths = paths
    folded = Dictionary(
      paths.sorted().map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    self.isVersion2004 = isVersion2004
    self.name = name
  }

  /// `sco` or `asset`, whatever the case of the attribute's name.
  func type(of resource: XMLElement) -> String? {
    resource.attributes.first { localName($0.name).lowercased() == "scormtype" }?.value
  }

  /// Checks one.
  mutating func check(_ resource: XMLElement, base: String) {
    checkType(resource)
    let href = resource.value(of: "href").map { base + $0 }
    let files = resource.children("file").compactMap { $0.value(of: "href") }.map { base + $0 }
    for file in files {
      let path = withoutQuery(file)
      listed.insert(path)
      checkExists(path, resource)
    }
    guard let href else { return }
    let path = withoutQuery(href)
    if isElsewhere(href) {
      add(
        .warning, .files, "`\(href.prefix(80))` isn't in the package; it needs a network.", resource
      )
    } else if !files.map(withoutQuery).contains(path) {
      add(.warning, .files, "Repeat `\(path)` as a `file` of its resource.", resource)
      checkExists(path, resource)
      listed.insert(path)
    }
  }

  private mutating func checkType(_ resource: XMLElement) {
    let right = isVersion2004 ? "scormType" : "scormtype"
    let attribute = resource.attributes.first { localName($0.name).lowercased() == "scormtype" }
    guard let attribute else {
      add(
        .error, .scormType, "A resource needs `adlcp:\(right)=\"sco\"` or `\"asset\"`.", resource)
      return
    }
    if localName(attribute.name) != right {
      add(
        .error, .scormType,
        "`\(attribute.name)` must be written `adlcp:\(right)` in this version of SCORM.", resource)
    } else if !["sco", "asset"].contains(attribute.value) {
      add(
        .error, .scormType,
        "`\(attribute.name)` must be `sco` or `asset`, not `\(attribute.value.prefix(40))`.",
        resource)
    }
  }

  private mutating func checkExists(_ path: String, _ resource: XMLElement) {
    guard !isElsewhere(path), !paths.contains(path) else { return }
    if let other = folded[path.lowercased()] {
      add(
        .error, .files,
        "`\(path)` is listed, but the file is called `\(other)`. Most servers see the difference.",
        resource)
    } else {
      add(.error, .files, "`\(path.prefix(200))` is listed and isn't in the zip.", resource)
    }
  }

  private mutating func add(
    _ severity: PackageFinding.Severity, _ rule: PackageFinding.Rule, _ message: String,
    _ element: XMLElement
  ) {
    found.append(PackageFinding(severity, rule, message, path: name, line: element.line))
  }

  private func isElsewhere(_ address: String) -> Bool {
    address.contains("://") || address.hasPrefix("//")
  }

  private func withoutQuery(_ address: String) -> String {
    String(address.prefix { $0 != "?" && $0 != "#" })
  }

  private func localName(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }
}
