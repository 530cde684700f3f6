public import XMLDocuments

/// What no schema says of a package: checks for packages of anybody, ours included.
///
/// Nothing is read from disk and nothing is changed. The rules come from the standards and from
/// what learning systems were seen to do; docs/packages.md names the sources.
public enum PackageCheck {
  /// A file of the package.
  public struct File: Sendable, Hashable {
    /// Path in the zip, with `/` between the parts.
    public let path: String
    /// Size in bytes, unpacked.
    public let size: Int
    /// Describes a file.
    public init(path: String, size: Int) {
      self.path = path
      self.size = size
    }
  }

  /// What a package is.
  public enum Kind: Sendable, Hashable {
    case scorm12
    case scorm2004(edition: String)
    case cmi5
    /// Common Cartridge, by its version: `1.3.0`.
    case cartridge(version: String)
    /// Questions and tests of QTI 2.1.
    case qti21
    /// A package of IMS content packaging of another kind.
    case unknown
  }

  /// Names of manifests at the root of a zip.
  public static let manifestNames = ["imsmanifest.xml", "cmi5.xml"]

  /// The manifest that makes the files a package, and what is wrong with its place.
  public static func manifest(among files: [File]) -> (path: String?, [PackageFinding]) {
    let paths = files.map(\.path)
    let found = manifestNames.filter(paths.contains)
    if found.count > 1 {
      return (
        found[0],
        [
          PackageFinding(
            .error, .manifest,
            "There are two manifests, `imsmanifest.xml` and `cmi5.xml`: systems choose either.")
        ]
      )
    }
    if let path = found.first { return (path, []) }
    let near = paths.filter { path in
      manifestNames.contains((path.split(separator: "/").last.map(String.init) ?? "").lowercased())
    }.sorted()
    guard let path = near.first else {
      return (
        nil, [PackageFinding(.error, .manifest, "There is no `imsmanifest.xml` or `cmi5.xml`.")]
      )
    }
    let name = (path.split(separator: "/").last.map(String.init) ?? "").lowercased()
    return (
      nil,
      [
        PackageFinding(
          .error, .manifest,
          "The manifest `\(path)` must be called `\(name)` and stand at the root of the zip. Zip "
            + "the files in the folder, not the folder itself.",
          path: path)
      ]
    )
  }

  /// What a manifest says that its package is.
  public static func kind(of root: XMLElement) -> Kind {
    if root.localName == "courseStructure" { return .cmi5 }
    let metadata = root.first("metadata")
    let version = metadata?.first("schemaversion")?.text ?? ""
    if metadata?.first("schema")?.text == "IMS Common Cartridge"
      || CartridgeCheck.namespaces.values.contains(root.namespace ?? "")
    {
      return .cartridge(version: version)
    }
    if let known = SCORMCheck.editions.first(where: { $0.version == version }) {
      return known.kind
    }
    // Without a version that is known, the namespaces tell.
    let spaces = Set(root.attributes.map(\.value))
    if spaces.contains(SCORMCheck.adlcp12) { return .scorm12 }
    if spaces.contains(SCORMCheck.adlcp13) { return .scorm2004(edition: version) }
    return QTIPackageCheck.isQuestions(root) ? .qti21 : .unknown
  }

  /// Everything that some learning system may stumble over, errors first.
  ///
  /// - Parameters:
  ///   - files: all files of the zip, the manifest included.
  ///   - manifest: the bytes of the manifest.
  ///   - name: its path: `imsmanifest.xml` or `cmi5.xml`.
  ///   - read: gives the bytes of another file, so that questions, topics and links can be looked
  ///     at; nil for one that can't be read.
  public static func findings(
    files: [File], manifest: [UInt8], named name: String,
    read: (String) -> [UInt8]? = { _ in nil }
  ) -> [PackageFinding] {
    var findings = fileFindings(files)
    do throws(XMLProblem) {
      let root = try XMLElement(document: manifest)
      findings += self.findings(
        files: files, root: root, manifest: manifest, named: name, read: read)
    } catch {
      findings.append(
        PackageFinding(
          .error, .manifest, error.message, path: name, line: error.line > 0 ? error.line : nil))
    }
    return findings.enumerated().sorted { left, right in
      (left.element.severity == .error ? 0 : 1, left.offset)
        < (right.element.severity == .error ? 0 : 1, right.offset)
    }.map(\.element)
  }

  /// What is wrong with the names of files.
  public static func fileFindings(_ files: [File]) -> [PackageFinding] {
    FileNameCheck.findings(files)
  }

  /// What is wrong with a manifest that could be read, in the order in which it was looked for.
  public static func findings(
    files: [File], root: XMLElement, manifest: [UInt8], named name: String,
    read: (String) -> [UInt8]?
  ) -> [PackageFinding] {
    let findings = TextCheck.findings(manifest, named: name)
    switch (name, kind(of: root)) {
    case ("cmi5.xml", .cmi5):
      return findings + CMI5Check(root: root, files: files).findings()
    case ("cmi5.xml", _):
      return findings + [
        PackageFinding(
          .error, .standard,
          "The root of `cmi5.xml` must be `courseStructure`, not `\(root.name.prefix(80))`.",
          path: name, line: root.line)
      ]
    case (_, .scorm12), (_, .scorm2004):
      return findings + SCORMCheck(root: root, files: files, name: name).findings()
    case (_, .cartridge(let version)):
      return findings
        + CartridgeCheck(root: root, version: version, files: files, name: name)
        .findings(read: read)
    case (_, .qti21):
      return findings
        + QTIPackageCheck(root: root, files: files, name: name).findings(read: read)
    case (_, .unknown), (_, .cmi5):
      return findings + unknown(root, files: files, name: name)
    }
  }

  /// What can be said where nobody knows the standard.
  private static func unknown(
    _ root: XMLElement, files: [File], name: String
  ) -> [PackageFinding] {
    let schema = root.first("metadata")?.first("schema")?.text ?? ""
    guard root.localName == "manifest", !schema.isEmpty, schema != "ADL SCORM" else {
      return SCORMCheck(root: root, files: files, name: name).findings()
    }
    return [
      PackageFinding(
        .error, .standard,
        "The manifest says that it is `\(schema.prefix(80))`, which isn't known here.",
        path: name, line: root.line)
    ]
  }
}
