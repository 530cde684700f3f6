import CPlatform
import CourseCompiler
public import Diagnostics
import Glibc

/// Changes and adds texts in a content folder: each file whole or not at all.
///
/// Symbolic links are never followed, as in `DiskContent`.
public struct ContentWriter: Sendable {
  private let content: DiskContent

  /// Names a folder; nothing is touched yet.
  public init(folder: String) {
    content = DiskContent(folder: folder)
  }

  /// Puts new bytes in the place of a file's old ones.
  ///
  /// The new file is written beside the old one, with its rights and owner, and takes its place in
  /// one step. So a reader sees the old text or the new one, and a failure leaves the old one.
  ///
  /// - Parameter old: the bytes as they were read; when others stand there now, nothing is written.
  /// - Returns: nil when all went well; otherwise why nothing was written.
  public func replace(_ path: String, _ old: [UInt8], with new: [UInt8]) -> Diagnostic? {
    guard let (folder, name) = Self.parts(path) else { return Self.leadsOut(path) }
    do throws(SystemError) {
      return try content.withFolder(folder) { (number) throws(SystemError) in
        try Self.replace(name, in: number, path: path, old: old, new: new)
      }
    } catch {
      return Self.notMended(path, "\(error.reason).")
    }
  }

  /// Writes a file, or puts new bytes in the place of the one that is there.
  ///
  /// - Returns: nil when all went well; otherwise why nothing was written.
  public func put(_ path: String, _ bytes: [UInt8]) -> Diagnostic? {
    guard let old = try? content.read(path) else { return create(path, bytes) }
    return replace(path, old, with: bytes)
  }

  /// Writes a file that isn't there yet, and the folders above it.
  ///
  /// - Returns: nil when all went well; otherwise why nothing was written.
  public func create(_ path: String, _ bytes: [UInt8]) -> Diagnostic? {
    guard let (folder, name) = Self.parts(path) else { return Self.leadsOut(path) }
    do throws(SystemError) {
      try makeFolders(folder)
      return try content.withFolder(folder) { (number) throws(SystemError) in
        try Self.create(name, in: number, bytes) ? nil : Self.alreadyThere(path)
      }
    } catch {
      return Diagnostic(
        .contentNotWritable, path: path, "This file can't be written: \(error.reason).",
        help: "Make room, or choose a folder where you may write.")
    }
  }

  /// What to say of a path where something stands already.
  public static func alreadyThere(_ path: String) -> Diagnostic {
    Diagnostic(
      .alreadyThere, path: path, "There is something of this name already, and it stays as it is.",
      help: "Choose another name.")
  }

  // MARK: Steps

  /// The folder and the name of a path; nil when it isn't one inside the content folder.
  private static func parts(_ path: String) -> (folder: String, name: String)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
      return nil
    }
    return (parts.dropLast().joined(separator: "/"), name)
  }

  private static func leadsOut(_ path: String) -> Diagnostic {
    Diagnostic(
      .contentNotWritable, path: path, "This path leads out of the content folder.",
      help: "Name a place inside it.")
  }

  private func makeFolders(_ path: String) throws(SystemError) {
    var done = ""
    for part in path.split(separator: "/").map(String.init) {
      try content.withFolder(done) { (number) throws(SystemError) in
        if mkdirat(number, part, 0o777) != 0, errno != EEXIST { throw SystemError() }
      }
      done += done.isEmpty ? part : "/" + part
    }
  }

  /// Writes a new file in an open folder; false when there is one of that name.
  private static func create(
    _ name: String, in folder: Int32, _ bytes: [UInt8]
  ) throws(SystemError) -> Bool {
    do throws(SystemError) {
      let file = try Descriptor(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, in: folder)
      do throws(SystemError) {
        try file.write(bytes)
        try checked { fsync(file.number) }
      } catch {
        unlinkat(folder, name, 0)
        throw error
      }
      return true
    } catch {
      guard error.number == EEXIST else { throw error }
      return false
    }
  }

  private static func replace(
    _ name: String, in folder: Int32, path: String, old: [UInt8], new: [UInt8]
  ) throws(SystemError) -> Diagnostic? {
    var status = stat()
    try checked { fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }
    guard let now = try DiskContent.ordinaryFile(name, in: folder), now == old else {
      return changed(path)
    }
    // For root every file is writable, and a rename needs no right to the file at all: what is
    // marked as read-only is left alone all the same.
    guard status.st_mode & 0o222 != 0, faccessat(folder, name, W_OK, 0) == 0 else {
      return notMended(path, "It is read-only.")
    }
    let temporary = ".\(name).amparo-\(getpid())"
    do throws(SystemError) {
      let file = try Descriptor(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600, in: folder)
      // The owner can't be kept by everyone; rights go last, since a change of owner takes some.
      _ = fchown(file.number, status.st_uid, status.st_gid)
      try checked { fchmod(file.number, status.st_mode & 0o7777) }
      try file.write(new)
      try checked { fsync(file.number) }
      let isOurs = try put(temporary, in: folder, inPlaceOf: name, status)
      return isOurs ? nil : changed(path)
    } catch {
      unlinkat(folder, temporary, 0)
      throw error
    }
  }

  /// Gives a finished file the name of another, and removes that.
  ///
  /// The two change places first, so that a file that was saved in the last moment comes to light and
  /// can be given its name back.
  ///
  /// - Returns: false when the other one isn't the file that `before` was taken from.
  private static func put(
    _ temporary: String, in folder: Int32, inPlaceOf name: String, _ before: stat
  ) throws(SystemError) -> Bool {
    guard try isUntouched(name, in: folder, since: before) else {
      unlinkat(folder, temporary, 0)
      return false
    }
    let number = amparo_exchange_in(folder, temporary, name)
    if number == EINVAL || number == ENOSYS {
      // File systems that can't exchange (exFAT, some network disks).
      try checked { renameat(folder, temporary, folder, name) }
      return true
    }
    guard number == 0 else { throw SystemError(number) }
    let isOurs = (try? isUntouched(temporary, in: folder, since: before)) ?? false
    if !isOurs { _ = amparo_exchange_in(folder, temporary, name) }
    unlinkat(folder, temporary, 0)
    return isOurs
  }

  /// Whether a name still stands for the same file, written last at the same time.
  private static func isUntouched(
    _ name: String, in folder: Int32, since before: stat
  ) throws(SystemError) -> Bool {
    var now = stat()
    try checked { fstatat(folder, name, &now, AT_SYMLINK_NOFOLLOW) }
    return now.st_ino == before.st_ino && now.st_dev == before.st_dev
      && now.st_size == before.st_size && now.st_mtim.tv_sec == before.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == before.st_mtim.tv_nsec
  }

  private static func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileChanged, path: path,
      "This file changed while Amparo was at work, so it was left as it is.",
      help: "Run the command again.")
  }

  private static func notMended(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .fileNotMended, path: path, "This file can't be changed and is as it was: \(reason)",
      help: "Make the file and its folder writable, then run the command again.")
  }
}
