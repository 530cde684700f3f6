/// What docs/diagnostics.md tells of a code: more than a message can hold.
public struct Explanation: Sendable, Hashable {
  /// The code.
  public let code: DiagnosticCode
  /// The part of the page it stands in: "Files and encodings".
  public let group: String
  /// What is wrong, as a title.
  public let title: String
  /// How bad the page says it is; a test compares it with `code.severity`.
  public let severity: Diagnostic.Severity
  /// Why it matters, in Markdown on one line.
  public let why: String
  /// What to do about it, in Markdown on one line.
  public let mend: String
  /// An example, line by line, without a line end at its end.
  public let example: String

  /// Gathers the parts.
  public init(
    code: DiagnosticCode, group: String, title: String, severity: Diagnostic.Severity, why: String,
    mend: String, example: String
  ) {
    self.code = code
    self.group = group
    self.title = title
    self.severity = severity
    self.why = why
    self.mend = mend
    self.example = example
  }
}

extension DiagnosticCode {
  /// The code that a person names: `AMP0405`, `amp0405`, `0405` or `405`.
  ///
  /// Nil when there is none of that name.
  public init?(typed: String) {
    let letters = typed.uppercased()
    let number = letters.hasPrefix("AMP") ? letters.dropFirst(3) : letters[...]
    guard !number.isEmpty, number.count <= 4, number.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    self.init(rawValue: "AMP" + String(repeating: "0", count: 4 - number.count) + number)
  }

  /// The nearest code to one that doesn't exist.
  public static func nearest(to typed: String) -> DiagnosticCode? {
    let letters = typed.uppercased()
    let wanted = letters.hasPrefix("AMP") ? letters : "AMP" + letters
    return Suggestion.nearest(to: wanted, in: allCases.map(\.rawValue))
      .flatMap { DiagnosticCode(rawValue: $0) }
  }
}
