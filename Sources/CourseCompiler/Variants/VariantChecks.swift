internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Compares the marks of texts with what toolkit.yml declares.
struct VariantChecks {
  let settings: ToolkitSettings
  private var declared: VariantSettings { settings.variants }

  init(_ settings: ToolkitSettings) { self.settings = settings }

  /// Marks of one text that toolkit.yml doesn't declare.
  func undeclared(_ marks: [VariantMark], path: String) -> [Diagnostic] {
    marks.flatMap { mark -> [Diagnostic] in
      let words = declared.words(for: mark.key)
      if words.isEmpty { return [undeclaredKey(mark, path: path)] }
      return mark.values.filter { $0.text != VariantCondition.general && !words.contains($0.text) }
        .map { undeclaredValue($0, of: mark.key, among: words, path: path) }
    }
  }

  private func undeclaredKey(_ mark: VariantMark, path: String) -> Diagnostic {
    let values = mark.values.map(\.text)
    let others = VariantKey.allCases.filter { key in
      !values.isEmpty && values.allSatisfy { declared.words(for: key).contains($0) }
    }
    let value = values.first ?? "wash"
    return Diagnostic(
      .variantNotDeclared, path: path, range: mark.keyWord.range,
      "toolkit.yml declares no variants for `\(mark.key.rawValue)`.",
      help: others.first.map { "Did you mean `\($0.rawValue)=\(value)`?" }
        ?? "Add it there: `variants: { \(mark.key.rawValue): { \(value): … } }`.",
      fixes: others.count == 1
        ? [.init("Write `\(others[0].rawValue)`", mark.keyWord, others[0].rawValue)] : [])
  }

  private func undeclaredValue(
    _ value: Word, of key: VariantKey, among words: [String], path: String
  ) -> Diagnostic {
    let near = Suggestion.nearest(to: value.text, in: words)
    // Certain only where no other word comes near.
    let other = near.flatMap { near in
      Suggestion.nearest(to: value.text, in: words.filter { $0 != near })
    }
    return Diagnostic(
      .variantValueNotDeclared, path: path, range: value.range,
      "toolkit.yml declares no variant `\(key.rawValue)=\(value.text)`.",
      help: near.map { "Did you mean `\($0)`?" } ?? elsewhere(value.text)
        ?? "Declared are \(words.map { "`\($0)`" }.joined(separator: ", ")), and everywhere "
        + "`general`. Add `\(value.text)` to `\(key.rawValue)` in toolkit.yml, or write one of these.",
      fixes: other == nil ? near.map { [.init("Write `\($0)`", value, $0)] } ?? [] : [])
  }

  /// Another key that has the value.
  private func elsewhere(_ value: String) -> String? {
    declared.values.first { $0.choice.value == value }.map { "Did you mean `\($0.choice.text)`?" }
  }

  /// Declared values that no text is marked with; of one that is misspelt somewhere enough is said.
  func unused(_ conditions: Set<VariantCondition>) -> [Diagnostic] {
    let marked = Set(
      conditions.flatMap(\.parts).flatMap { part in
        part.values.map { Variant.Choice(part.key, $0) }
      })
    let misspelt = marked.subtracting(declared.values.map(\.choice)).map(\.value)
    return declared.values.filter { value in
      !marked.contains(value.choice)
        && !misspelt.contains { Suggestion.nearest(to: $0, in: [value.choice.value]) != nil }
    }.map { value in
      Diagnostic(
        .variantUnused, path: settings.path, range: value.range,
        "No text is marked `\(value.choice.text)`, so this variant is the same as the general toolkit.",
        help: "Mark what only its readers get: `{\(value.choice.text)}`. Or take the value out.")
    }
  }

  /// What can be said of a text without knowing toolkit.yml.
  static func ofText(
    _ conditions: VariantConditions, in document: MarkdownDocument
  ) -> [Diagnostic] {
    neverShown(conditions, in: document) + misspeltKeys(in: document)
  }

  /// Marks that contradict what they stand in.
  private static func neverShown(
    _ conditions: VariantConditions, in document: MarkdownDocument
  ) -> [Diagnostic] {
    conditions.marked.filter(\.condition.isNever).map { node, _ in
      Diagnostic(
        .variantNeverShown, path: document.source.path, range: document.variantPlace(node),
        "Nobody gets this: what it stands in is for another variant.",
        help: "Move it out of there, or take one of the two marks out.")
    }
  }

  /// Items of lists whose key is nearly one of ours: everybody would get them.
  private static func misspeltKeys(in document: MarkdownDocument) -> [Diagnostic] {
    let keys = VariantKey.allCases.map(\.rawValue)
    let items = document.attributes.filter { document.markup.nodes[$0.key].kind == .item }
    return items.sorted { $0.key < $1.key }.flatMap(\.value.pairs).compactMap {
      pair -> Diagnostic? in
      guard !keys.contains(pair.key.text), pair.key.text != "area",
        let near = Suggestion.nearest(to: pair.key.text, in: keys)
      else { return nil }
      return Diagnostic(
        .variantNotDeclared, path: document.source.path, range: pair.key.range,
        "There are no variants called `\(pair.key.text)`, so everybody would get this item.",
        help: "Did you mean `\(near)`?",
        fixes: [.init("Write `\(near)`", pair.key, near)])
    }
  }
}

extension MarkdownDocument {
  /// What picks variants on a node.
  func variantMarks(of node: Markup.NodeID) -> [VariantMark] {
    (attributes[node] ?? alerts[node]?.attributes)?.variantMarks ?? []
  }

  /// Where the braces with a node's mark stand.
  func variantPlace(_ node: Markup.NodeID) -> SourceRange {
    (attributes[node] ?? alerts[node]?.attributes)?.range ?? range(of: node)
  }
}

extension Diagnostic.Fix {
  fileprivate init(_ summary: String, _ word: Word, _ replacement: String) {
    self.init(summary, range: word.range, replacement: replacement)
  }
}
