/// Writes Markdown documents from a grammar of all GFM constructs, each inside each other, with
/// loose ends and noise between.
struct MarkdownGenerator {
  var random: SeededRandom
  /// Whether inlines may go over several lines here.
  private(set) var breaksLines = false
  /// Footnote labels that the document defines or refers to.
  private let labels = ["1", "note", "b c", "ü"]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// One document.
  mutating func document() -> [UInt8] {
    if random.once(in: 10) { return soup() }
    var lines: [[UInt8]] = []
    for _ in 0..<(1 + random.below(3)) {
      lines += block(depth: 0)
      if !random.once(in: 8) { lines.append([]) }
    }
    if random.once(in: 2) { lines += definitions() }
    var bytes = Array(lines.joined(separator: [10]))
    if !random.once(in: 5) { bytes.append(10) }
    return bytes
  }

  private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  // MARK: Blocks

  /// A block's lines, without those of its containers.
  private mutating func block(depth: Int) -> [[UInt8]] {
    let isDeep = depth >= 4
    switch random.below(isDeep ? 10 : 18) {
    case 0, 1: return paragraph()
    case 2: return heading()
    case 3: return setextHeading()
    case 4: return fencedCode()
    case 5: return [utf8("    indented `code` <b>"), utf8("\tmore & *code*")]
    case 6: return htmlBlock()
    case 7: return [utf8(["---", "***", "_ _ _", "- - -"][random.below(4)])]
    case 8, 9: return table()
    case 10, 11, 12: return prefixed(blocks(depth: depth + 1), first: "> ", rest: ["> ", ">", ""])
    case 13, 14: return list(["- ", "* ", "+   "][random.below(3)], depth: depth)
    case 15: return list(["1. ", "7) ", "10. "][random.below(3)], depth: depth)
    case 16: return list("- [\(random.once(in: 2) ? "x" : " ")] ", depth: depth)
    default: return footnote(depth: depth)
    }
  }

  private mutating func blocks(depth: Int) -> [[UInt8]] {
    var lines = block(depth: depth)
    while random.once(in: 2), lines.count < 30 {
      if !random.once(in: 6) { lines.append([]) }
      lines += block(depth: depth)
    }
    return lines
  }

  /// Lines behind a first and further prefixes; a rare empty one makes a lazy line.
  private mutating func prefixed(
    _ lines: [[UInt8]], first: String, rest: [String]
  ) -> [[UInt8]] {
    lines.enumerated().map { index, line in
      if index == 0 { return utf8(first) + line }
      if line.isEmpty { return utf8(rest[0]).filter { $0 != 32 } }
      let prefix = random.once(in: 12) ? rest[random.below(rest.count)] : rest[0]
      return utf8(prefix) + line
    }
  }

  private mutating func list(_ marker: String, depth: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let isLoose = random.once(in: 3)
    let indent = String(repeating: " ", count: marker.hasPrefix("- [") ? 2 : marker.utf8.count)
    for _ in 0..<(1 + random.below(3)) {
      let content = random.once(in: 2) ? [inlines(depth: 0)] : blocks(depth: depth + 1)
      lines += prefixed(content, first: marker, rest: [indent, indent + " ", ""])
      if isLoose { lines.append([]) }
    }
    return lines
  }

  private mutating func paragraph() -> [[UInt8]] {
    breaksLines = true
    defer { breaksLines = false }
    return (0..<(1 + random.below(3))).flatMap { _ in
      let text = inlines(depth: 0) + utf8(["", "", "", "  ", "\\"][random.below(5)])
      return text.split(separator: 10, omittingEmptySubsequences: true).map { Array($0) }
    }
  }

  private mutating func heading() -> [[UInt8]] {
    let marks = String(repeating: "#", count: 1 + random.below(6))
    return [utf8(marks + " ") + inlines(depth: 0) + utf8(["", "", " ##", " #"][random.below(4)])]
  }

  private mutating func setextHeading() -> [[UInt8]] {
    paragraph() + [utf8(["===", "---", "=  "][random.below(3)])]
  }

  private mutating func fencedCode() -> [[UInt8]] {
    let fence = ["```", "~~~~", "````"][random.below(3)]
    var lines = [utf8(fence + ["", "swift", " a&b c", "\\*x"][random.below(4)])]
    lines += [utf8("code <i>*x*</i> & \"q\""), utf8("  - [ ] more ~~x~~")]
    if !random.once(in: 10) { lines.append(utf8(fence)) }
    return lines
  }

  private mutating func htmlBlock() -> [[UInt8]] {
    let all = [
      ["<div class=\"a\">", "*text* & <b>", "</div>"], ["<!-- note", "more -->"], ["<hr />"],
      ["<script>x < 1</script>"], ["<table><tr><td>a"],
    ]
    return all[random.below(all.count)].map { utf8($0) }
  }

  private mutating func table() -> [[UInt8]] {
    let columns = 1 + random.below(3)
    let dashes = (0..<columns).map { _ in ["---", ":--", "--:", ":-:"][random.below(4)] }
    var lines = random.once(in: 6) ? [inlines(depth: 0)] : []
    lines.append(row(columns))
    lines.append(utf8("|" + dashes.joined(separator: "|") + "|"))
    for _ in 0..<random.below(4) { lines.append(row(columns + random.below(3) - 1)) }
    return lines
  }

  private mutating func row(_ columns: Int) -> [UInt8] {
    let hasEnds = !random.once(in: 4)
    var line = utf8(hasEnds ? "| " : "")
    for column in 0..<max(1, columns) {
      if column > 0 { line += utf8(" | ") }
      let cell = inlines(depth: 0)
      line += cell.flatMap { $0 == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), $0] : [$0] }
    }
    return line + utf8(hasEnds ? " |" : "")
  }

  private mutating func footnote(depth: Int) -> [[UInt8]] {
    prefixed(
      blocks(depth: depth + 1), first: "[^\(labels[random.below(labels.count)])]: ",
      rest: ["    ", ""])
  }

  private mutating func definitions() -> [[UInt8]] {
    var lines = [utf8("[ref]: /address?a=b&c 'Title \"x\"'"), utf8("[Two words]: <b c>"), []]
    for label in labels where random.once(in: 2) {
      lines += prefixed(blocks(depth: 2), first: "[^\(label)]: ", rest: ["    "]) + [[]]
    }
    return lines
  }
}
