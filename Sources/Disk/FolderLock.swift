import Glibc

/// Keeps two builds from writing the same folder at once: an exclusive lock on a small hidden file.
/// A killed build gives it up by dying.
struct FolderLock: ~Copyable {
  private let path: String
  private let file: Descriptor

  /// Takes the lock, and waits for another build that holds it.
  ///
  /// - Parameter onWait: called once when there is something to wait for.
  init(path: String, onWait: () -> Void) throws(SystemError) {
    self.path = path
    file = try Self.locked(path, onWait: onWait)
  }

  /// Removes the file while the lock is held; closing it sets others free.
  deinit { unlink(path) }

  private static func locked(
    _ path: String, onWait: () -> Void
  ) throws(SystemError) -> Descriptor {
    var hasWaited = false
    while true {
      let file = try Descriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW)
      if flock(file.number, LOCK_EX | LOCK_NB) != 0 {
        let error = SystemError()
        // Some network and USB file systems know no locks; a build alone is fine without.
        if [ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL].contains(error.number) { return file }
        guard error.number == EWOULDBLOCK else { throw error }
        if !hasWaited { onWait() }
        hasWaited = true
        try checked { flock(file.number, LOCK_EX) }
      }
      // The build before us may have removed the file that we waited for.
      if try isStill(file, at: path) { return file }
    }
  }

  private static func isStill(
    _ file: borrowing Descriptor, at path: String
  ) throws(SystemError) -> Bool {
    var there = stat()
    guard lstat(path, &there) == 0 else { return false }
    let here = try file.status()
    return there.st_ino == here.st_ino && there.st_dev == here.st_dev
  }
}
