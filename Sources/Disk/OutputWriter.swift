import CPlatform
public import Exporters
import Glibc

/// Puts a whole output tree in the place of the old one, or leaves the old one as it is.
///
/// Files go into a hidden folder beside the target. When all are there, they are flushed to disk
/// once and the two folders are exchanged in one step; then the old tree is removed. So whoever
/// looks, and whenever the machine or the build dies, sees one whole tree: the old or the new one.
/// What a killed build leaves beside the target goes away at the next build.
public struct OutputWriter: Sendable {
  /// A file that people put in an output folder for git, and that stays there.
  static let keptFile = ".gitignore"

  /// The folder as the person gave it.
  public let folder: String
  /// How two folders are exchanged: 0, or the errno. Tests put a file system that can't here.
  let exchange: @Sendable (String, String) -> Int32
  /// What the manifest of the old tree lists, when somebody began to read it before.
  private var ahead: Task<OutputFolderState.Listed?, Never>?

  /// Names the folder to write.
  public init(folder: String) {
    self.init(folder: folder) { amparo_exchange($0, $1) }
  }

  package init(folder: String, exchange: @escaping @Sendable (String, String) -> Int32) {
    self.folder = folder
    self.exchange = exchange
  }

  /// The same writer, which begins to read the manifest of the old tree, while others make the new
  /// one. Whether the manifest is still the same is seen when it is needed.
  public func readingAhead() -> OutputWriter {
    var writer = self
    writer.ahead = Task { [folder] in try? OutputFolderState.listed(at: folder) }
    return writer
  }

  /// Writes an output tree.
  ///
  /// - Parameters:
  ///   - onWait: called once when another build is writing to the same folder and we wait for it.
  ///   - body: writes the files; what it returns is the manifest, which makes the tree ours. When
  ///     it throws, nothing has happened.
  /// - Returns: the manifest.
  /// - Throws: what `body` throws, or an `OutputError`.
  public func replace(
    onWait: () -> Void = {}, _ body: (StagedOutput) async throws -> Manifest
  ) async throws -> Manifest {
    let place = try OutputPlace(folder: folder)
    let lock = try attempt("written") { () throws(SystemError) in
      try FolderLock(path: place.lock, onWait: onWait)
    }
    let manifest = try await replace(at: place, body)
    _ = consume lock
    return manifest
  }

  private func replace(
    at place: OutputPlace, _ body: (StagedOutput) async throws -> Manifest
  ) async throws -> Manifest {
    try attempt("cleaned up") { () throws(SystemError) in try place.recover() }
    var listed = await ahead?.value
    try refuseForeign(try inspect(place.target, &listed))
    let staging = try attempt("written") { () throws(SystemError) in
      try StagedOutput(folder: folder, path: place.staging, like: place.target)
    }
    let manifest: Manifest
    do {
      manifest = try await body(staging)
      try staging.finish(manifest)
    } catch {
      discard(place.staging)
      throw error
    }
    try swap(place, &listed)
    return manifest
  }

  /// Removes a folder that is certainly ours. What can't be removed now goes at the next build.
  private func discard(_ path: String) {
    try? FolderRemoval.remove(path)
  }

  /// Puts the new tree in the place of the old one and removes the old one.
  private func swap(
    _ place: OutputPlace, _ listed: inout OutputFolderState.Listed?
  ) throws(OutputError) {
    guard try attempt("written", { () throws(SystemError) in try place.targetExists() }) else {
      return try move(place.staging, to: place.target)
    }
    let number = exchange(place.staging, place.target)
    switch number {
    case 0:
      // Somebody may have put a file there while we were building: then it stays as it was.
      let old = try inspect(place.staging, &listed)
      guard case .foreign = old else { return discard(place.staging) }
      if exchange(place.staging, place.target) == 0 { discard(place.staging) }
      try refuseForeign(old)
    case EINVAL, ENOSYS, EOPNOTSUPP, EXDEV:
      try swapInTwoSteps(place, &listed)
    default:
      discard(place.staging)
      throw OutputError(folder, "written", SystemError(number))
    }
  }

  /// The same on file systems that can't exchange (exFAT, some network disks): the old tree steps
  /// aside, the new one takes its place. `OutputPlace.recover` mends a death in between.
  private func swapInTwoSteps(
    _ place: OutputPlace, _ listed: inout OutputFolderState.Listed?
  ) throws(OutputError) {
    let old = try inspect(place.target, &listed)
    if case .foreign = old { discard(place.staging) }
    try refuseForeign(old)
    do {
      try checked { rename(place.target, place.aside) }
    } catch {
      // Layered file systems of containers can't rename a folder of a lower layer; a folder that
      // holds nothing can be made anew instead.
      guard error.number == EXDEV, old == .blank else {
        discard(place.staging)
        throw OutputError(folder, "written", error)
      }
      discard(place.target)
      return try move(place.staging, to: place.target)
    }
    do {
      try move(place.staging, to: place.target)
    } catch {
      rename(place.aside, place.target)
      throw error
    }
    discard(place.aside)
  }

  /// Renames the new tree; removes it when that fails.
  private func move(_ path: String, to target: String) throws(OutputError) {
    do {
      try checked { rename(path, target) }
    } catch {
      discard(path)
      throw OutputError(folder, "written", error)
    }
  }

  private func inspect(
    _ path: String, _ listed: inout OutputFolderState.Listed?
  ) throws(OutputError) -> OutputFolderState {
    try attempt("read") { () throws(SystemError) in
      try OutputFolderState.inspect(path, &listed)
    }
  }

  private func refuseForeign(_ state: OutputFolderState) throws(OutputError) {
    guard case .foreign(let example) = state else { return }
    guard let example else {
      throw OutputError(
        folder, "`\(folder)` is not a folder.",
        help: "Choose another name: `--output path/to/folder`.")
    }
    throw OutputError(
      folder, "`\(folder)` holds `\(example)`, which Amparo didn't make. Nothing was changed.",
      help: "Move it somewhere else, or choose another folder: `--output path/to/folder`.")
  }

  private func attempt<Result: ~Copyable>(
    _ step: String, _ body: () throws(SystemError) -> Result
  ) throws(OutputError) -> Result {
    do {
      return try body()
    } catch {
      throw OutputError(folder, step, error)
    }
  }
}
