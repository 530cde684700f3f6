import OfflineChecks
import PackageChecks

/// Why a package isn't made, though everything before said that it can be.
struct PackageProblem: Error, CustomStringConvertible {
  let description: String
}

/// What each of our own packages must be free of before it is given out.
///
/// `subject` is the package in a message: "package `m01` for SCORM 1.2".
enum OwnCheck {
  /// A page must fetch nothing from elsewhere, as every page.
  static func page(
    _ page: [UInt8], at path: String, of subject: String
  ) throws(PackageProblem) {
    guard let place = RemoteAddresses.inPage(page).first else { return }
    throw PackageProblem(
      description: "`\(path)` of the \(subject) would fetch `\(place.address)` "
        + "(\(place.element)) from the network.")
  }

  /// Nothing that a learning system may stumble over.
  /// - Parameters:
  ///   - files: paths of all files, the manifest included.
  ///   - read: gives the bytes of documents that are looked into; nil for others.
  static func manifest(
    _ manifest: [UInt8], named name: String, files: [String], of subject: String,
    read: (String) -> [UInt8]? = { _ in nil }
  ) throws(PackageProblem) {
    let findings = PackageCheck.findings(
      files: files.map { .init(path: $0, size: 1) }, manifest: manifest, named: name, read: read)
    guard let problem = findings.first(where: { $0.severity == .error }) else { return }
    throw PackageProblem(
      description: "The \(subject) would not work everywhere: \(problem.message)")
  }
}
