import CPlatform
public import Exporters
import Glibc

/// The tree under way: files are written here, out of sight, until the whole is finished.
///
/// Several tasks may write at once.
public final class StagedOutput: Sendable {
  private let folder: String
  private let path: String

  /// Makes the folder, with the rights and the `.gitignore` of the folder it will replace.
  init(folder: String, path: String, like target: String) throws(SystemError) {
    self.folder = folder
    self.path = path
    try checked { mkdir(path, 0o777) }
    do throws(SystemError) {
      try Self.takeOver(from: target, to: path)
    } catch {
      try? FolderRemoval.remove(path)
      throw error
    }
  }

  /// Writes one file, and the folders above it.
  public func write(_ file: OutputPath, _ bytes: [UInt8]) throws(OutputError) {
    do throws(SystemError) {
      var above = path
      for name in file.folders {
        above += "/" + name
        if mkdir(above, 0o777) != 0, errno != EEXIST { throw SystemError() }
      }
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
