/// Finds colours of a theme that many people can't tell apart.
///
/// Pages are drawn with colours by name (docs/themes.md), so what stands on what is known. Text
/// needs a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), in high contrast 7 to 1 (1.4.6); what shows where
/// a control is needs 3 to 1 (1.4.11).
struct ContrastCheck {
  /// A value with the place that sets it.
  private struct Value {
    let text: String
    let file: String
    let line: Int
  }

  /// All values by name.
  private typealias Tokens = [String: Value]

  /// The values of `:root`, which hold unless another block changes them.
  private var base: Tokens = [:]
  /// What blocks such as `:root[data-theme="dark"]` change, by their selector with conditions.
  private var blocks: [(name: String, isHigh: Bool, tokens: Tokens)] = []

  /// Reads the colours of a theme's style sheets, in their order.
  init(_ files: [Theme.File]) {
    for file in files {
      // Printers leave backgrounds out, so on paper there is only ink on white.
      for rule in StyleSheet(file.text).rules
      where rule.selector.hasPrefix(":root") && !rule.conditions.contains("@media print") {
        add(rule, of: file.name)
      }
    }
  }

  private mutating func add(_ rule: StyleSheet.Rule, of file: String) {
    let tokens = Dictionary(
      rule.declarations.filter { $0.name.hasPrefix("--") }
        .map { ($0.name, Value(text: $0.value, file: file, line: $0.line)) },
      uniquingKeysWith: { $1 })
    guard rule.selector != ":root" || !rule.conditions.isEmpty else {
      base.merge(tokens) { $1 }
      return
    }
    let name = (rule.conditions + [rule.selector]).joined(separator: " ")
    if let known = blocks.firstIndex(where: { $0.name == name }) {
      blocks[known].tokens.merge(tokens) { $1 }
    } else {
      let isHigh =
        name.contains("data-contrast=\"high\"") || name.contains("prefers-contrast: more")
      blocks.append((name, isHigh, tokens))
    }
  }

  /// Every pair that is too close, in the order of the blocks.
  func run() -> [ThemeError] {
    judge(base, block: nil, isHigh: false)
      + blocks.flatMap { block in
        judge(block.tokens, block: block.name, isHigh: block.isHigh)
      }
  }

  private func judge(_ own: Tokens, block: String?, isHigh: Bool) -> [ThemeError] {
    let tokens = base.merging(own) { $1 }
    return Self.pairs.compactMap { pair in
      guard let front = colour(pair.front, in: tokens) else { return nil }
      let needed = pair.isText ? (isHigh ? 7 : 4.5) : 3
      // What a block doesn't change was judged where it is set.
      let backs = pair.backs.filter { own[pair.front] != nil || own[$0] != nil }
        .compactMap { name -> ThemeError.Problem.Back? in
          guard let back = colour(name, in: tokens) else { return nil }
          let contrast = Colour.contrast(front, back)
          return contrast < needed ? .init(name: name, contrast: contrast) : nil
        }
      guard let first = backs.first else { return nil }
      // Whoever set the later of the two made the pair.
      let places = [own[pair.front], own[first.name]].compactMap { $0 }
      guard let place = places.max(by: { ($0.file, $0.line) < ($1.file, $1.line) }) else {
        return nil
      }
      return ThemeError(
        file: place.file, line: place.line,
        problem: .lowContrast(front: pair.front, backs: backs, needed: needed, block: block))
    }
  }

  /// The colour that a name stands for, also by way of other names.
  private func colour(_ name: String, in tokens: Tokens) -> Colour? {
    var text = tokens[name]?.text
    // A name that leads back to itself ends here.
    for _ in 0..<8 {
      guard let value = text else { return nil }
      guard value.hasPrefix("var("), value.hasSuffix(")") else { return Colour(value) }
      text = tokens[String(value.dropFirst(4).dropLast())]?.text
    }
    return nil
  }

  /// A colour, and those that pages put it on.
  private struct Pair {
    let front: String
    let backs: [String]
    var isText = true
  }

  private static let pairs: [Pair] = [
    Pair(front: "--ink", backs: ["--paper", "--surface", "--sunken", "--brand-soft"]),
    Pair(front: "--ink-2", backs: ["--paper", "--surface", "--sunken"]),
    Pair(front: "--brand", backs: ["--paper", "--surface"]),
    Pair(front: "--brand-ink", backs: ["--brand"]),
    Pair(front: "--good", backs: ["--surface", "--good-soft"]),
    Pair(front: "--bad", backs: ["--surface", "--bad-soft"]),
    Pair(front: "--warn", backs: ["--surface", "--warn-soft"]),
    Pair(front: "--calm", backs: ["--surface", "--calm-soft"]),
    Pair(front: "--exit-ink", backs: ["--exit"]),
    Pair(front: "--mark-ink", backs: ["--mark"]),
    Pair(front: "--line-strong", backs: ["--surface"], isText: false),
    Pair(front: "--focus", backs: ["--paper", "--surface"], isText: false),
  ]
}
