import CourseCompiler
import Glibc

/// Why a text wasn't rewritten.
public enum RewriteFailure: Error, Sendable, Equatable {
  /// Somebody changed the file meanwhile; their text stays.
  case changedMeanwhile
  /// The system refused, and why.
  case refused(String)
}

extension DiskContent {
  /// Puts new bytes in the place of a file's, if it still holds what was read.
  ///
  /// The new file is written beside the old one and takes its place in one step, with the same
  /// rights. Links are never followed, as in `read`.
  public func rewrite(
    _ path: String, from old: [UInt8], to new: [UInt8]
  ) throws(RewriteFailure) {
    let present: [UInt8]
    do {
      present = try read(path)
    } catch {
      throw .refused(error.reason)
    }
    guard present == old else { throw .changedMeanwhile }
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { throw .refused("Not a file") }
    do {
      try withFolder(parts.dropLast().joined(separator: "/")) { (folder) throws(SystemError) in
        try Self.exchange(name, for: new, in: folder)
      }
    } catch {
      throw .refused(error.reason)
    }
  }

  private static func exchange(
    _ name: String, for bytes: [UInt8], in folder: Int32
  ) throws(SystemError) {
    // Hidden, so that neither a build nor a preview takes it for content.
    let temporary = ".\(name).amparo-\(getpid())"
    do {
      let mode = try Descriptor(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, in: folder).status()
        .st_mode
      let file = try Descriptor(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600, in: folder)
      try file.write(bytes)
      try checked { fchmod(file.number, mode & 0o7777) }
      try checked { fsync(file.number) }
      try checked { renameat(folder, temporary, folder, name) }
    } catch {
      unlinkat(folder, temporary, 0)
      throw error
    }
  }
}
