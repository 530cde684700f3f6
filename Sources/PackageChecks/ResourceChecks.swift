import XMLDocuments

/// Looks at resources and their files.
struct ResourceCheck {
  private let addresses: PackageAddresses
  /// How the version of SCORM writes the attribute; nil where it isn't SCORM.
  private let scormType: String?
  /// The manifest.
  private let name: String
  private(set) var found: [PackageFinding] = []
  /// Files that a resource lists.
  private var listed: Set<String> = []

  init(addresses: PackageAddresses, scormType: String?, name: String) {
    self.addresses = addresses
    self.scormType = scormType
    self.name = name
  }

  /// `sco` or `asset`, whatever the case of the attribute's name.
  func type(of resource: XMLElement) -> String? {
    resource.attributes.first { localName($0.name).lowercased() == "scormtype" }?.value
  }

  /// Checks one.
  ///
  /// - Parameter base: what stands before its addresses.
  mutating func check(_ resource: XMLElement, base: String) {
    if let scormType { checkType(resource, scormType) }
    var places: Set<PackageAddresses.Place> = []
    for file in resource.children("file") {
      guard let address = file.value(of: "href") else {
        add(.error, .files, "`file` has no `href`.", file)
        continue
      }
      let place = addresses.place(of: base + address)
      places.insert(place)
      note(place, address, file)
    }
    guard let href = resource.value(of: "href") else { return }
    let place = addresses.place(of: base + href)
    if place == .elsewhere {
      add(
        .warning, .files, "`\(href.prefix(80))` isn't in the package; it needs a network.", resource
      )
    } else if !places.contains(place) {
      add(
        .warning, .files, "Repeat `\(href.prefix(200))` as a `file` of its resource.", resource)
      note(place, href, resource)
    }
  }

  /// Checks the address of a file with metadata, which counts as listed.
  mutating func check(location: XMLElement) {
    let address = location.text.trimmed
    note(addresses.place(of: address), address, location)
  }

  /// What systems lose that copy only what is listed.
  func unlisted(_ files: [PackageCheck.File], name: String) -> [PackageFinding] {
    files.map(\.path).sorted().filter { path in
      // Schemas of the standard needn't be listed, folders are no files, and what a Mac leaves
      // behind is said elsewhere.
      !listed.contains(path) && path != name && !path.hasSuffix("/")
        && !path.hasPrefix("__MACOSX/") && !path.hasSuffix(".DS_Store")
        && ![".xsd", ".dtd"].contains { path.lowercased().hasSuffix($0) }
    }.map { path in
      PackageFinding(
        .warning, .files,
        "No `file` lists `\(path.prefix(200))`: systems that copy only what is listed lose it.",
        path: path)
    }
  }

  private mutating func checkType(_ resource: XMLElement, _ right: String) {
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

  /// Says what is wrong with an address, and remembers what it lists.
  private mutating func note(
    _ place: PackageAddresses.Place, _ address: String, _ element: XMLElement
  ) {
    switch place {
    case .file(let path): listed.insert(path)
    case .otherCase(let path, let other):
      listed.insert(other)
      add(
        .error, .files,
        "`\(path)` is listed, but the file is called `\(other)`. Most servers see the difference.",
        element)
    case .missing(let path):
      add(.error, .files, "`\(path.prefix(200))` is listed and isn't in the zip.", element)
    case .backslash:
      add(.error, .files, "Write `/` in `\(address.prefix(200))`, not `\\`.", element)
    case .elsewhere:
      add(
        .warning, .files, "`\(address.prefix(80))` isn't in the package; it needs a network.",
        element)
    }
  }

  private mutating func add(
    _ severity: PackageFinding.Severity, _ rule: PackageFinding.Rule, _ message: String,
    _ element: XMLElement
  ) {
    found.append(PackageFinding(severity, rule, message, path: name, line: element.line))
  }

  private func localName(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }
}
