import Diagnostics
public import PackageChecks
import XMLDocuments

/// Says in plain words what is wrong with manifests.
enum ManifestDiagnostics {
  /// Files at the root of packages that aren't known here, and what has them.
  private static let others = [
    ("tincan.xml", "a package of the Experience API (Tin Can)"), ("h5p.json", "an H5P package"),
    ("META-INF/container.xml", "a book (EPUB)"), ("[Content_Types].xml", "an Office document"),
    ("moodle_backup.xml", "a Moodle backup"), ("course.xml", "a course of Open edX"),
  ]

  /// Why there is no manifest to read.
  ///
  /// - Parameter findings: what `PackageCheck.manifest` says.
  static func missing(
    _ findings: [PackageFinding], among paths: [String], package: String
  ) -> Diagnostic {
    let message = findings.first?.message ?? "There is no `imsmanifest.xml` or `cmi5.xml`."
    // One with a path says where a manifest is.
    if findings.first?.path != nil { return Diagnostic(.noManifest, path: package, message) }
    let known = Set(paths)
    if let other = others.first(where: { known.contains($0.0) }) {
      return Diagnostic(
        .unknownStandard, path: package, "This looks like \(other.1), which isn't known here.",
        help: "Known are SCORM 1.2, SCORM 2004, cmi5, Common Cartridge and QTI 2.1.")
    }
    if let inner = paths.sorted().first(where: { $0.lowercased().hasSuffix(".zip") }) {
      return Diagnostic(
        .noManifest, path: package, message,
        help: "Unpack it; `\(inner.prefix(200))` in it may be the package.")
    }
    return Diagnostic(
      .noManifest, path: package, message,
      help: "Zip the files of the package with their manifest at the top.")
  }

  /// What to say of a document in another encoding than UTF-8; nil for UTF-8.
  static func otherEncoding(_ bytes: [UInt8]) -> String? {
    guard let name = XMLElement.declaredEncoding(of: bytes),
      !["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name.uppercased())
    else { return nil }
    return "The manifest is written in `\(name.prefix(40))`; some systems read it as UTF-8 all the "
      + "same. Save it as UTF-8."
  }
}

extension DiagnosticCode {
  /// The code of a finding; its severity is that of the code.
  init(_ finding: PackageFinding) {
    let isError = finding.severity == .error
    switch finding.rule {
    case .manifest: self = isError ? .manifestUnreadable : .secondManifest
    case .standard: self = isError ? .wrongVersionText : .unusualSchemaText
    case .namespace: self = isError ? .wrongNamespace : .namespaceOrder
    case .identifier: self = .brokenIdentifier
    case .title: self = isError ? .missingPackageTitle : .titleWithoutLanguage
    case .structure: self = isError ? .brokenStructure : .launchNotFirst
    case .files: self = isError ? .listedFileMissing : .fileNotListed
    case .scormType: self = .wrongScormType
    case .value: self = isError ? .wrongPackageValue : .valueLeftOut
    case .sequencing: self = isError ? .wrongSequencing : .sequencingLeftOut
    case .address: self = isError ? .wrongLaunchAddress : .launchFromNetwork
    case .text: self = .characterByNumber
    case .cartridge: self = isError ? .againstCartridgeRule : .unusualResourceType
    case .document: self = isError ? .brokenPackageDocument : .riskyQuestion
    }
  }
}

extension PackageCheck.Kind {
  /// What people call it.
  public var title: String {
    switch self {
    case .scorm12: "SCORM 1.2"
    case .scorm2004(let edition):
      edition.hasPrefix("2004 ") ? "SCORM \(edition)" : "SCORM 2004"
    case .cmi5: "cmi5"
    case .cartridge(let version):
      // Whatever else stands there may steer a terminal.
      version.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        ? "Common Cartridge \(version.prefix(20))" : "Common Cartridge"
    case .qti21: "QTI 2.1"
    case .unknown: "unknown standard"
    }
  }
}
