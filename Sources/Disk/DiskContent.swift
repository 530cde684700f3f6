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
    do {
      try list(Descriptor(folder, O_RDONLY | O_DIRECTORY), "", depth: 0, into: &entries)
    } catch {
      throw ContentError(path: "", reason: "\(error.reason) (`\(folder)`)")
    }
    return entries.sorted { $0.entry.path < $1.entry.path }
  }

  /// Adds what isn't hidden in an open folder, and in those inside it; adds nothing when it throws.
  private func list(
    _ folder: borrowing Descriptor, _ path: String, depth: Int, into entries: inout [StampedEntry]
  ) throws(SystemError) {
    let items = try FolderListing.items(in: folder.number)
    for item in items where item.name.first != CChar(UInt8(ascii: ".")) {
      let itemPath = path.isEmpty ? item.text : path + "/" + item.text
      if item.kind == .folder, item.isUTF8 {
        let reason = list(inside: folder, item.text, itemPath, depth: depth + 1, into: &entries)
        if let reason {
          let entry = ContentEntry(path: itemPath, kind: .unreadableFolder(reason), size: 0)
          entries.append((entry, nil))
        }
      } else if let status = try FolderListing.status(of: item.name, in: folder.number) {
        let kind: ContentEntry.Kind =
          switch item.kind {
          case _ where !item.isUTF8: .undecodableName
          case .file: .file
          case .symbolicLink: .symbolicLink
          case .folder, .other: .other
          }
        let entry = ContentEntry(path: itemPath, kind: kind, size: Int(status.st_size))
        entries.append((entry, FileStamp(status)))
      }
    }
  }

  /// Adds what is in a folder inside an open one.
  /// - Returns: why it can't be read; nil when it was.
  private func list(
    inside folder: borrowing Descriptor, _ name: String, _ path: String, depth: Int,
    into entries: inout [StampedEntry]
  ) -> String? {
    guard depth <= Self.deepestFolder else {
      return "folders are more than \(Self.deepestFolder) deep here"
    }
    do {
      let inner = try Descriptor(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, in: folder.number)
      try list(inner, path, depth: depth, into: &entries)
      return nil
    } catch {
      return error.reason
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
