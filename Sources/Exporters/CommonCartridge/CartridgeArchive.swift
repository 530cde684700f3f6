import CourseModel
import OfflineChecks
import PackageChecks
import ZipArchives

/// One cartridge, ready to be made.
struct CartridgeArchive: Sendable {
  let content: PackageContent
  let version: CartridgeVersion
  let shared: SharedFiles

  /// The bytes of the zip; the same every time.
  func bytes() throws -> [UInt8] {
    let contents = try CartridgeContents(content, version: version)
    let manifest = try CartridgeManifest(
      version: version,
      identifier: PackageIdentifiers.manifest(of: content, for: "cc\(version.rawValue)"),
      title: content.title.asTitle,
      description: content.description.oneLine.withoutControls.shortened(to: 1000),
      language: content.language, folders: contents.folders, resources: contents.resources
    ).document()
    try check(manifest, contents.resources)
    let sources = Dictionary(
      PackageFiles.mediaFiles(of: content).map { ($0.path, $0.media) },
      uniquingKeysWith: { first, _ in first })
    var entries = [ZipEntry("imsmanifest.xml", manifest)]
    for resource in contents.resources {
      switch resource.kind {
      case .page, .assessment, .topic, .link:
        entries.append(ZipEntry(resource.path, resource.bytes))
      case .media:
        let source = sources[resource.path] ?? resource.path
        entries.append(ZipEntry(resource.path, try shared.file(source, resource.bytes)))
      }
    }
    return try ZipWriter.archive(entries)
  }

  /// Our own packages must be free of what learning systems stumble over, and fetch nothing.
  private func check(
    _ manifest: [UInt8], _ resources: [CartridgeResource]
  ) throws(PackageProblem) {
    for resource in resources where resource.kind == .page {
      guard let place = RemoteAddresses.inPage(resource.bytes).first else { continue }
      throw PackageProblem(
        description: "`\(resource.path)` of the cartridge `\(content.id)` would fetch "
          + "`\(place.address)` (\(place.element)) from the network.")
    }
    let paths = ["imsmanifest.xml"] + resources.map(\.path)
    let documents = Dictionary(
      resources.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let findings = PackageCheck.findings(
      files: paths.map { .init(path: $0, size: 1) }, manifest: manifest, named: "imsmanifest.xml",
      read: { documents[$0] })
    guard let problem = findings.first(where: { $0.severity == .error }) else { return }
    throw PackageProblem(
      description: "The cartridge `\(content.id)` would not work everywhere: \(problem.message)")
  }
}
