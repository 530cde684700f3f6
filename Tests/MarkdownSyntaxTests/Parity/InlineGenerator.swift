// Inline constructs of the generator.
extension MarkdownGenerator {
  private static let words = [
    "word", "a", "Länge", "كلمة", "x1", "snake_case_word", "5 * 3", "R&D", "\"q\"", "it's", "a/b",
    "1 < 2", "e.g.", "(so)", "–", "né", "日本", "w", "www", "http", ":", "~", "^", "{#id}", "tail ",
  ]
  private static let leaves = [
    "`code`", "``a ` b``", "` x `", "<b>", "</b>", "<i class='x'>", "<!-- c -->", "&amp;", "&copy;",
    "&#35;", "&#x22;", "&ngE;", "&nope;", "\\*", "\\<", "\\[", "<http://a.b/c?d=e&f>", "<m@n.org>",
    "[^1]", "[^note]", "[^1]", "[^b c]", "[^none]", "http://ex.org/a_b*c", "www.ex.org/x,",
    "m@n.org",
    "ftp://f.g", "[ref]", "[ref][]", "[x][Two Words]", "![ref]", "`", "``", "*", "_", "**", "~~",
    "[",
    "]", "![", "](", "<", "&", "\\", "!", "#", "|",
  ]

  /// A run of inline constructs on one line.
  mutating func inlines(depth: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<(1 + random.below(depth == 0 ? 4 : 3)) {
      if index > 0, !random.once(in: 4) { bytes.append(UInt8(ascii: " ")) }
      bytes += inline(depth: depth)
    }
    return bytes
  }

  private mutating func inline(depth: Int) -> [UInt8] {
    switch random.below(depth >= 4 ? 6 : 14) {
    case 0, 1, 2: return Array(Self.words[random.below(Self.words.count)].utf8)
    case 3, 4, 5: return Array(Self.leaves[random.below(Self.leaves.count)].utf8)
    case 6: return wrapped("*", depth)
    case 7: return wrapped(random.once(in: 2) ? "**" : "__", depth)
    case 8: return wrapped("_", depth)
    case 9: return wrapped(random.once(in: 2) ? "~~" : "~", depth)
    case 10, 11: return link("[", depth)
    default: return link("![", depth)
    }
  }

  /// Marks around a run, in paragraphs now and then over a line's end.
  private mutating func wrapped(_ mark: String, _ depth: Int) -> [UInt8] {
    var inner = inlines(depth: depth + 1)
    if breaksLines, random.once(in: 4) {
      inner += Array((random.once(in: 2) ? "\n" : random.once(in: 2) ? "  \n" : "\\\n").utf8)
      inner += inlines(depth: depth + 1)
    }
    return Array(mark.utf8) + inner + Array((random.once(in: 12) ? "" : mark).utf8)
  }

  private mutating func link(_ open: String, _ depth: Int) -> [UInt8] {
    let targets = [
      "(/a)", "(<a b> \"t\")", "(/u?x=1&y=ü 'T & <t>')", "(javascript:x)", "()", "[ref]",
      "[Two words]",
      "(data:image/png;a)", "(a(b)c)", "[none]", "(/x", "(FILE:///etc)",
    ]
    var text = inlines(depth: depth + 1)
    if breaksLines, random.once(in: 4) {
      text += Array((random.once(in: 2) ? "\n" : "\\\n").utf8) + inlines(depth: depth + 1)
    }
    return Array(open.utf8) + text + Array("]".utf8)
      + Array(targets[random.below(targets.count)].utf8)
  }

  /// Noise: signs and words without any order, over a few lines.
  mutating func soup() -> [UInt8] {
    let signs = Array("*_~`[]()!<>&\\\"'|#-+=^@.:{} \n\n\t  0aw".utf8)
    var bytes: [UInt8] = []
    for _ in 0..<(5 + random.below(80)) {
      if random.once(in: 3) {
        bytes += Array((random.once(in: 2) ? Self.words : Self.leaves)[random.below(24)].utf8)
      } else {
        bytes.append(signs[random.below(signs.count)])
      }
    }
    return bytes
  }
}
