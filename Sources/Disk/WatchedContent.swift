public import CourseCompiler
import Glibc
import Synchronization

/// A content folder that is read again and again: files stay in memory, and only those that
/// changed since the last look are read again.
///
/// A file's stamp (size, times, inode) tells of most changes. Where clocks are coarse it misses a
/// second save within one tick, so a file that changed lately is compared byte by byte until its
/// stamp has aged. docs/decisions/0010-watching-by-looking.md says why folders are looked at
/// instead of being watched by the kernel.
public final class WatchedContent: ContentSource, Sendable {
  /// What a look found.
  public struct Change: Sendable, Equatable {
    /// Whether anything is other than at the last look.
    public var isAny = false
    /// Whether a file is gone or empty that wasn't: most often it is just being written.
    public var isPassing = false

    /// Nothing changed.
    public init() {}

    init(isAny: Bool, isPassing: Bool = false) {
      self.isAny = isAny
      self.isPassing = isPassing
    }
  }

  fileprivate struct Remembered {
    var stamp: FileStamp
    /// Until when equal stamps may hide a change.
    var doubtUntil: ContinuousClock.Instant
    var bytes: [UInt8]?
  }

  fileprivate struct Memory {
    var entries: Result<[ContentEntry], ContentError> = .success([])
    var files: [String: Remembered] = [:]
    var isFirst = true
    var revision = 0
  }

  /// The folder.
  public let disk: DiskContent
  private let memory = Mutex(Memory())
  private let hints = FolderHints()
  /// FAT keeps times to two seconds.
  fileprivate static let coarsestClock = 3

  /// Names a folder; `look` reads it first.
  public init(folder: String) { disk = DiskContent(folder: folder) }

  /// Goes up with every look that found a change.
  public var revision: Int { memory.withLock { $0.revision } }

  /// What the last look found; throws what it threw.
  public func entries() throws(ContentError) -> [ContentEntry] {
    try memory.withLock { $0.entries }.get()
  }

  /// The bytes of a file, from memory when it is the one of the last look.
  public func read(_ path: String) throws(ContentError) -> [UInt8] {
    let known = memory.withLock { $0.files[path] }
    if let bytes = known?.bytes { return bytes }
    let bytes = try disk.read(path)
    memory.withLock { memory in
      guard let known, memory.files[path]?.stamp == known.stamp else { return }
      memory.files[path]?.bytes = bytes
    }
    return bytes
  }

  /// Looks at the folder, and forgets what has changed. One look at a time.
  public func look() -> Change {
    let listing: [DiskContent.StampedEntry]
    do {
      listing = try disk.stampedEntries()
    } catch {
      return memory.withLock { $0.count($0.lose(error)) }
    }
    let doubtful = memory.withLock { $0.doubtful(at: .now) }
    var differing: Set<String> = []
    for (path, bytes) in doubtful where (try? disk.read(path)) != bytes { differing.insert(path) }
    let change = memory.withLock { $0.count($0.take(listing, differing: differing)) }
    if change.isAny { hints?.listen(to: folders(of: listing)) }
    return change
  }

  /// Whether the kernel said since the last time that something may have changed: a reason to look
  /// sooner. That it says nothing is no reason to think that all is as it was.
  public func takeHint() -> Bool { hints?.take() ?? false }

  /// The content folder, and every folder inside it that holds something.
  private func folders(of listing: [DiskContent.StampedEntry]) -> Set<String> {
    var folders: Set<String> = [disk.folder]
    for (entry, _) in listing {
      var folder = entry.path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if !folders.insert(disk.folder + "/" + folder).inserted { break }
      }
    }
    return folders
  }
}

extension WatchedContent.Memory {
  /// Files whose stamp may hide a change, with their bytes as we know them.
  fileprivate func doubtful(at now: ContinuousClock.Instant) -> [(String, [UInt8])] {
    files.compactMap { path, file in
      guard file.doubtUntil > now, let bytes = file.bytes else { return nil }
      return (path, bytes)
    }
  }

  fileprivate mutating func count(_ change: WatchedContent.Change) -> WatchedContent.Change {
    if change.isAny { revision += 1 }
    return change
  }

  /// The folder can't be read.
  fileprivate mutating func lose(_ error: ContentError) -> WatchedContent.Change {
    defer { isFirst = false }
    if case .failure(let known) = entries, known.reason == error.reason {
      return WatchedContent.Change(isAny: isFirst)
    }
    entries = .failure(error)
    files = [:]
    return WatchedContent.Change(isAny: true, isPassing: !isFirst)
  }

  /// Takes a new listing over the old one.
  fileprivate mutating func take(
    _ listing: [DiskContent.StampedEntry], differing: Set<String>
  ) -> WatchedContent.Change {
    defer { isFirst = false }
    let now = ContinuousClock.now
    let fresh = now + .seconds(WatchedContent.coarsestClock)
    var change = WatchedContent.Change(isAny: isFirst)
    var left = files
    files = [:]
    for (entry, stamp) in listing {
      guard let stamp else { continue }
      let known = left.removeValue(forKey: entry.path)
      if let known, known.stamp == stamp, !differing.contains(entry.path) {
        files[entry.path] = known
        continue
      }
      if stamp.size == 0, let known, known.stamp.size > 0 { change.isPassing = true }
      let doubt = isFirst && !stamp.isYoung ? now : fresh
      files[entry.path] = WatchedContent.Remembered(stamp: stamp, doubtUntil: doubt, bytes: nil)
      change.isAny = true
    }
    if !left.isEmpty { change = WatchedContent.Change(isAny: true, isPassing: true) }
    let newEntries = listing.map(\.entry)
    // A folder that became unreadable has no stamp.
    if (try? entries.get()) != newEntries { change.isAny = true }
    entries = .success(newEntries)
    return change
  }
}

extension FileStamp {
  /// Whether it changed in the last seconds, by the clock of this computer.
  fileprivate var isYoung: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec - changed.seconds < 3
  }
}
