import CPlatform
public import Exporters
import Glibc
import Synchronization

/// The tree under way: files are written here, out of sight, until the whole is finished.
///
/// Several tasks may write at once.
public final class StagedOutput: Sendable {
  private let folder: String
  private let path: String
  /// The tree that this one will replace.
  private let old: String
  /// The rights that new files get here.
  private let rights: mode_t
  /// Folders that are there already, by their paths inside this one.
  private let folders = Mutex<Set<String>>([])

  /// Makes the folder, with the rights and the `.gitignore` of the folder it will replace.
  init(folder: String, path: String, like target: String) throws(SystemError) {
    self.folder = folder
    self.path = path
    old = target
    // Nothing else of this program makes files yet.
    let mask = umask(0o077)
    umask(mask)
    rights = 0o666 & ~mask
    try checked { mkdir(path, 0o777) }
    do throws(SystemError) {
      try Self.takeOver(from: target, to: path)
    } catch {
      try? FolderRemoval.remove(path)
      throw error
    }
  }

  /// The bytes of a file in the tree that this one will replace; nil unless they are exactly those
  /// that are described.
  public func oldBytes(_ file: String, _ record: OutputRecords.Record) -> [UInt8]? {
    oldFile(file, record)?.bytes
  }

  /// Takes a file over from the tree that this one will replace: by a hard link, or by a copy where
  /// the file system has none.
  ///
  /// - Returns: false when the file isn't there, or isn't exactly the one described: somebody may have
  ///   changed it by hand.
  public func take(
    _ file: OutputPath, _ record: OutputRecords.Record
  ) throws(OutputError) -> Bool {
    guard let found = oldFile(file.text, record) else { return false }
    do throws(SystemError) {
      try makeFolders(above: file)
      // The very file that was read, whatever stands at its path by now.
      let link = "/proc/self/fd/\(found.number)"
      if linkat(AT_FDCWD, link, AT_FDCWD, path + "/" + file.text, AT_SYMLINK_FOLLOW) != 0 {
        try Self.write(found.bytes, to: path + "/" + file.text)
      }
    } catch {
      throw OutputError(folder, "written", error)
    }
    return true
  }

  private func oldFile(_ file: String, _ record: OutputRecords.Record) -> OldFile? {
    guard let opened = try? Descriptor(old + "/" + file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
      let status = try? opened.status(), status.st_mode & S_IFMT == S_IFREG,
      // A file of somebody else, or with other rights, is not one that we would write.
      status.st_uid == geteuid(), status.st_mode & 0o7777 == rights,
      Int(status.st_size) == record.size,
      let bytes = try? opened.read(expecting: record.size, limit: record.size + 1),
      record.describes(bytes)
    else { return nil }
    return OldFile(file: opened, bytes: bytes)
  }

  private func makeFolders(above file: OutputPath) throws(SystemError) {
    guard let end = file.text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let folder = String(file.text[..<end])
    // Asked of the disk for each of ten thousand pages, it cost as much as writing half of them.
    guard !folders.withLock({ $0.contains(folder) }) else { return }
    var above = path
    for name in file.folders {
      above += "/" + name
      if mkdir(above, 0o777) != 0, errno != EEXIST { throw SystemError() }
    }
    _ = folders.withLock { $0.insert(folder) }
  }

  /// Writes one file, and the folders above it.
  public func write(_ file: OutputPath, _ bytes: [UInt8]) throws(OutputError) {
    do throws(SystemError) {
      try makeFolders(above: file)
      try Self.write(bytes, to: path + "/" + file.text)
    } catch {
      throw OutputError(folder, "written", error)
    }
  }

  /// Writes the manifest and flushes everything to disk.
  func finish(_ manifest: Manifest) throws {
    let json = try manifest.json()
    do throws(SystemError) {
      try Self.write(json, to: path + "/" + Manifest.fileName)
      let folder = try Descriptor(path, O_RDONLY | O_DIRECTORY)
      let number = amparo_flush_file_system(folder.number)
      guard number == 0 else { throw SystemError(number) }
    } catch {
      throw OutputError(folder, "written", error)
    }
  }

  private static func takeOver(from target: String, to path: String) throws(SystemError) {
    var status = stat()
    guard stat(target, &status) == 0 else { return }
    try checked { chmod(path, status.st_mode & 0o7777) }
    let kept = "/" + OutputWriter.keptFile
    guard lstat(target + kept, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    let bytes = try Descriptor(target + kept, O_RDONLY | O_NOFOLLOW)
      .read(expecting: Int(status.st_size), limit: 1 << 26)
    try write(bytes, to: path + kept)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW).write(bytes)
  }
}

/// An open file of the old tree with its bytes.
private struct OldFile: ~Copyable {
  let file: Descriptor
  let bytes: [UInt8]

  var number: Int32 { file.number }
}
