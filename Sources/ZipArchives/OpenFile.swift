internal import Glibc

/// A file that is open for reading, and stays the same file whatever happens to its name.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  /// Bytes when it was opened.
  let size: Int

  init(_ path: String) throws(ZipRefusal) {
    // A pipe without a writer must not make us wait.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ZipRefusal.unreadable(String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      close(descriptor)
      throw .unreadable(isFolder ? "It is a folder" : "It isn't a file")
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Bytes from a place on; fewer where the file ends.
  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0, offset < size else { return [] }
    let wanted = min(count, size - offset)
    return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      while filled < wanted {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, wanted - filled,
          off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 || errno != EINTR {
          return
        }
      }
    }
  }
}

/// Numbers in a zip archive: the lowest byte first.
extension [UInt8] {
  /// Two bytes; 0 behind the end.
  func number16(_ offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= count else { return 0 }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// Four bytes.
  func number32(_ offset: Int) -> Int { number16(offset) | number16(offset + 2) << 16 }

  /// Eight bytes; the largest number there is for what is larger.
  func number64(_ offset: Int) -> Int {
    let high = number32(offset + 4)
    return high > Int(Int32.max) ? Int.max : number32(offset) | high << 32
  }
}
