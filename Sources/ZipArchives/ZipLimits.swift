/// How much of an archive is read. Whatever is over a limit is refused with its name.
public struct ZipLimits: Sendable, Hashable {
  /// Most files and folders.
  public var entries: Int
  /// Most bytes of the archive's list of files, which is held in memory.
  public var directoryBytes: Int
  /// Most bytes of one file, unpacked.
  public var fileBytes: Int
  /// Most bytes of all files together, unpacked.
  public var totalBytes: Int
  /// How many times larger than the archive all files together may be, unpacked. Zeros are packed
  /// to a thousandth, texts to a twentieth at best.
  public var ratio: Int
  /// Below this many bytes unpacked, the ratio says nothing.
  public var ratioBytes: Int
  /// Most bytes of a path.
  public var pathBytes: Int
  /// Most folders inside each other.
  public var depth: Int

  /// Limits that packages for learning systems stay far below.
  public init(
    entries: Int = 50_000, directoryBytes: Int = 16 << 20, fileBytes: Int = 1 << 30,
    totalBytes: Int = 2 << 30, ratio: Int = 100, ratioBytes: Int = 100 << 20,
    pathBytes: Int = 1024, depth: Int = 32
  ) {
    self.entries = entries
    self.directoryBytes = directoryBytes
    self.fileBytes = fileBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.ratioBytes = ratioBytes
    self.pathBytes = pathBytes
    self.depth = depth
  }
}
