import CourseModel
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
    let subject = "cartridge `\(content.id)`"
    for resource in resources where resource.kind == .page {
      try OwnCheck.page(resource.bytes, at: resource.path, of: subject)
    }
    let documents = Dictionary(
      resources.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    try OwnCheck.manifest(
      manifest, named: "imsmanifest.xml", files: ["imsmanifest.xml"] + resources.map(\.path),
      of: subject, read: { documents[$0] })
  }
}
