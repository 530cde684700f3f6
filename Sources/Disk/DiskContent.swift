public import CourseCompiler
import Glibc

/// Content in a folder on disk.
///
/// Hidden files (names that start with a dot) don't count. Symbolic links are listed as such and
/// never followed, not even when a folder is exchanged for a link while we read.
public struct DiskContent: ContentSource {
  /// The folder as the person gave it.
  public let folder: String
  /// Most bytes that `read` returns; a file with more is an error.
  public static let largestRead = 64 << 20

  /// Folders inside folders that are looked into; content needs three.
  private static let deepestFolder = 32

  /// Names a folder; nothing is read yet.
  public init(folder: String) {
    self.folder = folder
  }

  /// Every file below the folder, sorted by path.
  ///
  /// A folder inside that can't be read is listed with the reason, so that it is reported and the rest
  /// is compiled all the same. Throws when the content folder itself can't be read.
  public func entries() throws(ContentError) -> [ContentEntry] {
    try stampedEntries().map(\.entry)
  }

  /// An entry, and what changes when the file does.
  typealias StampedEntry = (entry: ContentEntry, stamp: FileStamp?)

  /// The same with what changes when a file does; folders that can't be read have nothing.
  func stampedEntries() throws(ContentError) -> [StampedEntry] {
    var entries: [StampedEntry] = []
    var waiting = [""]
    while let path = waiting.popLast() {
      let items: [(FolderItem, stat)]
      do {
        items = try shownItems(in: path)
      } catch {
        if path.isEmpty { throw ContentError(path: "", reason: "\(error.reason) (`\(folder)`)") }
        entries.append(
          (ContentEntry(path: path, kind: .unreadableFolder(error.reason), size: 0), nil))
        continue
      }
      for (item, status) in items {
        let stamp = FileStamp(status)
        let size = Int(status.st_size)
        guard let name = item.validText else {
          let itemPath = path.isEmpty ? item.text : path + "/" + item.text
          entries.append((ContentEntry(path: itemPath, kind: .undecodableName, size: size), stamp))
          continue
        }
        let itemPath = path.isEmpty ? name : path + "/" + name
        let kind: ContentEntry.Kind
        switch item.kind {
        case .folder where depth(itemPath) > Self.deepestFolder:
          kind = .unreadableFolder("folders are more than \(Self.deepestFolder) deep here")
        case .folder:
          waiting.append(itemPath)
          continue
        case .file: kind = .file
        case .symbolicLink: kind = .symbolicLink
        case .other: kind = .other
        }
        entries.append(
          (ContentEntry(path: itemPath, kind: kind, size: item.kind == .folder ? 0 : size), stamp))
      }
    }
    return entries.sorted { $0.entry.path < $1.entry.path }
  }

  /// What isn't hidden in a folder, with size and times.
  private func shownItems(in path: String) throws(SystemError) -> [(FolderItem, stat)] {
    try withFolder(path) { (number) throws(SystemError) in
      var items: [(FolderItem, stat)] = []
      for item in try FolderListing.items(in: number)
      where item.name.first != CChar(UInt8(ascii: ".")) {
        if let status = try FolderListing.status(of: item.name, in: number) {
          items.append((item, status))
        }
      }
      return items
    }
  }

  /// The bytes of a file below the folder.
  public func read(_ path: String) throws(ContentError) -> [UInt8] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
      throw ContentError(path: path, reason: "The path leads out of the content folder")
    }
    let above = parts.dropLast().joined(separator: "/")
    let bytes: [UInt8]?
    do {
      bytes = try withFolder(above) { (number) throws(SystemError) in
        try Self.ordinaryFile(name, in: number)
      }
    } catch {
      throw ContentError(path: path, reason: error.reason)
    }
    guard let bytes else { throw ContentError(path: path, reason: "Not an ordinary file") }
    guard bytes.count <= Self.largestRead else {
      throw ContentError(path: path, reason: "Larger than \(Self.largestRead >> 20) MB")
    }
    return bytes
  }

  /// The bytes of a file in an open folder, one more than the limit at most; nil for pipes,
  /// devices and sockets.
  static func ordinaryFile(
    _ name: String, in folder: Int32
  ) throws(SystemError) -> [UInt8]? {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would never return.
    let file = try Descriptor(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, in: folder)
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try file.read(expecting: Int(status.st_size), limit: largestRead)
  }

  private func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } + 1 }

  /// Opens a folder below the content folder part by part, so that no part can be a link.
  func withFolder<Result>(
    _ path: String, _ body: (Int32) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    var folder = try Descriptor(self.folder, O_RDONLY | O_DIRECTORY)
    for part in path.split(separator: "/") {
      folder = try Descriptor(
        String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW, in: folder.number)
    }
    return try body(folder.number)
  }
}
