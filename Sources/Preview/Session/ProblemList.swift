package import Diagnostics

/// What is wrong with the content, in the form that the overlay shows.
package struct ProblemList: Sendable {
  /// Numbers of problems by how bad they are.
  package struct Counts: Sendable, Encodable, Equatable {
    package var error = 0
    package var warning = 0
    package var note = 0
  }

  /// A place in a file.
  package struct Place: Sendable, Encodable {
    package let path: String
    package let line: Int?
    package let column: Int?
  }

  /// The line of a place, cut in three.
  package struct Excerpt: Sendable, Encodable {
    package let before: String
    package let marked: String
    package let after: String
    /// The last line of the place, when it goes on behind this one.
    package let lastLine: Int?
  }

  /// A second place.
  package struct Note: Sendable, Encodable {
    package let message: String
    package let place: Place?
  }

  /// A certain repair: what stands there, and what to write instead.
  package struct Fix: Sendable, Encodable {
    package let summary: String
    package let before: String
    package let after: String
  }

  /// One diagnostic.
  package struct Problem: Sendable, Encodable {
    package let code: String
    package let severity: String
    package let place: Place
    package let message: String
    package let help: String?
    package let excerpt: Excerpt?
    package let notes: [Note]
    package let fixes: [Fix]
  }

  /// The problems of one file; an empty path is about the run.
  package struct File: Sendable, Encodable {
    package let path: String
    package let problems: [Problem]
  }

  /// A list that fits into a page.
  package struct Shown: Sendable, Encodable {
    package let counts: Counts
    package let files: [File]
    /// How many are left out.
    package let more: Int
  }

  /// All of them.
  package let counts: Counts
  private let files: [File]
  /// A page with more would be slow and would help nobody.
  private static let most = 200
  private static let longestLine = 400

  /// Nothing is wrong.
  init() {
    counts = Counts()
    files = []
  }

  /// Gathers diagnostics, file by file.
  package init(_ diagnostics: [Diagnostic], sources: [String: SourceFile]) {
    var counts = Counts()
    var byPath: [String: [Problem]] = [:]
    for diagnostic in diagnostics.inFileOrder {
      switch diagnostic.severity {
      case .error: counts.error += 1
      case .warning: counts.warning += 1
      case .note: counts.note += 1
      }
      byPath[diagnostic.path, default: []].append(Problem(diagnostic, sources: sources))
    }
    self.counts = counts
    files = byPath.sorted { $0.key < $1.key }.map { path, problems in
      // What must be mended first, each sort from top to bottom of the file.
      let sorted = Diagnostic.Severity.allCases.flatMap { severity in
        problems.filter { $0.severity == severity.rawValue }
      }
      return File(path: path, problems: sorted)
    }
  }

  /// The list with one file first, then those with errors, then the rest.
  package func shown(first path: String?) -> Shown {
    let own = files.filter { $0.path == path }
    let others = files.filter { $0.path != path }
    let isBad = { (file: File) in file.problems.contains { $0.severity == "error" } }
    let ordered = own + others.filter(isBad) + others.filter { !isBad($0) }
    var room = Self.most
    var kept: [File] = []
    for file in ordered where room > 0 {
      kept.append(File(path: file.path, problems: Array(file.problems.prefix(room))))
      room -= file.problems.count
    }
    let total = counts.error + counts.warning + counts.note
    let count = kept.reduce(0) { $0 + $1.problems.count }
    return Shown(counts: counts, files: kept, more: total - count)
  }

  /// Cuts long text, in the middle of nothing that matters.
  fileprivate static func cut(_ text: String, end: Bool = false) -> String {
    guard text.count > longestLine else { return text }
    return end ? "…" + text.suffix(longestLine) : text.prefix(longestLine) + "…"
  }
}

extension ProblemList.Problem {
  fileprivate init(_ diagnostic: Diagnostic, sources: [String: SourceFile]) {
    let source = sources[diagnostic.path]
    code = diagnostic.code.rawValue
    severity = diagnostic.severity.rawValue
    place = ProblemList.Place(diagnostic.path, diagnostic.range, in: source)
    message = diagnostic.message
    help = diagnostic.help
    excerpt = source.flatMap { source in
      diagnostic.range.map { ProblemList.Excerpt($0, in: source) }
    }
    notes = diagnostic.notes.map { note in
      let path = note.path ?? diagnostic.path
      let place = note.range.map { ProblemList.Place(path, $0, in: sources[path]) }
      return ProblemList.Note(message: note.message, place: place)
    }
    fixes = diagnostic.fixes.map { fix in
      let bytes = source?.bytes ?? []
      let lower = min(fix.range.lower, bytes.count)
      let before = bytes[lower..<min(max(lower, fix.range.upper), bytes.count)]
      return ProblemList.Fix(
        summary: fix.summary, before: ProblemList.cut(String(decoding: before, as: UTF8.self)),
        after: ProblemList.cut(fix.replacement))
    }
  }
}

extension ProblemList.Place {
  fileprivate init(_ path: String, _ range: SourceRange?, in source: SourceFile?) {
    let position = source.flatMap { source in range.map { source.position(of: $0.lower) } }
    self.init(path: path, line: position?.line, column: position?.column)
  }
}

extension ProblemList.Excerpt {
  fileprivate init(_ range: SourceRange, in source: SourceFile) {
    let start = source.position(of: range.lower).line
    let line = source.line(start)
    let lower = min(max(range.lower, line.startIndex), line.endIndex)
    let upper = min(max(range.upper, lower), line.endIndex)
    let text = { (bytes: ArraySlice<UInt8>) in String(decoding: bytes, as: UTF8.self) }
    let end = source.position(of: range.upper)
    let last = end.column == 1 && end.line > start ? end.line - 1 : end.line
    self.init(
      before: ProblemList.cut(text(line[..<lower]), end: true),
      marked: ProblemList.cut(text(line[lower..<upper])),
      after: ProblemList.cut(text(line[upper...])), lastLine: last > start ? last : nil)
  }
}
