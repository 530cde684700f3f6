package import Diagnostics

/// Reads explanations out of docs/diagnostics.md.
///
/// Each is a heading `### AMP0123: Title`, with `(warning)` or `(note)` behind the title when it is no
/// error; a paragraph `**Why** …`; a paragraph `**Mend** …`; and an example between fences.
package enum ExplanationPage {
  /// Every explanation in the order of the page, and what is wrong with the page.
  package static func read(_ page: String) -> (explanations: [Explanation], problems: [String]) {
    var explanations: [Explanation] = []
    var problems: [String] = []
    var group = ""
    var entry: Entry?
    func finish() {
      guard let open = entry else { return }
      entry = nil
      switch open.explanation(group: group) {
      case .success(let explanation):
        if explanations.contains(where: { $0.code == explanation.code }) {
          problems.append("\(explanation.code.rawValue) has two entries")
        } else {
          explanations.append(explanation)
        }
      case .failure(let problem): problems.append(problem.text)
      }
    }
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if entry?.isInExample == true {
        entry?.add(line)
      } else if line.hasPrefix("### AMP") {
        finish()
        entry = Entry(heading: line.dropFirst(4))
      } else if line.hasPrefix("## ") {
        finish()
        group = String(line.dropFirst(3))
      } else {
        entry?.add(line)
      }
    }
    finish()
    return (explanations, problems)
  }

  private struct Problem: Error {
    let text: String
  }

  /// An entry being read.
  private struct Entry {
    private let heading: Substring
    private var why: [Substring] = []
    private var mend: [Substring] = []
    private var example: [Substring] = []
    private var part = Part.none
    private var hasExample = false

    private enum Part { case none, why, mend, example }

    init(heading: Substring) { self.heading = heading }

    var isInExample: Bool { part == .example }

    mutating func add(_ line: Substring) {
      if line.hasPrefix("```") {
        part = part == .example ? .none : .example
        hasExample = true
      } else if part == .example {
        example.append(line)
      } else if line.isEmpty {
        part = .none
      } else if line.hasPrefix("**Why** ") {
        part = .why
        why.append(line.dropFirst("**Why** ".count))
      } else if line.hasPrefix("**Mend** ") {
        part = .mend
        mend.append(line.dropFirst("**Mend** ".count))
      } else if part == .why {
        why.append(line)
      } else if part == .mend {
        mend.append(line)
      }
    }

    func explanation(group: String) -> Result<Explanation, Problem> {
      let parts = heading.split(separator: ": ", maxSplits: 1)
      guard parts.count == 2, let code = DiagnosticCode(rawValue: String(parts[0])) else {
        return .failure(Problem(text: "`\(heading)` doesn't begin with a code and its title"))
      }
      guard !why.isEmpty, !mend.isEmpty, hasExample, !example.isEmpty else {
        return .failure(Problem(text: "\(code.rawValue) lacks Why, Mend or an example"))
      }
      let (title, severity) = Self.severity(String(parts[1]))
      return .success(
        Explanation(
          code: code, group: group, title: title, severity: severity,
          why: why.joined(separator: " "), mend: mend.joined(separator: " "),
          example: example.joined(separator: "\n")))
    }

    /// A title without the word behind it that says how bad it is.
    private static func severity(_ title: String) -> (String, Diagnostic.Severity) {
      for severity in Diagnostic.Severity.allCases {
        let suffix = " (\(severity.rawValue))"
        if title.hasSuffix(suffix) { return (String(title.dropLast(suffix.count)), severity) }
      }
      return (title, .error)
    }
  }
}
