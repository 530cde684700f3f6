/// Writes diagnostics the way people read them in a terminal:
///
/// ```
/// modules/m01/en.md:12:5: error[AMP0502]: There is no `m99` in this toolkit.
///    |
/// 12 | See [the referral module](m99).
///    |                           ^~~
///    = help: Did you mean `m09`?
/// ```
public struct TerminalFormatter: Sendable {
  /// Whether to colour with ANSI sequences.
  public let usesColour: Bool
  /// Columns of the terminal; nil, for files and pipes, wraps no message.
  public let width: Int?

  /// Source lines are cut to this many columns where the width isn't known.
  private static let widthOfFiles = 160

  /// Creates a formatter; a width below 40 columns counts as 40.
  public init(usesColour: Bool, width: Int?) {
    self.usesColour = usesColour
    self.width = width.map { max(40, $0) }
  }

  /// All diagnostics with their source lines, in the order given, each followed by an empty line.
  /// Nothing for no diagnostics.
  public func format(_ diagnostics: [Diagnostic], sources: [String: SourceFile]) -> String {
    diagnostics.map { format($0, source: sources[$0.path], sources: sources) }.joined()
  }

  /// How many there are of each severity: "2 errors, 1 warning". Nil when there are none.
  public func summary(_ diagnostics: [Diagnostic]) -> String? {
    let parts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      guard count > 0 else { return nil }
      let words = "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
      return paint(words, .init(severity))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Where to read more, with the worst of the codes; once, behind everything else. Nil when there
  /// are none.
  public func footer(_ diagnostics: [Diagnostic]) -> String? {
    // Of equals the first counts: `min` keeps it.
    diagnostics.min { $0.severity < $1.severity }.map {
      paint("amparo explain \($0.code.rawValue) tells more.", .dim)
    }
  }

  private func format(
    _ diagnostic: Diagnostic, source: SourceFile?, sources: [String: SourceFile]
  ) -> String {
    var output = heading(diagnostic, source: source)
    var gutter = 0
    if let source, let range = diagnostic.range {
      gutter = String(source.position(of: range.lower).line).count
      output += excerpt(range, in: source, colour: .init(diagnostic.severity))
    }
    for note in diagnostic.notes {
      // A place without a file is one in the file of the diagnostic.
      let path = note.path ?? (note.range == nil ? nil : diagnostic.path)
      let place = Self.place(path, range: note.range, sources: sources)
      output += remark("note", place.map { "\($0): \(note.message)" } ?? note.message, gutter)
    }
    if let help = diagnostic.help { output += remark("help", help, gutter) }
    for fix in diagnostic.fixes { output += remark("fix", fix.summary, gutter) }
    return output + "\n"
  }

  /// `path:line:column: severity[code]: message`, wrapped.
  private func heading(_ diagnostic: Diagnostic, source: SourceFile?) -> String {
    var place = DisplayText.oneLine(diagnostic.path)
    if let source, let range = diagnostic.range {
      let position = source.position(of: range.lower)
      place += ":\(position.line):\(position.column)"
    }
    if !place.isEmpty { place += ": " }
    let label = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]"
    let lines = TextWrap.lines(
      diagnostic.message, width: width,
      first: DisplayText.width(of: place) + label.count + 2, indent: "    ")
    // A first word too long for the line stands on the next one.
    let separator = lines.first?.isEmpty == true ? ":" : ": "
    return paint(place, .bold) + paint(label, .init(diagnostic.severity)) + separator
      + lines.map { paint($0, .bold) }.joined(separator: "\n") + "\n"
  }

  private func excerpt(_ range: SourceRange, in source: SourceFile, colour: Colour) -> String {
    let number = String(source.position(of: range.lower).line)
    let bar = paint("\(String(repeating: " ", count: number.count)) |", .dim)
    let room = (width ?? Self.widthOfFiles) - number.count - 3
    let excerpt = SourceExcerpt(range, in: source, width: room)
    var mark = excerpt.mark
    if let text = excerpt.markedText { mark += " " + text }
    var underline = paint(mark, colour)
    if let line = excerpt.continuesToLine { underline += paint(" to line \(line)", .dim) }
    return "\(bar)\n\(paint("\(number) |", .dim)) \(excerpt.line)\n\(bar) \(underline)\n"
  }

  /// A line under the excerpt: `   = help: Did you mean …?`.
  private func remark(_ label: String, _ text: String, _ gutter: Int) -> String {
    let start = String(repeating: " ", count: gutter + 1)
    let indent = String(repeating: " ", count: gutter + 5 + label.count)
    let lines = TextWrap.lines(text, width: width, first: indent.count, indent: indent)
    return start + paint("= \(label):", .dim) + " " + lines.joined(separator: "\n") + "\n"
  }

  /// The place of a note, as far as it is known.
  private static func place(
    _ path: String?, range: SourceRange?, sources: [String: SourceFile]
  ) -> String? {
    guard let path else { return nil }
    guard let range, let source = sources[path] else { return DisplayText.oneLine(path) }
    let position = source.position(of: range.lower)
    return "\(DisplayText.oneLine(path)):\(position.line):\(position.column)"
  }
}

extension TerminalFormatter {
  /// What a piece of output looks like.
  private enum Colour {
    case red, yellow, cyan, bold, dim

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .red
      case .warning: self = .yellow
      case .note: self = .cyan
      }
    }

    var code: String {
      switch self {
      case .red: "1;31"
      case .yellow: "1;33"
      case .cyan: "1;36"
      case .bold: "1"
      case .dim: "2"
      }
    }
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(colour.code)m\(text)\u{1B}[0m" : text
  }
}
