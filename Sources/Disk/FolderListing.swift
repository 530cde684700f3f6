import Glibc

/// One name in a folder on disk.
struct FolderItem {
  /// What it is; symbolic links are themselves, not what they point to.
  enum Kind: Equatable {
    case file, folder, symbolicLink, other
  }

  /// The name as it is stored, which need not be UTF-8, ended by 0.
  let name: [CChar]
  /// What it is.
  let kind: Kind

  /// The name as text, with replacement characters where it isn't UTF-8.
  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Whether the name is valid UTF-8.
  var isUTF8: Bool { text.utf8.elementsEqual(bytes) }

  private var bytes: some Collection<UInt8> { name.dropLast().lazy.map { UInt8(bitPattern: $0) } }
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

/// Reads folders.
enum FolderListing {
  /// What is in an open folder, in the order of the bytes of the names; without `.` and `..`.
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
      let dot = CChar(UInt8(ascii: "."))
      if name != [dot, 0], name != [dot, dot, 0],
        let kind = try kind(Int(entry.pointee.d_type), of: name, in: folder)
      {
        items.append(FolderItem(name: name, kind: kind))
      }
      errno = 0
    }
    guard errno == 0 else { throw SystemError() }
    return items.sorted { left, right in strcmp(left.name, right.name) < 0 }
  }

  /// Size and times of something in an open folder; nil when it has vanished.
  static func status(of name: [CChar], in folder: Int32) throws(SystemError) -> stat? {
    var status = stat()
    do {
      try checked { fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }
      return status
    } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
  }

  /// What a name is, as the folder tells; asked of the file itself where the folder doesn't know,
  /// and then nil for what has vanished meanwhile.
  private static func kind(
    _ type: Int, of name: [CChar], in folder: Int32
  ) throws(SystemError) -> FolderItem.Kind? {
    switch type {
    case DT_REG: return .file
    case DT_DIR: return .folder
    case DT_LNK: return .symbolicLink
    case DT_UNKNOWN:
      guard let status = try status(of: name, in: folder) else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .symbolicLink
      default: return .other
      }
    default: return .other
    }
  }
}
