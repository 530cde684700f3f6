import FoundationEssentials

/// Writes diagnostics for editors and other programs: one JSON object with a fixed order of keys.
///
/// `version` goes up when a key changes its meaning or goes away; new keys may appear at any time.
/// Lines and columns count from 1 (columns in characters), `offset` counts bytes from 0. A range
/// ends behind its last character. Keys without a value are left out.
public struct JSONFormatter: Sendable {
  /// The version of the form that `format` writes.
  public static let version = 1

  /// Creates a formatter.
  public init() {}

  /// All diagnostics in the order given, as UTF-8 text that ends with a line end.
  ///
  /// - Throws: only what `JSONEncoder` throws; it has no reason to for these values.
  public func format(
    _ diagnostics: [Diagnostic], sources: [String: SourceFile]
  ) throws -> String {
    let report = Report(
      format: "amparo-diagnostics", version: Self.version,
      summary: .init(
        errors: diagnostics.count { $0.severity == .error },
        warnings: diagnostics.count { $0.severity == .warning },
        notes: diagnostics.count { $0.severity == .note }),
      diagnostics: diagnostics.map { Report.Entry($0, sources: sources) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }
}

/// The shape of the JSON.
private struct Report: Encodable {
  let format: String
  let version: Int
  let summary: Summary
  let diagnostics: [Entry]

  struct Summary: Encodable {
    let errors: Int
    let warnings: Int
    let notes: Int
  }

  struct Position: Encodable {
    let line: Int?
    let column: Int?
    let offset: Int
  }

  struct Range: Encodable {
    let start: Position
    let end: Position

    init(_ range: SourceRange, in source: SourceFile?) {
      start = Self.position(range.lower, in: source)
      end = Self.position(range.upper, in: source)
    }

    private static func position(_ offset: Int, in source: SourceFile?) -> Position {
      let position = source?.position(of: offset)
      return Position(line: position?.line, column: position?.column, offset: offset)
    }
  }

  struct Note: Encodable {
    let message: String
    let path: String?
    let range: Range?
  }

  struct Fix: Encodable {
    let summary: String
    let range: Range
    let replacement: String
  }

  struct Entry: Encodable {
    let code: String
    let severity: String
    let path: String
    let range: Range?
    let message: String
    let help: String?
    let notes: [Note]
    let fixes: [Fix]

    init(_ diagnostic: Diagnostic, sources: [String: SourceFile]) {
      let source = sources[diagnostic.path]
      code = diagnostic.code.rawValue
      severity = diagnostic.severity.rawValue
      path = diagnostic.path
      range = diagnostic.range.map { Range($0, in: source) }
      message = diagnostic.message
      help = diagnostic.help
      notes = diagnostic.notes.map { note in
        let noteSource = note.path.map { sources[$0] } ?? source
        return Note(
          message: note.message, path: note.path,
          range: note.range.map { Range($0, in: noteSource) })
      }
      fixes = diagnostic.fixes.map {
        Fix(summary: $0.summary, range: Range($0.range, in: source), replacement: $0.replacement)
      }
    }
  }
}
