import CourseModel
import HTMLRendering
import Synchronization
import ZipArchives

/// The files of one zip, behind its manifest.
struct PackageFiles: Sendable {
  /// A picture or sound: its path in the content folder, and in the zip.
  struct MediaFile: Sendable, Hashable {
    let media: String
    let path: String
  }

  /// Scripts and styles, in the order of the zip.
  let assets: [String]
  /// Media in the order of their paths in the content folder.
  let media: [MediaFile]
  /// Control documents for the root of the zip.
  let controlDocuments: [PackageSettings.ControlDocument]

  init(_ content: PackageContent, standard: PackageStandard, assets: [String]) {
    self.assets = assets
    media = Self.mediaFiles(of: content)
    let folder = content.toolkit.packages.folder(of: standard)
    controlDocuments = content.toolkit.packages.controlDocuments.filter {
      $0.folder == folder && !$0.path.hasPrefix("_")
    }
  }

  /// The media of a package with their paths in its zip.
  static func mediaFiles(of content: PackageContent) -> [MediaFile] {
    var taken: Set<String> = []
    return content.toolkit.media.map { file in
      MediaFile(media: file.path, path: name(of: file.path, &taken))
    }
  }

  /// The files that the manifest lists, in the order of the zip.
  var listed: [String] {
    ["index.html"] + assets + media.map(\.path)
  }

  /// Addresses of media, seen from the launch page.
  var addresses: [String: String] {
    Dictionary(media.map { ($0.media, $0.path) }, uniquingKeysWith: { first, _ in first })
  }

  /// A name of small letters, digits, `.`, `_` and `-` in `media/`, used once.
  private static func name(of path: String, _ taken: inout Set<String>) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let parts = last.split(separator: ".", omittingEmptySubsequences: true)
    let ending = parts.count > 1 ? "." + safe(String(parts[parts.count - 1])) : ""
    let stem = safe(parts.dropLast(parts.count > 1 ? 1 : 0).joined(separator: "."))
    let start = stem.isEmpty ? "file" : String(stem.prefix(60))
    var name = "media/\(start)\(ending)"
    var number = 2
    while !taken.insert(name).inserted {
      name = "media/\(start)-\(number)\(ending)"
      number += 1
    }
    return name
  }

  /// Small letters, digits, `.`, `_` and `-`; what is between others becomes one `-`.
  private static func safe(_ text: String) -> String {
    let parts = text.utf8.map { byte -> UInt8 in
      switch byte {
      case 65...90: byte + 32
      case 97...122, 48...57, 45, 46, 95: byte
      default: UInt8(ascii: "-")
      }
    }
    return String(decoding: parts, as: UTF8.self)
      .split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")
      .trimmedDots
  }

  /// Whether a file is called otherwise in packages because of its letters.
  static func isRenamed(_ path: String) -> Bool {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.utf8.contains { $0 >= 128 || $0 <= 32 }
  }
}

extension String {
  fileprivate var trimmedDots: String {
    String(drop { $0 == "." }.reversed().drop { $0 == "." }.reversed())
  }
}

/// Files that many zips have in common, each packed once, when it is needed first.
final class SharedFiles: Sendable {
  /// Drawings of trees.
  let drawings = TreeDrawings()
  private let packed = Mutex<[String: PackedFile]>([:])

  /// A file by its name in here, packed.
  func file(_ name: String, _ bytes: [UInt8]) throws(ZipProblem) -> PackedFile {
    if let known = packed.withLock({ $0[name] }) { return known }
    // Two threads may pack the same file; they make the same.
    let file = try PackedFile(bytes)
    packed.withLock { $0[name] = file }
    return file
  }
}

/// One zip, ready to be made.
struct PackageArchive: Sendable {
  let content: PackageContent
  let standard: PackageStandard
  let pages: ToolkitPages
  let shared: SharedFiles

  /// One file of a package.
  struct File: Sendable {
    let path: String
    let bytes: [UInt8]
    /// Its name among the files that packages share; nil for what only this one has.
    let sharedName: String?
  }

  /// The bytes of the zip; the same every time.
  func bytes() throws -> [UInt8] {
    try ZipWriter.archive(
      files().map { file in
        guard let name = file.sharedName else { return ZipEntry(file.path, file.bytes) }
        return ZipEntry(file.path, try shared.file(name, file.bytes))
      })
  }

  /// The files in the order of the zip, the manifest first.
  func files() throws -> [File] {
    let assets = pages.packageAssets(standard).map {
      File(path: $0.path, bytes: $0.bytes, sharedName: $0.path)
    }
    let files = PackageFiles(content, standard: standard, assets: assets.map(\.path))
    let activities = PackageActivities(content)
    let identifiers = PackageIdentifiers(content, standard: standard)
    let data = AdapterData(
      content: content, standard: standard, activities: activities, identifiers: identifiers)
    let frame = PackageFrame(
      standard: standard, module: content.module, media: files.addresses,
      adapterData: data.json.bytes, drawings: shared.drawings)
    let page = try pages.packagePage(for: content.edition, frame)
    try OwnCheck.page(page, at: "index.html", of: "package `\(content.id)`")
    let manifest = PackageManifest(data: data, files: files.listed)
    let document = try manifest.document()
    try OwnCheck.manifest(
      document, named: manifest.name,
      files: [manifest.name] + files.listed + files.controlDocuments.map(\.path),
      of: "package `\(content.id)` for \(standard.title)")
    let media = zip(files.media, content.toolkit.media).map { file, media in
      File(path: file.path, bytes: media.bytes, sharedName: "media " + media.path)
    }
    let controls = files.controlDocuments.map {
      File(path: $0.path, bytes: $0.bytes, sharedName: "control " + $0.path)
    }
    return [
      File(path: manifest.name, bytes: document, sharedName: nil),
      File(path: "index.html", bytes: page, sharedName: nil),
    ] + assets + media + controls
  }
}
