/// Where content comes from: a folder on disk, or files in memory.
///
/// All input goes through it.
public protocol ContentSource: Sendable {
  /// Everything there is, in any order; folders themselves are not listed.
  func entries() throws(ContentError) -> [ContentEntry]
  /// The bytes of one entry of `entries()`.
  func read(_ path: String) throws(ContentError) -> [UInt8]
}

/// One file of the content, not yet read.
public struct ContentEntry: Sendable, Hashable {
  /// What kind of file it is.
  public enum Kind: Sendable, Hashable {
    /// An ordinary file.
    case file
    /// A symbolic link; never followed.
    case symbolicLink
    /// A device, socket or pipe.
    case other
    /// A folder that can't be listed, and the system's reason.
    case unreadableFolder(String)
    /// A name that isn't UTF-8; the path shows it with replacement characters.
    case undecodableName
  }

  /// Path relative to the content folder, with `/` between the parts.
  public let path: String
  /// What kind of file it is.
  public let kind: Kind
  /// Size in bytes.
  public let size: Int

  /// Describes an entry.
  public init(path: String, kind: Kind = .file, size: Int) {
    self.path = path
    self.kind = kind
    self.size = size
  }
}

/// Why something can't be read.
public struct ContentError: Error, Sendable {
  /// The path it is about; empty for the content folder itself.
  public let path: String
  /// The system's reason, in words: "Permission denied".
  public let reason: String

  /// Describes a failure.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// Content held in memory; for tests and for content that a program makes.
public struct InMemoryContent: ContentSource {
  /// Files by path.
  public var files: [String: [UInt8]]

  /// Holds files given as text.
  public init(_ files: [String: String] = [:]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  /// Every file, with its size.
  public func entries() throws(ContentError) -> [ContentEntry] {
    files.map { ContentEntry(path: $0.key, size: $0.value.count) }
  }

  /// The bytes of a file.
  public func read(_ path: String) throws(ContentError) -> [UInt8] {
    guard let bytes = files[path] else {
      throw ContentError(path: path, reason: "No such file")
    }
    return bytes
  }
}
