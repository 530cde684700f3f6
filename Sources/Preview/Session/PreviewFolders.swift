import CourseCompiler
import Disk
import Glibc

/// The folders of a preview, and the files in them that may be opened.
struct PreviewFolders {
  /// A folder on disk, and how the paths of messages about its files begin.
  struct Folder: Encodable {
    let prefix: String
    let path: String
  }

  private let content: WatchedContent
  private let theme: WatchedContent?

  init(_ session: PreviewSession) {
    content = session.content
    theme = session.theme
  }

  /// All of them; of two prefixes that fit a path the longer one counts.
  var all: [Folder] {
    var folders = [Folder(prefix: "", path: Self.absolute(content.disk.folder))]
    if let theme {
      let folder = theme.disk.folder
      folders.append(Folder(prefix: folder + "/", path: Self.absolute(folder)))
    }
    return folders
  }

  /// Where a file is that a message names; nil unless the last look found exactly that file.
  func file(_ path: String) -> String? {
    if let theme, path.hasPrefix(theme.disk.folder + "/") {
      return Self.file(String(path.dropFirst(theme.disk.folder.count + 1)), in: theme)
    }
    return Self.file(path, in: content)
  }

  private static func file(_ path: String, in folder: WatchedContent) -> String? {
    let entries = (try? folder.entries()) ?? []
    guard entries.contains(where: { $0.path == path && $0.kind == .file }) else { return nil }
    return absolute(folder.disk.folder) + "/" + path
  }

  /// A folder's real path; the path as given while there is no such folder.
  private static func absolute(_ folder: String) -> String {
    guard let real = realpath(folder, nil) else { return folder }
    defer { free(real) }
    return String(cString: real)
  }
}
