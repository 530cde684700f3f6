internal import CLibZip
internal import Glibc

/// An archive that is read, from anybody: nothing in it is trusted and nothing is written.
///
/// What is held in memory is the list of files, at most `ZipLimits.directoryBytes`, and what is
/// asked for by `read`.
public struct ZipArchive: ~Copyable {
  /// A file or folder in the archive.
  public struct Entry: Sendable, Hashable {
    /// Path with `/` between the parts; a folder's ends with one.
    public let path: String
    /// Bytes, unpacked, as the list of files says.
    public let size: Int
    /// Position in the list.
    let index: Int
    /// Whether the bytes may be unpacked.
    let isReadable: Bool
    /// Whether it is a folder.
    public var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }
  }

  /// All files and folders, in the order of the archive's list.
  public let entries: [Entry]
  /// What is wrong with the list, in its order.
  public let faults: [ZipFault]
  /// Bytes of the archive.
  public let size: Int
  /// Nil when libzip refuses the archive; then `faults` says why.
  private let archive: OpaquePointer?

  /// Opens an archive and looks at its list of files. Nothing is unpacked.
  ///
  /// - Throws: why it can't be read.
  public init(path: String, limits: ZipLimits = ZipLimits()) throws(ZipRefusal) {
    let file = try OpenFile(path)
    let directory = try ZipDirectory(file, limits: limits)
    var check = ZipDirectoryCheck(directory, limits: limits, archiveSize: file.size)
    check.run(file)
    do throws(ZipRefusal) {
      archive = try Self.open(file)
    } catch {
      // What is wrong is known better than libzip tells it.
      guard !check.faults.isEmpty else { throw error }
      archive = nil
    }
    faults = check.faults
    entries = check.entries
    size = file.size
  }

  deinit { archive.map { zip_discard($0) } }

  /// Gives libzip the same file, whatever its name leads to by now.
  private static func open(_ file: borrowing OpenFile) throws(ZipRefusal) -> OpaquePointer {
    let copy = dup(file.descriptor)
    guard copy >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    var code: Int32 = 0
    guard let archive = zip_fdopen(copy, 0, &code) else {
      close(copy)
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw .damaged("It can't be opened: \(reason(&error))")
    }
    return archive
  }

  /// Whether anything can be unpacked; when not, `faults` says why.
  public var canUnpack: Bool { archive != nil }

  /// The bytes of a file.
  ///
  /// - Parameter limit: most bytes; for a file with more nothing is unpacked.
  /// - Throws: when it can't be unpacked, isn't what the list says, or is over the limit.
  public func read(_ entry: Entry, limit: Int) throws(ZipProblem) -> [UInt8] {
    guard entry.size <= limit else {
      throw ZipProblem("`\(entry.path)` has more than \(limit >> 20) MB.")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.size)
    try unpack(entry) { bytes += $0 }
    return bytes
  }

  /// Unpacks every file, without keeping anything, and says which ones are damaged.
  ///
  /// Nothing is done when `faults` says that the files are too large together. Files with a fault
  /// that keeps them from being unpacked are left out; after twenty damaged ones it stops.
  public func damagedFiles() -> [ZipFault] {
    let isTooMuch = faults.contains { fault in
      switch fault.kind {
      case .totalTooLarge, .tooLarge, .ratio, .overlap: true
      case .leavesFolder, .oddPath, .backslash, .controlCharacter, .pathTooLong, .pathTooDeep,
        .notUTF8, .notAFile, .encrypted, .method, .large, .twice, .fileAndFolder, .contradiction,
        .damaged:
        false
      }
    }
    var damaged: [ZipFault] = []
    guard !isTooMuch, archive != nil else { return [] }
    for entry in entries where entry.isReadable && damaged.count < 20 {
      do throws(ZipProblem) {
        try unpack(entry) { _ in }
      } catch {
        damaged.append(ZipFault(.damaged(error.message), entry.path))
      }
    }
    return damaged
  }

  /// Unpacks a file piece by piece; libzip compares size and checksum at its end.
  private func unpack(
    _ entry: Entry, piece: (UnsafeRawBufferPointer) -> Void
  ) throws(ZipProblem) {
    guard entry.isReadable, let archive else { throw ZipProblem("It can't be unpacked.") }
    guard let file = zip_fopen_index(archive, zip_uint64_t(entry.index), 0) else {
      throw ZipProblem(Self.reason(zip_get_error(archive)))
    }
    defer { zip_fclose(file) }
    var total = 0
    var problem: ZipProblem?
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      while problem == nil {
        let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
        guard count != 0 else { break }
        guard count > 0 else {
          problem = ZipProblem(Self.reason(zip_file_get_error(file)))
          break
        }
        total += Int(count)
        guard total <= entry.size else {
          problem = ZipProblem("It has more bytes than the list of files says.")
          break
        }
        piece(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
      }
    }
    if let problem { throw problem }
    guard total == entry.size else {
      throw ZipProblem("It has \(total) bytes; the list of files says \(entry.size).")
    }
  }

  private static func reason(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    let text = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) }
    return (text ?? "No reason is known") + "."
  }
}
