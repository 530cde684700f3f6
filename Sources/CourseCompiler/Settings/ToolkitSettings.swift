internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// toolkit.yml, read but not yet resolved: ids in it may still lead nowhere.
struct ToolkitSettings {
  /// A text for each language; the entry without a key is for all.
  typealias TextByLanguage = [(key: String?, value: Word)]

  /// A track as written.
  struct Track {
    let id: Word
    let title: TextByLanguage
    let items: [Word]
  }

  let path: String
  let id: Word
  let title: TextByLanguage
  let version: String
  let defaultLanguage: Language
  /// The default language first, then the author's order.
  let languages: [Language]
  /// The tags of other languages as written.
  let languageWords: [Word]
  let place: Word?
  /// The agency profile that cases are handled by.
  let profile: Word?
  /// Which digits the interface writes, by language; the entry without a key is for all.
  let digits: [(key: String?, digits: Digits)]
  let tracks: [Track]
  let support: TextByLanguage
  /// How texts are to read.
  let wording: WordingSettings
  /// How packages for learning systems are made.
  let packages: PackageChoice
  /// Which variants there are.
  let variants: VariantSettings

  /// Reads toolkit.yml.
  ///
  /// The settings are nil when a field that everything needs is missing.
  static func read(_ source: SourceFile) -> (ToolkitSettings?, [Diagnostic]) {
    let (value, problems) = YAMLReader.read(source)
    guard let value else { return (nil, problems.orEmpty(source)) }
    guard case .map(let entries, let range) = value else {
      let problem = Diagnostic(
        .wrongValue, path: source.path, range: value.range,
        "toolkit.yml must be a list of keys with values: `title: …`.")
      return (nil, problems + [problem])
    }
    var reader = FieldReader(
      entries, path: source.path, range: SourceRange(range.lower, range.lower))
    let id = reader.text("id", required: true)
    let title = reader.textsByKey("title", required: true)
    let version = reader.text("version", required: true)
    let defaultTag = reader.text("default-language", required: true)
    let others = reader.texts("languages")
    let place = reader.text("place")
    let profile = reader.text("profile")
    let digits = readDigits(&reader)
    let support = reader.textsByKey("support")
    let (wording, wordingProblems) = WordingSettings.read(&reader)
    let (variants, variantProblems) = VariantSettings.read(&reader)
    let (tracks, trackProblems) = readTracks(reader.value("tracks"), path: source.path)
    let (packages, packageProblems) = PackageSettingsReader.read(
      reader.value("packages"), path: source.path)
    let badTags = others.filter { !isLanguageTag($0.text) }
    for tag in badTags { reader.wrong("languages", .scalar(tag, quoted: false), tagForm) }
    if let defaultTag, !isLanguageTag(defaultTag.text) {
      reader.wrong("default-language", .scalar(defaultTag, quoted: false), tagForm)
    }
    let diagnostics =
      problems + wordingProblems + variantProblems + trackProblems + packageProblems
      + reader.finish()
    guard let id, let version, let defaultTag, !title.isEmpty else { return (nil, diagnostics) }
    let first = Language(defaultTag.text)
    let rest = others.map { Language($0.text) }.filter { $0 != first }
    var seen: Set<Language> = []
    let settings = ToolkitSettings(
      path: source.path, id: id, title: title, version: version.text, defaultLanguage: first,
      languages: ([first] + rest).filter { seen.insert($0).inserted },
      languageWords: others, place: place, profile: profile, digits: digits, tracks: tracks,
      support: support, wording: wording, packages: packages, variants: variants)
    return (settings, diagnostics)
  }

  /// `digits: native`, or `digits: { ar: native }`.
  private static func readDigits(
    _ reader: inout FieldReader
  ) -> [(key: String?, digits: Digits)] {
    reader.textsByKey("digits").compactMap { key, word in
      if let digits = Digits(rawValue: word.text) { return (key, digits) }
      let names = Digits.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      reader.wrong("digits", .scalar(word, quoted: false), names)
      return nil
    }
  }

  /// The digits that the interface writes in a language.
  func digits(for language: Language) -> Digits {
    for key in [language.tag, language.primary, nil] {
      if let match = digits.first(where: { $0.key == key }) { return match.digits }
    }
    return .latin
  }

  private static let tagForm = "language tags such as `en`, `ar` or `es-MX`"

  /// Two or three letters, then parts of two to eight letters or digits (BCP 47, simplified).
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count) else { return false }
    return first.utf8.allSatisfy { (97...122).contains($0) }
      && parts.dropFirst().allSatisfy { part in
        (2...8).contains(part.count) && part.utf8.allSatisfy { $0.isASCIILetterOrDigit }
      }
  }

  private static func readTracks(_ value: YAMLValue?, path: String) -> ([Track], [Diagnostic]) {
    guard let value else { return ([], []) }
    guard case .list(let items, _) = value else {
      let message = "`tracks` must be a list; each track begins with `- id: …`."
      return ([], [Diagnostic(.wrongValue, path: path, range: value.range, message)])
    }
    var tracks: [Track] = []
    var diagnostics: [Diagnostic] = []
    for item in items {
      guard case .map(let entries, let range) = item else {
        diagnostics.append(
          Diagnostic(
            .wrongValue, path: path, range: item.range,
            "A track must have the keys `id`, `title` and `items`."))
        continue
      }
      var reader = FieldReader(entries, path: path, range: SourceRange(range.lower, range.lower))
      let id = reader.text("id", required: true)
      let title = reader.textsByKey("title", required: true)
      let files = reader.texts("items", required: true)
      diagnostics += reader.finish()
      if let id { tracks.append(Track(id: id, title: title, items: files)) }
    }
    return (tracks, diagnostics)
  }
}

extension ToolkitSettings.TextByLanguage {
  /// The text for a language: its own, else the default language's, else the one for all.
  func text(for language: Language, default fallback: Language) -> String? {
    entry(for: language, default: fallback)?.value.text
  }

  /// The same with its key and place.
  func entry(for language: Language, default fallback: Language) -> Element? {
    for key in [language.tag, language.primary, fallback.tag] {
      if let match = first(where: { $0.key == key }) { return match }
    }
    return first { $0.key == nil } ?? first
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter or digit.
  var isASCIILetterOrDigit: Bool {
    (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
  }
}
