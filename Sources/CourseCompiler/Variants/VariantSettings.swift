internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// `variants:` of toolkit.yml: which variants there are, and what people call them.
struct VariantSettings {
  /// One value of one key.
  struct Value {
    let choice: Variant.Choice
    /// Where it is declared.
    let range: SourceRange
    let names: ToolkitSettings.TextByLanguage
  }

  /// In the order of the keys, then in the author's.
  private(set) var values: [Value] = []

  /// More than this takes long to check, and nobody could tell them apart.
  private static let most = 64

  /// Words for the values of a key that are declared.
  func words(for key: VariantKey) -> [String] {
    values.filter { $0.choice.key == key }.map(\.choice.value)
  }

  /// What people call a variant in a language: "Water and sanitation, Online"; nil for the general
  /// one.
  func name(of variant: Variant, in language: Language, default fallback: Language) -> String? {
    if variant.choices.isEmpty { return nil }
    return variant.choices.map { choice in
      values.first { $0.choice == choice }?.names.text(for: language, default: fallback)
        ?? choice.value
    }.joined(separator: ", ")
  }

  /// Reads the key.
  static func read(_ reader: inout FieldReader) -> (VariantSettings, [Diagnostic]) {
    guard let value = reader.value("variants") else { return (VariantSettings(), []) }
    guard case .map(let entries, let range) = value else {
      reader.wrong("variants", value, "a list of keys with values: `sector: { wash: Water }`")
      return (VariantSettings(), [])
    }
    var settings = VariantSettings()
    var inner = FieldReader(entries, path: reader.path, range: range)
    for key in VariantKey.allCases {
      guard let value = inner.value(key.rawValue) else { continue }
      guard case .map(let entries, let range) = value else {
        inner.wrong(key.rawValue, value, "values with their names: `wash: Water and sanitation`")
        continue
      }
      var names = FieldReader(entries, path: reader.path, range: range)
      for entry in entries { settings.add(entry, of: key, &names) }
      for problem in names.finish() { inner.add(problem) }
    }
    if settings.values.count > most {
      inner.wrong("variants", value, "at most \(most) values")
      settings.values.removeLast(settings.values.count - most)
    }
    return (settings, inner.finish())
  }

  private mutating func add(_ entry: YAMLEntry, of key: VariantKey, _ reader: inout FieldReader) {
    let names = reader.textsByKey(entry.key.text)
    let bytes = entry.key.text.utf8
    let isWord =
      bytes.first.map { (97...122).contains($0) } ?? false && bytes.count <= 64
      && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    if !isWord || entry.key.text == VariantCondition.general {
      reader.add(
        Diagnostic(
          .wrongValue, path: reader.path, range: entry.key.range,
          entry.key.text == VariantCondition.general
            ? "`general` stands for the toolkit without any of these values; it needs no name."
            : "`\(entry.key.text)` can't be a value: it is a word of small letters, digits and "
              + "hyphens, and begins with a letter."))
      return
    }
    if names.contains(where: { $0.value.text.isEmpty }) {
      reader.wrong(entry.key.text, entry.value, "its name, or one for each language")
    }
    values.append(
      Value(
        choice: Variant.Choice(key, entry.key.text), range: entry.key.range,
        names: names.filter { !$0.value.text.isEmpty }))
  }
}
