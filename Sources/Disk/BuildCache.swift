public import CourseModel
import Exporters
import Glibc

/// The file on disk that one build leaves for the next.
///
/// It only saves time: when it is missing, unreadable, damaged, of another version of Amparo or of
/// another content folder, the build makes everything anew, and says nothing. It lies outside the
/// output, which holds products only.
public struct BuildCache: Sendable {
  /// What is in it.
  public struct Parts: Sendable {
    /// What compiling left.
    public var compilation: [UInt8]
    /// What pages left.
    public var pages: [UInt8]
    /// What output files left.
    public var outputs: [UInt8]

    /// Gathers parts.
    public init(compilation: [UInt8], pages: [UInt8], outputs: [UInt8]) {
      self.compilation = compilation
      self.pages = pages
      self.outputs = outputs
    }
  }

  private let folder: String
  private let path: String
  private static let mark = Array("AMPARO-CACHE-2\n".utf8)
  /// Larger than any cache.
  private static let largest = 1 << 30

  /// Names the cache of one content folder and one output folder.
  /// - Parameter folder: where caches are; nil for the user's own place for such files.
  /// - Returns: nil when there is no such place, or when a folder has no name yet.
  public init?(folder: String?, content: String, output: String) {
    guard let folder = folder ?? Self.usualFolder, let content = Self.resolved(content) else {
      return nil
    }
    // The output may not be there yet; what is above it may not either.
    let named = output.hasPrefix("/") ? output : (Self.resolved(".") ?? "") + "/" + output
    let name = Array("\(content)\u{0}\(Self.resolved(output) ?? named)".utf8)
    guard let digest = ContentDigest.sha256(of: name) else { return nil }
    self.folder = folder
    path = "\(folder)/\(digest.hexadecimal.prefix(32)).cache"
  }

  /// `$XDG_CACHE_HOME/amparo`, else `~/.cache/amparo` (XDG Base Directory Specification).
  private static var usualFolder: String? {
    if let path = variable("XDG_CACHE_HOME"), path.hasPrefix("/") { return path + "/amparo" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.cache/amparo"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// What the last build left; nil when there is nothing of use.
  /// - Parameter key: what everything in it rests on besides content: the program and its form.
  public func load(key: ContentDigest) -> Parts? {
    guard let parts = try? read(key: key), parts.count == 3 else { return nil }
    return Parts(compilation: parts[0], pages: parts[1], outputs: parts[2])
  }

  /// Leaves something for the next build, in one step; what can't be written is not missed.
  /// - Returns: whether it was written.
  @discardableResult
  public func store(_ parts: Parts, key: ContentDigest) -> Bool {
    let parts = [parts.compilation, parts.pages, parts.outputs]
    var header = Self.mark + key.bytes
    for part in parts {
      guard let digest = ContentDigest.sha256(of: part), part.count < Self.largest else {
        return false
      }
      for shift in 0..<8 { header.append(UInt8(truncatingIfNeeded: part.count >> (shift * 8))) }
      header += digest.bytes
    }
    let draft = "\(path).\(getpid())"
    do throws(SystemError) {
      try makeFolder()
      unlink(draft)
      let file = try Descriptor(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
      try file.write(header)
      for part in parts { try file.write(part) }
      try checked { rename(draft, path) }
      return true
    } catch {
      unlink(draft)
      return false
    }
  }

  /// A cache holds names and titles of the content, so nobody else may read it.
  private func makeFolder() throws(SystemError) {
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made += part + "/"
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw SystemError() }
    }
  }

  /// The parts one behind the other; nil when anything isn't as it was written.
  private func read(key: ContentDigest) throws(SystemError) -> [[UInt8]]? {
    let file = try Descriptor(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { return nil }
    let start = Self.mark + key.bytes
    guard try file.read(count: start.count) == start else { return nil }
    // For each part its size, eight bytes with the lowest first, and its digest.
    let entry = 8 + 32
    let header = try file.read(count: 3 * entry)
    guard header.count == 3 * entry else { return nil }
    var parts: [[UInt8]] = []
    for position in stride(from: 0, to: header.count, by: entry) {
      let size = (0..<8).reduce(UInt64(0)) {
        $0 | UInt64(header[position + $1]) << UInt64($1 * 8)
      }
      guard size < Self.largest, size <= status.st_size else { return nil }
      let part = try file.read(count: Int(size))
      guard part.count == size,
        ContentDigest.sha256(of: part)
          == ContentDigest(header[position + 8..<position + entry])
      else { return nil }
      parts.append(part)
    }
    return try file.read(count: 1).isEmpty ? parts : nil
  }
}

extension BuildCache {
  /// A digest of the running program: another version makes other pages.
  public static func program() -> ContentDigest? {
    guard let file = try? Descriptor("/proc/self/exe", O_RDONLY),
      let status = try? file.status(),
      // Nobody can shorten the file of a program that runs, so it need not be copied.
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file.number, 0),
      start != MAP_FAILED
    else { return nil }
    defer { munmap(start, Int(status.st_size)) }
    return ContentDigest.sha256(
      of: UnsafeRawBufferPointer(start: start, count: Int(status.st_size)))
  }
}
