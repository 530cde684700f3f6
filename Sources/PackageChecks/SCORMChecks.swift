import XMLDocuments

/// Looks at the manifest of a SCORM package.
struct SCORMCheck {
  static let adlcp12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
  static let adlcp13 = "http://www.adlnet.org/xsd/adlcp_v1p3"

  /// The texts of `schemaversion`, exactly; Moodle takes anything else for 1.2.
  static let editions: [(version: String, kind: PackageCheck.Kind)] = [
    ("1.2", .scorm12),
    ("2004 3rd Edition", .scorm2004(edition: "2004 3rd Edition")),
    ("2004 4th Edition", .scorm2004(edition: "2004 4th Edition")),
  ]

  /// Most characters of texts at an item of SCORM 1.2, as the schema has them.
  private static let longest = [
    ("datafromlms", 255), ("prerequisites", 200), ("masteryscore", 200), ("maxtimeallowed", 13),
  ]

  let root: XMLElement
  let files: [PackageCheck.File]
  let name: String
  private(set) var found: [PackageFinding] = []

  init(root: XMLElement, files: [PackageCheck.File], name: String) {
    self.root = root
    self.files = files
    self.name = name
  }

  /// All findings.
  consuming func findings() -> [PackageFinding] {
    guard root.localName == "manifest" else {
      add(.error, .manifest, "The root must be `manifest`, not `\(root.name.prefix(80))`.", root)
      return found
    }
    checkNamespaces()
    checkVersion()
    found += IdentifierCheck.findings(in: root, name: name)
    checkOrganizations()
    checkResources()
    SequencingCheck.findings(in: root).forEach { found.append($0) }
    return found
  }

  private mutating func add(
    _ severity: PackageFinding.Severity, _ rule: PackageFinding.Rule, _ message: String,
    _ element: XMLElement
  ) {
    found.append(PackageFinding(severity, rule, message, path: name, line: element.line))
  }

  private mutating func checkNamespaces() {
    let declarations = root.attributes.filter { $0.name.hasPrefix("xmlns") }
    let expected: String
    switch PackageCheck.kind(of: root) {
    case .scorm12: expected = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    case .scorm2004: expected = "http://www.imsglobal.org/xsd/imscp_v1p1"
    case .cmi5, .cartridge, .qti21, .unknown: return
    }
    if root.namespace != expected {
      add(.error, .namespace, "The namespace of `manifest` must be `\(expected)`.", root)
    } else if declarations.first?.name != "xmlns" {
      add(
        .warning, .namespace,
        "Declare `xmlns=\"\(expected)\"` as default namespace and first: Open edX looks for "
          + "elements without a prefix.", root)
    }
  }

  private mutating func checkVersion() {
    guard let metadata = root.first("metadata"), let schema = metadata.first("schema"),
      let version = metadata.first("schemaversion")
    else {
      return add(
        .error, .standard,
        "`metadata` must hold `schema` and `schemaversion`; without them nobody knows the standard.",
        root)
    }
    if schema.text != "ADL SCORM" {
      add(
        .warning, .standard, "`schema` must be `ADL SCORM`, not `\(schema.text.prefix(80))`.",
        schema)
    }
    if !Self.editions.contains(where: { $0.version == version.text }) {
      let words = Self.editions.map { "`\($0.version)`" }.joined(separator: ", ")
      add(
        .error, .standard,
        "`schemaversion` is `\(version.text.prefix(80))`. Moodle takes that for SCORM 1.2; write "
          + "one of \(words), exactly.", version)
    }
  }

  private mutating func checkOrganizations() {
    guard let organizations = root.first("organizations") else {
      return add(.error, .structure, "There is no `organizations`.", root)
    }
    let all = organizations.children("organization")
    let identifiers = all.compactMap { $0.value(of: "identifier") }
    guard !all.isEmpty else {
      return add(.error, .structure, "There is no `organization` to play.", organizations)
    }
    if let wanted = organizations.value(of: "default") {
      if !identifiers.contains(wanted) {
        add(
          .error, .structure, "The default organization `\(wanted.prefix(80))` doesn't exist.",
          organizations)
      }
    } else {
      add(
        .error, .structure,
        "`organizations` must name its `default`: some systems play nothing without it.",
        organizations)
    }
    // Those of manifests inside this one, too.
    let resources = Set(
      root.descendants.filter { ["resource", "manifest"].contains($0.localName) }
        .compactMap { $0.value(of: "identifier") })
    for organization in all {
      checkTitle(of: organization)
      if organization.children("item").isEmpty {
        add(.error, .structure, "An organization must have an `item`.", organization)
      }
      for item in organization.descendants where item.localName == "item" {
        checkTitle(of: item)
        check(item, resources)
      }
    }
  }

  private mutating func checkTitle(of element: XMLElement) {
    let title = element.first("title")?.text.filter { !$0.isWhitespace } ?? ""
    if title.isEmpty {
      add(.error, .title, "`\(element.name)` needs a `title`: Open edX fails without one.", element)
    }
  }

  private mutating func check(_ item: XMLElement, _ resources: Set<String>) {
    if let reference = item.value(of: "identifierref") {
      if !resources.contains(reference) {
        add(.error, .identifier, "There is no resource `\(reference.prefix(80))`.", item)
      }
    } else if item.children("item").isEmpty {
      add(.error, .structure, "An item without items in it must have an `identifierref`.", item)
    }
    for (name, most) in Self.longest {
      for part in item.children(name) where part.text.count > most {
        add(.error, .value, "`\(part.name)` has more than \(most) characters.", part)
      }
    }
    for mark in item.children("masteryscore") {
      guard let number = Double(mark.text), (0...100).contains(number) else {
        add(.error, .value, "`masteryscore` must be a number from 0 to 100.", mark)
        continue
      }
    }
  }

  private mutating func checkResources() {
    guard let resources = root.first("resources") else {
      return add(.error, .structure, "There is no `resources`.", root)
    }
    let base = root.value(of: "xml:base") ?? ""
    let all = resources.children("resource")
    var checker = ResourceCheck(
      addresses: PackageAddresses(Set(files.map(\.path))),
      scormType: isVersion2004 ? "scormType" : "scormtype", name: name)
    for resource in all {
      let folders = [base, resources.value(of: "xml:base"), resource.value(of: "xml:base")]
      checker.check(resource, base: folders.compactMap { $0 }.joined())
    }
    let spaces = [Self.adlcp12, Self.adlcp13]
    for element in root.descendants where element.localName == "location" {
      if spaces.contains(element.namespace ?? "") { checker.check(location: element) }
    }
    found += checker.found
    let identifiers = Set(all.compactMap { $0.value(of: "identifier") })
    for dependency in all.flatMap({ $0.children("dependency") }) {
      let reference = dependency.value(of: "identifierref") ?? ""
      if !identifiers.contains(reference) {
        add(.error, .identifier, "There is no resource `\(reference.prefix(80))`.", dependency)
      }
    }
    let launchable = all.first { $0.value(of: "href") != nil }
    if let launchable, checker.type(of: launchable)?.lowercased() != "sco",
      all.contains(where: { checker.type(of: $0)?.lowercased() == "sco" })
    {
      add(
        .warning, .structure,
        "The first resource isn't the one to launch: Open edX launches the first. Put it first.",
        launchable)
    }
    found += checker.unlisted(files, name: name)
  }

  private var isVersion2004: Bool {
    switch PackageCheck.kind(of: root) {
    case .scorm2004: true
    case .scorm12, .cmi5, .cartridge, .qti21, .unknown: false
    }
  }
}
