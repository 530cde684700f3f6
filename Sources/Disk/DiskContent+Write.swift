public import CourseCompiler
import Glibc

extension DiskContent {
  /// Writes one small file into the content folder, whole or not at all.
  ///
  /// The folder above must be there already; links are never followed. A file that stands in the
  /// place is replaced by renaming, so whoever reads it meanwhile sees the old or the new one.
  public func write(_ path: String, _ bytes: [UInt8]) throws(ContentError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
      throw ContentError(path: path, reason: "The path leads out of the content folder")
    }
    do {
      try withFolder(parts.dropLast().joined(separator: "/")) { (folder) throws(SystemError) in
        let temporary = ".\(name).amparo-\(getpid())"
        // A file of that name can only be left by a process of the same number that is gone.
        unlinkat(folder, temporary, 0)
        let file = try Descriptor(
          temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, in: folder)
        do throws(SystemError) {
          try file.write(bytes)
          try checked { fsync(file.number) }
          try checked { renameat(folder, temporary, folder, name) }
        } catch {
          unlinkat(folder, temporary, 0)
          throw error
        }
      }
    } catch {
      throw ContentError(path: path, reason: error.reason)
    }
  }
}
