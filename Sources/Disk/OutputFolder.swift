import Exporters
import Glibc

/// What stands in the place where an output is to go, as far as it decides whether it may go.
enum OutputFolderState: Equatable {
  /// Nothing, or a folder that holds no more than a `.gitignore`.
  case blank
  /// An output of Amparo and nothing else.
  case ours
  /// Something that Amparo didn't make; `example` is one such path inside the folder, nil when the
  /// place isn't a folder at all.
  case foreign(example: String?)
}

extension OutputFolderState {
  /// Names that systems leave in folders; they may go, and don't make a folder foreign.
  private static let droppings: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]
  /// A manifest larger than this isn't read: a million files fit in it.
  private static let largestManifest = 512 << 20

  /// The paths that the manifest of an output lists.
  struct Listed: Sendable {
    /// The manifest's bytes, which say whether another one lists the same.
    fileprivate let manifest: [UInt8]
    fileprivate let files: Set<String>
    /// Folders that hold such files; any other folder is a stray.
    fileprivate let folders: Set<String>
  }

  /// Looks at a place on disk.
  static func inspect(_ path: String) throws(SystemError) -> OutputFolderState {
    var listed: Listed?
    return try inspect(path, &listed)
  }

  /// Looks at a place on disk.
  /// - Parameter listed: what the manifest that was read last lists; a manifest of ten thousand pages
  ///   takes its time, and the same one is met before and after a build.
  static func inspect(
    _ path: String, _ listed: inout Listed?
  ) throws(SystemError) -> OutputFolderState {
    let folder: Descriptor
    do {
      folder = try Descriptor(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    } catch {
      switch error.number {
      case ENOENT: return .blank
      case ENOTDIR, ELOOP: return .foreign(example: nil)
      default: throw error
      }
    }
    listed = try self.listed(in: folder.number, known: listed)
    if let stray = try firstStray(in: path, allowed: listed) {
      return .foreign(example: stray)
    }
    return listed == nil ? .blank : .ours
  }

  /// Whether a folder holds a manifest of ours.
  static func hasManifest(_ path: String) throws(SystemError) -> Bool {
    try listed(at: path) != nil
  }

  /// What the manifest of a folder lists; nil when it holds none of ours.
  static func listed(at path: String) throws(SystemError) -> Listed? {
    let folder = try Descriptor(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    return try listed(in: folder.number, known: nil)
  }

  /// What the manifest of an open folder lists; nil when there is none or it isn't ours.
  private static func listed(
    in folder: Int32, known: Listed?
  ) throws(SystemError) -> Listed? {
    let file: Descriptor
    do {
      file = try Descriptor(Manifest.fileName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, in: folder)
    } catch {
      guard error.number == ENOENT || error.number == ELOOP else { throw error }
      return nil
    }
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largestManifest else { return nil }
    let bytes = try file.read(expecting: Int(status.st_size), limit: largestManifest)
    if let known, known.manifest == bytes { return known }
    return Manifest.paths(json: bytes).map { Listed($0, bytes) }
  }

  /// The first path, in depth-first order, that isn't allowed.
  private static func firstStray(
    in path: String, allowed: Listed?
  ) throws(SystemError) -> String? {
    let (files, folders) = (allowed?.files ?? [], allowed?.folders ?? [])
    var waiting = [""]
    while let inside = waiting.popLast() {
      let folder = try Descriptor(
        inside.isEmpty ? path : path + "/" + inside, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      for item in try FolderListing.items(in: folder.number) {
        let name = item.text
        let itemPath = inside.isEmpty ? name : inside + "/" + name
        switch item.kind {
        case .folder where folders.contains(itemPath): waiting.append(itemPath)
        case .file where files.contains(itemPath) || droppings.contains(name): continue
        case .file where itemPath == OutputWriter.keptFile: continue
        case .file, .folder, .symbolicLink, .other: return itemPath
        }
      }
    }
    return nil
  }
}

extension OutputFolderState.Listed {
  fileprivate init(_ paths: [String], _ bytes: [UInt8]) {
    manifest = bytes
    var folders: Set<String> = []
    for path in paths {
      // Files stand side by side: where the innermost folder is known, those around it are.
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if !folders.insert(String(folder)).inserted { break }
      }
    }
    self.folders = folders
    files = Set(paths).union([Manifest.fileName])
  }
}
