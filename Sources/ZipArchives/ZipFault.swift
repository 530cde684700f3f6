/// Why a file can't be read as an archive at all.
public enum ZipRefusal: Error, Sendable, Hashable {
  /// The file can't be opened, or isn't a file; the system's reason.
  case unreadable(String)
  /// There is nothing in it.
  case empty
  /// It is something else: the name of the form when it is known, such as "a PDF document".
  case notZip(String?)
  /// It begins like a zip, but its end, with the list of files, is missing.
  case cutOff
  /// So many bytes stand before the first file, or behind the end.
  case extraBytes(Int)
  /// It is one part of an archive in several files.
  case split
  /// The list of files contradicts itself; what was met.
  case damaged(String)
  /// It holds so many files and folders.
  case tooManyEntries(Int)
  /// Its list of files has so many bytes.
  case directoryTooLarge(Int)
}

/// Something in an archive that is wrong, dangerous, or read differently by different programs.
public struct ZipFault: Sendable, Hashable {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// The path leads out of the folder that is unpacked into: `../x`, `/x`, `C:\x`.
    case leavesFolder
    /// A part of the path is empty or `.`.
    case oddPath
    /// The path has `\` where `/` must stand.
    case backslash
    /// The path holds a control character.
    case controlCharacter
    /// The path has so many bytes.
    case pathTooLong(Int)
    /// So many folders stand inside each other.
    case pathTooDeep(Int)
    /// The name isn't UTF-8.
    case notUTF8
    /// A symbolic link, or something else that is neither file nor folder.
    case notAFile
    /// A password is needed.
    case encrypted
    /// Packed by a method other than deflate; its number in the zip format.
    case method(Int)
    /// The entry needs ZIP64.
    case large
    /// Another entry has the same path.
    case twice
    /// A file has the same path as a folder that other files are in.
    case fileAndFolder
    /// The bytes of another file are used again, or lie where they can't.
    case overlap
    /// The list of files says something else than what stands before the file itself.
    case contradiction
    /// Unpacked it has so many bytes.
    case tooLarge(Int)
    /// All files together have so many bytes, unpacked.
    case totalTooLarge(Int)
    /// All files together are so many times larger than the archive.
    case ratio(Int)
    /// It can't be unpacked, or not to what the list says; the reason.
    case damaged(String)
  }

  /// What it is.
  public let kind: Kind
  /// The entry; nil for the archive as a whole.
  public let path: String?

  /// Whether the entry has no path that a manifest could name.
  public var hidesFile: Bool {
    switch kind {
    case .leavesFolder, .oddPath, .backslash, .controlCharacter, .notUTF8: true
    case .pathTooLong, .pathTooDeep, .notAFile, .encrypted, .method, .large, .twice,
      .fileAndFolder, .overlap, .contradiction, .tooLarge, .totalTooLarge, .ratio, .damaged:
      false
    }
  }

  init(_ kind: Kind, _ path: String? = nil) {
    self.kind = kind
    self.path = path
  }
}
