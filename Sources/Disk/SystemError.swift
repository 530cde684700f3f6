import Glibc

/// A system call that failed.
struct SystemError: Error, Equatable {
  /// The error number.
  let number: Int32

  /// Wraps the number of the last failure on this thread.
  init() { number = errno }

  /// Wraps an error number.
  init(_ number: Int32) { self.number = number }

  /// The system's words for it: "Permission denied".
  var reason: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Runs a system call again while signals interrupt it; throws when it fails.
@discardableResult
func checked<Result: FixedWidthInteger & SignedInteger>(
  _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    guard errno == EINTR else { throw SystemError() }
  }
}

/// An open file; closed at the end of its life.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Opens a file or folder, relative to a folder that is open already when one is given. Never
  /// passed on to programs that are started.
  init(
    _ path: String, _ flags: Int32, mode: mode_t = 0o666, in folder: Int32 = AT_FDCWD
  ) throws(SystemError) {
    number = try checked { openat(folder, path, flags | O_CLOEXEC, mode) }
  }

  /// Takes over a file that is open already.
  init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  /// What kind of file it is, how large, on which disk.
  func status() throws(SystemError) -> stat {
    var status = stat()
    try checked { fstat(number, &status) }
    return status
  }

  /// Everything from here to the end of the file, or to a limit.
  func read(expecting size: Int, limit: Int) throws(SystemError) -> [UInt8] {
    // One byte more than expected shows that the end is reached.
    var bytes = try readOnce(min(max(size, 0), limit) + 1)
    while !bytes.isEmpty, bytes.count <= limit {
      let more = try readOnce(4096)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// So many bytes; fewer where the file ends before.
  func read(count: Int) throws(SystemError) -> [UInt8] {
    var bytes = try readOnce(count)
    while !bytes.isEmpty, bytes.count < count {
      let more = try readOnce(count - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// What one call gives, at most `room` bytes; none at the end of the file.
  private func readOnce(_ room: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    // Memory that the system fills needs no zeroes first.
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(SystemError) {
        count = try checked { Glibc.read(number, buffer.baseAddress, room) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      done += try checked {
        bytes.withUnsafeBytes {
          Glibc.write(number, $0.baseAddress.map { $0 + done }, $0.count - done)
        }
      }
    }
  }
}
