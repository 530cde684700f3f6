import Glibc

/// The paths around an output folder: `Output`, and beside it `.Output.amparo-lock` and the
/// folders of builds that are under way.
struct OutputPlace {
  /// The folder itself, with links resolved.
  let target: String
  /// The folder above.
  let parent: String
  private let name: String

  /// The lock file.
  var lock: String { parent + "/." + name + ".amparo-lock" }
  /// Where this build writes.
  var staging: String { beside("new") }
  /// Where the old tree stands while the new one takes its place in two steps.
  var aside: String { beside("old") }

  private func beside(_ role: String) -> String {
    "\(parent)/.\(name).amparo-\(role)-\(getpid())"
  }

  /// Finds the place; makes the folders above it.
  init(folder: String) throws(OutputError) {
    let path = Self.resolved(folder) ?? folder
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast(), name != ".", name != ".." else {
      throw OutputError(
        folder, "`\(folder)` can't be an output folder.",
        help: "Name a folder that Amparo may make and replace: `--output path/to/folder`.")
    }
    let above = parts.joined(separator: "/")
    let parentPath = path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
    do {
      try Self.makeFolders(parentPath)
    } catch {
      throw OutputError(folder, "written", error)
    }
    self.name = name
    parent = parentPath == "/" ? "" : parentPath
    target = parent + "/" + name
  }

  /// Whether anything stands at the target.
  func targetExists() throws(SystemError) -> Bool {
    var status = stat()
    do {
      try checked { lstat(target, &status) }
      return true
    } catch {
      guard error.number == ENOENT else { throw error }
      return false
    }
  }

  /// Mends what a killed build left: puts an old tree back that had stepped aside, removes the
  /// rest. Only for the holder of the lock.
  func recover() throws(SystemError) {
    let folder = try Descriptor(parent.isEmpty ? "/" : parent, O_RDONLY | O_DIRECTORY)
    for item in try FolderListing.items(in: folder.number) where item.kind == .folder {
      let name = item.text
      let path = parent + "/" + name
      if isLeftover(name, role: "old"), try !targetExists() {
        try checked { rename(path, target) }
      } else if isLeftover(name, role: "old") || isLeftover(name, role: "new") {
        // A tree with files of people in it isn't ours to remove.
        if case .foreign = try OutputFolderState.inspect(path),
          try OutputFolderState.hasManifest(path)
        {
          continue
        }
        try FolderRemoval.remove(path)
      }
    }
  }

  /// Whether a name is that of a build's folder: `.Output.amparo-new-` and a number.
  private func isLeftover(_ candidate: String, role: String) -> Bool {
    let prefix = ".\(name).amparo-\(role)-"
    guard candidate.hasPrefix(prefix) else { return false }
    let number = candidate.dropFirst(prefix.count)
    return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The path without links and dots; nil when nothing stands there yet.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func makeFolders(_ path: String) throws(SystemError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      do {
        try checked { mkdir(made, 0o777) }
      } catch {
        // Of folders that exist some say so and others only that we may not write there.
        var status = stat()
        guard stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw error }
      }
    }
  }
}
