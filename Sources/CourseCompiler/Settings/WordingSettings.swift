internal import Diagnostics
internal import MarkdownSyntax

/// How texts are to read: `readability:` and `known-acronyms:` of toolkit.yml.
struct WordingSettings: Sendable {
  /// A limit that the checks keep to.
  enum Limit: Sendable, Equatable {
    /// The one of the language.
    case usual
    case at(Int)
    case off
  }

  /// School years that a text may ask of its readers.
  var grade = Limit.usual
  /// Words that a sentence may have.
  var sentence = Limit.usual
  /// Acronyms that this toolkit's readers know.
  var knownAcronyms: Set<String> = []

  /// Reads both keys.
  static func read(_ reader: inout FieldReader) -> (WordingSettings, [Diagnostic]) {
    var settings = WordingSettings()
    settings.knownAcronyms = Set(reader.texts("known-acronyms").map(\.text))
    guard let value = reader.value("readability") else { return (settings, []) }
    switch value {
    case .scalar(let word, quoted: _) where word.text == "off":
      settings.grade = .off
      settings.sentence = .off
    case .scalar, .list:
      reader.wrong("readability", value, "`off`, or `grade` and `sentence` with a number each")
    case .map(let entries, let range):
      var inner = FieldReader(entries, path: reader.path, range: range)
      settings.grade = limit("grade", in: 3...16, &inner)
      settings.sentence = limit("sentence", in: 10...80, &inner)
      return (settings, inner.finish())
    }
    return (settings, [])
  }

  private static func limit(
    _ name: String, in range: ClosedRange<Int>, _ reader: inout FieldReader
  ) -> Limit {
    guard let value = reader.value(name) else { return .usual }
    if value.string == "off" { return .off }
    return reader.integer(name, in: range).map { .at($0) } ?? .usual
  }
}
