public import CourseModel

/// The files of one output; bytes are made when they are asked for.
public struct OutputTree: Sendable {
  /// One file to be.
  public struct File: Sendable {
    /// Path inside the output folder.
    public let path: OutputPath
    /// Ids of the modules and trees whose content is in it, sorted.
    public let sources: [String]
    /// Whether it promises to work when it is copied alone.
    public let isSelfContained: Bool
    /// Whether it is quickest to make behind all others, since it gathers what they leave.
    public let isLast: Bool
    /// Makes its bytes; the same bytes every time.
    public let bytes: @Sendable () throws -> [UInt8]
    /// A digest of what its bytes rest on: equal keys, equal bytes. Nil when that isn't known, or not
    /// before the bytes were made.
    public let key: @Sendable () -> ContentDigest?

    /// Describes a file.
    public init(
      _ path: OutputPath, sources: [String], isSelfContained: Bool = false, isLast: Bool = false,
      key: @escaping @Sendable () -> ContentDigest? = { nil },
      bytes: @escaping @Sendable () throws -> [UInt8]
    ) {
      self.path = path
      self.sources = sources.count < 2 ? sources : Set(sources).sorted()
      self.isSelfContained = isSelfContained
      self.isLast = isLast
      self.key = key
      self.bytes = bytes
    }
  }

  /// The files, sorted by path; those to make last stand at the end.
  public let files: [File]

  /// Gathers files. Of two with the same path the later one stays.
  public init(_ files: [File]) {
    // Numbers are sorted, since to move a file of a tree of thousands costs more than to compare two.
    let paths = files.map(\.path.text)
    let order = files.indices.sorted { paths[$0] < paths[$1] }
    let kept = zip(order, order.dropFirst().map(Optional.some) + [nil])
      .filter { number, next in next.map { paths[$0] != paths[number] } ?? true }
      .map { files[$0.0] }
    self.files = kept.filter { !$0.isLast } + kept.filter(\.isLast)
  }
}

/// A path inside the output folder that is safe on every disk: relative, without `.` or `..`, of
/// ASCII letters, digits, `-`, `_` and `.`, with `/` between the parts, not hidden.
public struct OutputPath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path with `/` between the parts.
  public let text: String

  /// Checks a path; nil when it isn't safe.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.allSatisfy(Self.isSafe) else { return nil }
    self.text = text
  }

  /// The report of a build, beside the outputs.
  public static let report = OutputPath(safe: "report.html")

  private init(safe text: String) { self.text = text }

  /// The path as text.
  public var description: String { text }

  /// By the order of their characters.
  public static func < (left: OutputPath, right: OutputPath) -> Bool { left.text < right.text }

  /// Names of the folders above the file, outermost first.
  public var folders: [String] { text.split(separator: "/").dropLast().map(String.init) }

  private static func isSafe(_ part: Substring.UTF8View) -> Bool {
    let dot = UInt8(ascii: ".")
    // Names of 255 bytes and less exist on every file system; a leading dot hides a file, and a
    // trailing one is lost on Windows.
    guard (1...255).contains(part.count), part.first != dot, part.last != dot else { return false }
    return part.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        dot:
        true
      default: false
      }
    }
  }
}
