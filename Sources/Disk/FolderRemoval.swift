import Glibc

/// Removes folders of our own making.
enum FolderRemoval {
  /// Removes a folder with everything in it. Links are removed, never followed. Does nothing when
  /// there is no such folder.
  static func remove(_ path: String) throws(SystemError) {
    var waiting = [path.withCString { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }]
    var folders: [[CChar]] = []
    while let folder = waiting.popLast() {
      let items: [FolderItem]
      do {
        items = try listing(folder)
      } catch {
        if error.number == ENOENT { continue }
        throw error
      }
      folders.append(folder)
      for item in items {
        let itemPath = folder + [CChar(UInt8(ascii: "/"))] + item.name.dropLast()
        if item.kind == .folder {
          waiting.append(itemPath)
        } else {
          try checked { unlink(itemPath + [0]) }
        }
      }
    }
    // A folder stands before those inside it.
    for folder in folders.reversed() { try checked { rmdir(folder + [0]) } }
  }

  private static func listing(_ folder: [CChar]) throws(SystemError) -> [FolderItem] {
    let number = try checked {
      open(folder + [0], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    defer { close(number) }
    return try FolderListing.items(in: number)
  }
}
