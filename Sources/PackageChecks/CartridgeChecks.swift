import XMLDocuments

/// Looks at the manifest of a Common Cartridge, versions 1.1 to 1.3.
///
/// "Rule" numbers are those that stand as Schematron in the standard's own schema; an ordinary XSD
/// validator doesn't see them.
struct CartridgeCheck {
  /// Namespace of the manifest by version.
  static let namespaces = [
    "1.0.0": "http://www.imsglobal.org/xsd/imscc/imscp_v1p1",
    "1.1.0": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "1.2.0": "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1",
    "1.3.0": "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
  ]

  private let root: XMLElement
  private let version: String
  private let name: String
  private let addresses: PackageAddresses
  private let files: [PackageCheck.File]
  private let resources: [XMLElement]
  private let byIdentifier: [String: XMLElement]
  private let types: [String: CartridgeType]
  private var found: [PackageFinding] = []

  init(root: XMLElement, version: String, files: [PackageCheck.File], name: String) {
    self.root = root
    self.version = version
    self.name = name
    self.files = files
    addresses = PackageAddresses(Set(files.map(\.path)))
    resources = root.first("resources")?.children("resource") ?? []
    byIdentifier = Dictionary(
      resources.map { ($0.value(of: "identifier") ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    types = Dictionary(
      resources.compactMap { resource in
        guard let identifier = resource.value(of: "identifier"),
          let type = resource.value(of: "type").flatMap({ CartridgeType($0) })
        else { return nil }
        return (identifier, type)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// All findings; of the files that resources name, too, as far as they can be read.
  consuming func findings(read: (String) -> [UInt8]?) -> [PackageFinding] {
    checkVersion()
    found += IdentifierCheck.findings(in: root, name: name)
    checkOrganization()
    if root.first("resources") == nil {
      add(.error, .structure, "There is no `resources`.", root)
    }
    for resource in resources { check(resource) }
    checkListed()
    for resource in resources { checkDocument(of: resource, read: read) }
    return found
  }

  private mutating func checkVersion() {
    let metadata = root.first("metadata")
    if metadata?.first("schema")?.text != "IMS Common Cartridge" {
      add(
        .error, .standard, "`schema` must be `IMS Common Cartridge`.", metadata ?? root)
    }
    guard let namespace = Self.namespaces[version] else {
      return add(
        .error, .standard,
        "`schemaversion` is `\(version.prefix(40))`; write one of "
          + Self.namespaces.keys.sorted().map { "`\($0)`" }.joined(separator: ", ") + ".",
        metadata?.first("schemaversion") ?? metadata ?? root)
    }
    if root.namespace != namespace {
      add(
        .error, .namespace, "The namespace of version \(version) must be `\(namespace)`.", root)
    }
  }

  private mutating func checkOrganization() {
    let organizations = root.first("organizations")?.children("organization") ?? []
    guard organizations.count <= 1 else {
      return add(
        .error, .structure, "A cartridge has one `organization` at most.", organizations[1])
    }
    guard let organization = organizations.first else { return }
    if organization.value(of: "structure") != "rooted-hierarchy" {
      add(
        .error, .structure, "`organization` needs `structure=\"rooted-hierarchy\"`.", organization)
    }
    let roots = organization.children("item")
    guard roots.count == 1, let top = roots.first else {
      return add(
        .error, .structure,
        "`organization` must hold exactly one `item` without a title, with all others in it.",
        organization)
    }
    if top.first("title") != nil || top.value(of: "identifierref") != nil {
      add(
        .error, .structure, "The outermost `item` must have no title and no `identifierref`.", top)
    }
    for item in top.descendants.dropFirst() where item.localName == "item" { check(item: item) }
  }

  private mutating func check(item: XMLElement) {
    if (item.first("title")?.text ?? "").allSatisfy(\.isWhitespace) {
      add(.error, .title, "`item` needs a `title`.", item)
    }
    guard let reference = item.value(of: "identifierref") else { return }
    if item.first("item") != nil {
      add(
        .error, .cartridge,
        "An `item` with an `identifierref` can't have items in it (rule 8b): put them behind it.",
        item)
    }
    guard let resource = byIdentifier[reference] else {
      return add(.error, .identifier, "There is no resource `\(reference.prefix(80))`.", item)
    }
    switch types[reference] {
    case .questionBank:
      add(.error, .cartridge, "No `item` may lead to a question bank (rule 8a).", item)
    case .webContent where resource.value(of: "href") == nil:
      add(
        .error, .cartridge, "Web content that an `item` leads to needs an `href`.", resource)
    case .webContent, .associated, .discussion, .webLink, .assessment, .lti, .assignment, .book,
      nil:
      break
    }
  }

  private mutating func check(_ resource: XMLElement) {
    let written = resource.value(of: "type") ?? ""
    let type = CartridgeType(written)
    let hrefs = resource.children("file").compactMap { $0.value(of: "href") }
    if Set(hrefs).count < hrefs.count {
      add(.error, .cartridge, "A resource names a `file` twice (rule 9a).", resource)
    }
    if let href = resource.value(of: "href"), !hrefs.contains(href) {
      add(
        .error, .cartridge, "Repeat `\(href.prefix(80))` as a `file` of its resource (rule 10b).",
        resource)
    }
    guard let type else {
      return add(
        .warning, .cartridge,
        "`\(written.prefix(80))` is no type of resource in Common Cartridge; systems leave it out.",
        resource)
    }
    checkForm(of: resource, type, files: hrefs.count)
    let minor = version.split(separator: ".").dropFirst().first.flatMap { Int($0) } ?? 3
    if minor > 0, type.name(minor: minor) != written {
      add(
        .warning, .cartridge,
        "In version \(version) this type is written `\(type.name(minor: minor))`.", resource)
    }
    checkDependencies(of: resource, type)
  }

  private mutating func checkForm(of resource: XMLElement, _ type: CartridgeType, files: Int) {
    guard type.isOneDocument else { return }
    if files == 0 || files > 1 && type != .questionBank {
      add(
        .error, .cartridge, "\(type.title) needs exactly one `file` (rules 1 to 4).", resource)
    }
    if resource.value(of: "href") != nil {
      add(
        .error, .cartridge, "\(type.title) has no `href` (rules 1 to 4), only a `file`.", resource)
    }
  }

  private mutating func checkDependencies(of resource: XMLElement, _ type: CartridgeType) {
    var seen: Set<String> = []
    for dependency in resource.children("dependency") {
      let reference = dependency.value(of: "identifierref") ?? ""
      if reference == resource.value(of: "identifier") {
        add(.error, .cartridge, "A resource can't depend on itself (rule 7a).", dependency)
      } else if !seen.insert(reference).inserted {
        add(.error, .cartridge, "A dependency stands twice (rule 7b).", dependency)
      } else if let other = types[reference], let allowed = type.allowedDependencies,
        !allowed.contains(other)
      {
        add(
          .error, .cartridge,
          "\(type.title) can't depend on \(other.title.lowercased()) (rules 1 to 6, 11).",
          dependency)
      } else if byIdentifier[reference] == nil {
        add(
          .error, .identifier, "There is no resource `\(reference.prefix(80))`.", dependency)
      }
    }
  }

  private mutating func checkListed() {
    var check = ResourceCheck(addresses: addresses, scormType: nil, name: name)
    for resource in resources { check.check(resource, base: "") }
    found += check.found.filter { $0.severity == .error }
    found += check.unlisted(files, name: name)
  }

  /// Looks into the one file of a topic, a link, an assessment or a question bank.
  private mutating func checkDocument(of resource: XMLElement, read: (String) -> [UInt8]?) {
    guard let type = resource.value(of: "type").flatMap({ CartridgeType($0) }), type.isOneDocument,
      let href = resource.children("file").first?.value(of: "href"),
      case .file(let path) = addresses.place(of: href), let bytes = read(path)
    else { return }
    found += CartridgeDocumentCheck.findings(in: bytes, path: path, type: type)
  }

  private mutating func add(
    _ severity: PackageFinding.Severity, _ rule: PackageFinding.Rule, _ message: String,
    _ element: XMLElement
  ) {
    found.append(PackageFinding(severity, rule, message, path: name, line: element.line))
  }
}
