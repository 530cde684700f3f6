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
    if metadata?.first("schema")?.text == "IMS Common Cartridge" {
      return .cartridge(version: version)
    }
    if let known = SCORMCheck.editions.first(where: { $0.version == version }) {
      return known.kind
    }
    // Without a version that is known, the namespaces tell.
    let spaces = Set(root.attributes.map(\.value))
    if spaces.contains(SCORMCheck.adlcp12) { return .scorm12 }
    if spaces.contains(SCORMCheck.adlcp13) { return .scorm2004(edition: version) }
    return .unknown
  }

  /// Everything that some learning system may stumble over, errors first.
  ///
  /// - Parameters:
  ///   - files: all files of the zip, the manifest included.
  ///   - manifest: the bytes of the manifest.
  ///   - name: its path: `imsmanifest.xml` or `cmi5.xml`.
  public static func findings(
    files: [File], manifest: [UInt8], named name: String
  ) -> [PackageFinding] {
    var findings = FileNameCheck.findings(files)
    do throws(XMLProblem) {
      let root = try XMLElement(document: manifest)
      findings += TextCheck.findings(manifest, named: name)
      switch (name, kind(of: root)) {
      case ("cmi5.xml", .cmi5): findings += CMI5Check(root: root, files: files).findings()
      case ("cmi5.xml", _):
        findings.append(
          PackageFinding(
            .error, .standard,
            "The root of `cmi5.xml` must be `courseStructure`, not "
              + "`\(root.name.prefix(80))`.", path: name, line: root.line))
      case (_, .scorm12), (_, .scorm2004), (_, .unknown):
        findings += SCORMCheck(root: root, files: files, name: name).findings()
      case (_, .cmi5), (_, .cartridge): break
      }
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
}
