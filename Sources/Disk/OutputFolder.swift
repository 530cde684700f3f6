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

  /// Looks at a place on disk.
  static func inspect(_ path: String) throws(SystemError) -> OutputFolderState {
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
    var allowed: Set<String>?
    if let manifest = try manifest(in: folder.number) {
      allowed = Set(manifest.files.map(\.path))
      allowed?.insert(Manifest.fileName)
    }
    if let stray = try firstStray(in: path, allowed: allowed ?? []) {
      return .foreign(example: stray)
    }
    return allowed == nil ? .blank : .ours
  }

  /// Whether a folder holds a manifest of ours.
  static func hasManifest(_ path: String) throws(SystemError) -> Bool {
    let folder = try Descriptor(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    return try manifest(in: folder.number) != nil
  }

  /// The manifest of an open folder; nil when there is none or it isn't ours.
  private static func manifest(in folder: Int32) throws(SystemError) -> Manifest? {
    let file: Descriptor
    do {
      file = try Descriptor(Manifest.fileName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, in: folder)
    } catch {
      guard error.number == ENOENT || error.number == ELOOP else { throw error }
      return nil
    }
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largestManifest else { return nil }
    return Manifest(
      json: try file.read(expecting: Int(status.st_size), limit: largestManifest))
  }

  /// The first path, in depth-first order, that isn't allowed.
  private static func firstStray(
    in path: String, allowed: Set<String>
  ) throws(SystemError) -> String? {
    // Folders that hold allowed files; any other folder is a stray.
    var allowedFolders: Set<String> = [""]
    for file in allowed {
      var end = file.startIndex
      while let slash = file[end...].firstIndex(of: "/") {
        allowedFolders.insert(String(file[..<slash]))
        end = file.index(after: slash)
      }
    }
    var waiting = [""]
    while let inside = waiting.popLast() {
      let folder = try Descriptor(
        inside.isEmpty ? path : path + "/" + inside, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      for item in try FolderListing.items(in: folder.number) {
        let itemPath = inside.isEmpty ? item.text : inside + "/" + item.text
        switch item.kind {
        case .folder where allowedFolders.contains(itemPath): waiting.append(itemPath)
        case .file where allowed.contains(itemPath) || droppings.contains(item.text): continue
        case .file where itemPath == OutputWriter.keptFile: continue
        case .file, .folder, .symbolicLink, .other: return itemPath
        }
      }
    }
    return nil
  }
}
