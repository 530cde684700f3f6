import Glibc

/// One name in a folder on disk.
struct FolderItem {
  /// What it is; symbolic links are themselves, not what they point to.
  enum Kind: Equatable {
    case file, folder, symbolicLink, other
  }

  /// The name as it is stored, which need not be UTF-8, ended by 0.
  let name: [CChar]
  /// The name as text, with replacement characters where it isn't UTF-8.
  let text: String
  /// What it is.
  let kind: Kind
  /// Size in bytes.
  let size: Int
  /// What changes when the file does.
  let stamp: FileStamp

  /// Whether the name is valid UTF-8.
  var isUTF8: Bool { text.utf8.elementsEqual(name.dropLast().map { UInt8(bitPattern: $0) }) }
}

/// What changes when a file is written, replaced or exchanged, as far as the file system tells.
struct FileStamp: Hashable {
  let inode: UInt64
  let size: Int64
  /// The last change of its bytes.
  let changed: Time
  /// The last change of anything; a copied time doesn't deceive it.
  let touched: Time

  /// A time by the clock of the file system.
  struct Time: Hashable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    changed = Time(status.st_mtim)
    touched = Time(status.st_ctim)
  }
}

/// Reads folders, in the order of the bytes of their names.
enum FolderListing {
  /// What is in an open folder; without `.` and `..`.
  static func items(in folder: Int32) throws(SystemError) -> [FolderItem] {
    // A second descriptor, because closedir closes the one it was given.
    let copy = try checked { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let error = SystemError()
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var items: [FolderItem] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { start in
          Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        }
      }
      if let item = try item(name, in: folder) { items.append(item) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError() }
    return items.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// Looks at one name; nil for `.`, `..` and what has vanished meanwhile.
  private static func item(_ name: [CChar], in folder: Int32) throws(SystemError) -> FolderItem? {
    let text = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard text != ".", text != ".." else { return nil }
    var status = stat()
    do {
      try checked { fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }
    } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
    let kind: FolderItem.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    return FolderItem(
      name: name, text: text, kind: kind, size: Int(status.st_size),
      stamp: FileStamp(status))
  }
}
