/// One thing the compiler has to say to an author.
///
/// Wording follows one standard (docs/diagnostics.md): `message` states what is wrong here,
/// `reason` why it matters to a learner, `fixes` what to type instead.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Nothing is built until it is mended.
    case error
    /// Builds, but a learner or trainer will be worse off.
    case warning
    /// Worth knowing.
    case note

    /// Whether a severity is worse than another.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// A second place that belongs to the matter.
  public struct Note: Sendable, Hashable {
    /// What to see there.
    public let message: String
    /// File of the place, when it has one.
    public let path: String?
    /// The place in that file.
    public let range: SourceRange?

    /// Creates a note.
    public init(_ message: String, path: String? = nil, range: SourceRange? = nil) {
      self.message = message
      self.path = path
      self.range = range
    }
  }

  /// A change to the source that mends the matter for certain.
  public struct Fix: Sendable, Hashable {
    /// What the change does, as an order: "Write `[!KEY]`".
    public let summary: String
    /// Bytes of the file to replace.
    public let range: SourceRange
    /// What to put there.
    public let replacement: String

    /// Creates a fix.
    public init(_ summary: String, range: SourceRange, replacement: String) {
      self.summary = summary
      self.range = range
      self.replacement = replacement
    }
  }

  /// The stable code.
  public let code: DiagnosticCode
  /// The file it is about: a path relative to the content folder.
  ///
  /// Empty when it is about the run.
  public let path: String
  /// Where in the file; nil when it is about the whole file.
  public let range: SourceRange?
  /// What is wrong, in one or two sentences, with the names it is about.
  public let message: String
  /// Other places.
  public let notes: [Note]
  /// Certain repairs.
  public let fixes: [Fix]
  /// A hint where no repair is certain: "Did you mean `m08`?".
  public let help: String?

  /// Creates a diagnostic.
  public init(
    _ code: DiagnosticCode, path: String, range: SourceRange? = nil, _ message: String,
    help: String? = nil, notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.path = path
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
    self.fixes = fixes
  }

  /// How bad it is; fixed by the code.
  public var severity: Severity { code.severity }
}

extension Array where Element == Diagnostic {
  /// In the order people read: by file, then place, then code; each once.
  public var inFileOrder: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return sorted { left, right in
      if left.path != right.path { return left.path < right.path }
      let leftRange = left.range ?? SourceRange(0, 0)
      let rightRange = right.range ?? SourceRange(0, 0)
      if leftRange != rightRange { return leftRange < rightRange }
      if left.code != right.code { return left.code.rawValue < right.code.rawValue }
      return left.message < right.message
    }.filter { seen.insert($0).inserted }
  }

  /// Whether any of them stops the build.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
