internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Reads what is special to a quiz: its numbers and its advice by result.
struct QuizReader {
  let path: String
  let attributes: Attributes?
  private(set) var findings = Findings()

  init(path: String, attributes: Attributes?) {
    self.path = path
    self.attributes = attributes
  }

  /// A whole number behind a key; nil when the key is missing or holds something else.
  mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    let (value, problem) = attributes.number(key, in: range, path: path)
    if let problem { findings.add(problem) }
    return value
  }

  /// `[!SCORE] 0-49` blocks of a quiz, in order.
  ///
  /// One behind the last question belongs to the quiz, with or without `---` before it.
  mutating func advice(
    under heading: Heading, in source: TextSource
  ) -> [(percents: ClosedRange<Int>, node: Markup.NodeID)] {
    let blocks = heading.blocks + heading.headings.flatMap(\.blocks)
    return splitAdvice(blocks.sorted(), in: source).0
  }

  /// Takes `[!SCORE] 0-49` blocks out of other blocks.
  mutating func splitAdvice(
    _ nodes: [Markup.NodeID], in source: TextSource
  ) -> ([(percents: ClosedRange<Int>, node: Markup.NodeID)], [Markup.NodeID]) {
    var advice: [(percents: ClosedRange<Int>, node: Markup.NodeID)] = []
    var others: [Markup.NodeID] = []
    for node in nodes {
      guard source.markup.nodes[node].kind == .blockQuote,
        let alert = source.document.alerts[node], alert.word.text.lowercased() == "score"
      else {
        others.append(node)
        continue
      }
      if let percents = Self.percents(alert.title?.text ?? "") {
        advice.append((percents, node))
      } else {
        findings.add(
          Diagnostic(
            .outOfRange, path: source.path, range: alert.title?.range ?? alert.word.range,
            "`[!SCORE]` must name the results it is for, from 0 to 100.",
            help: "Write `[!SCORE] 0-49`."))
      }
    }
    return (advice, others)
  }

  /// `0-49`, with a hyphen or a dash.
  private static func percents(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(whereSeparator: { "-–—".contains($0) }).map { Int(String($0).trimmed) }
    guard parts.count == 2, let low = parts[0], let high = parts[1], low >= 0, low <= high,
      high <= 100
    else { return nil }
    return low...high
  }
}
