internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Reads interface/<language>.yml: changes to the interface's texts, or a whole new language.
struct InterfaceReader {
  private let path: String
  private let language: Language
  /// Texts that the file doesn't give are these.
  private let base: InterfaceTexts
  /// All texts by `group.name`, changed as the file says.
  private var texts: [String: InterfaceEntry] = [:]
  /// English texts, whose places every language must have.
  private var english: [String: InterfaceEntry.Value] = [:]
  private var given: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  private init(path: String, language: Language) {
    self.path = path
    self.language = language
    base = .start(for: language)
    for entry in base.entries { texts["\(entry.group).\(entry.name)"] = entry }
    for entry in InterfaceTexts.texts(for: Language("en")).entries {
      english["\(entry.group).\(entry.name)"] = entry.value
    }
  }

  /// The interface of a language with what a file changes in it.
  static func read(_ source: SourceFile, _ language: Language) -> (InterfaceTexts, [Diagnostic]) {
    var reader = InterfaceReader(path: source.path, language: language)
    let (value, problems) = YAMLReader.read(source)
    guard let value else { return (reader.base, problems.orEmpty(source)) }
    guard case .map(let groups, _) = value else {
      let problem = Diagnostic(
        .wrongValue, path: source.path, range: value.range,
        "This file must be a list of groups with texts.", help: howToStart(language))
      return (reader.base, problems + [problem])
    }
    for group in groups { reader.readGroup(group) }
    reader.reportMissing()
    let order = reader.base.entries.map { "\($0.group).\($0.name)" }
    return (
      reader.base.changed(to: language, order.compactMap { reader.texts[$0] }),
      problems + reader.diagnostics
    )
  }

  /// How to get a file to begin with.
  static func howToStart(_ language: Language) -> String {
    "`amparo interface \(language.tag)` prints all texts, to begin with."
  }

  private mutating func readGroup(_ group: YAMLEntry) {
    let groups = Set(base.entries.map(\.group))
    guard groups.contains(group.key.text) else {
      return unknown(group.key, "group", among: groups.sorted())
    }
    guard case .map(let entries, _) = group.value else {
      return wrong(group.key.text, group.value.range, "a list of names with texts")
    }
    for entry in entries { readText(entry, in: group.key.text) }
  }

  private mutating func readText(_ entry: YAMLEntry, in group: String) {
    let key = "\(group).\(entry.key.text)"
    guard let text = texts[key] else {
      let elsewhere = texts.values.filter { $0.name == entry.key.text }.map(\.group).sorted()
      if let other = elsewhere.first {
        return unknown(entry.key, "text in `\(group)`", help: "There is one in `\(other)`.")
      }
      let names = texts.values.filter { $0.group == group }.map(\.name).sorted()
      return unknown(entry.key, "text in `\(group)`", among: names)
    }
    given.insert(key)
    let value: InterfaceEntry.Value?
    switch text.value {
    case .text: value = readWords(entry.value, key).map { .text($0) }
    case .list(let old): value = readList(entry.value, key, count: old.count)
    case .counted: value = readForms(entry, key)
    }
    if let value { texts[key]?.value = value }
  }

  /// A text with all its places.
  private mutating func readWords(_ value: YAMLValue, _ key: String) -> String? {
    guard case .scalar(let word, _) = value, !word.text.isEmpty else {
      wrong(key, value.range, "a text")
      return nil
    }
    guard case .text(let original) = english[key] else { return word.text }
    let wanted = Self.places(original)
    let found = Self.places(word.text)
    for place in wanted.subtracting(found).sorted() {
      report(
        .interfaceTextWithoutPlace, word.range, "`\(key)` lacks the place `{\(place)}`.",
        help: "Write `{\(place)}` where it belongs: Amparo puts it in.")
    }
    for place in found.subtracting(wanted).sorted() {
      report(
        .interfaceTextWithoutPlace, word.range, "`\(key)` has no place `{\(place)}`.",
        help: Suggestion.help(for: place, in: Array(wanted))
          ?? "Learners would read it as it is typed here.")
    }
    return word.text
  }

  private mutating func readList(
    _ value: YAMLValue, _ key: String, count: Int
  ) -> InterfaceEntry.Value? {
    let items = value.items?.compactMap(\.string).filter { !$0.isEmpty } ?? []
    let isComplete = items.count == value.items?.count && !items.isEmpty
    guard isComplete, key != "date.months" || items.count == count else {
      wrong(
        key, value.range,
        key == "date.months" ? "a list of \(count) texts" : "a list of texts, none of them empty")
      return nil
    }
    return .list(items)
  }

  /// One text for each plural category of the language.
  private mutating func readForms(_ entry: YAMLEntry, _ key: String) -> InterfaceEntry.Value? {
    let categories = PluralRule.rule(for: language).categories
    let list = categories.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    let help = "`\(language.tag)` has \(list)."
    guard case .map(let entries, _) = entry.value else {
      report(
        .interfacePluralForms, entry.value.range,
        "`\(key)` needs one text for each form of the language.", help: help)
      return nil
    }
    var forms: [PluralCategory: String] = [:]
    for form in entries {
      guard let category = PluralCategory(rawValue: form.key.text), categories.contains(category)
      else {
        report(
          .interfacePluralForms, form.key.range,
          "`\(language.tag)` has no form `\(form.key.text)`.", help: help)
        continue
      }
      guard let text = form.value.string, !text.isEmpty else {
        wrong("\(key).\(category.rawValue)", form.value.range, "a text")
        continue
      }
      checkCount(text, category, form.value.range, key)
      forms[category] = text
    }
    let missing = categories.filter { category in
      !entries.contains { $0.key.text == category.rawValue }
    }
    if !missing.isEmpty {
      report(
        .interfacePluralForms, entry.key.range,
        "`\(key)` lacks \(missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")).", help: help)
    }
    return forms.count == categories.count ? .counted(forms) : nil
  }

  /// Forms for many numbers must say which; one for a single number may use a word.
  private mutating func checkCount(
    _ text: String, _ category: PluralCategory, _ range: SourceRange, _ key: String
  ) {
    let places = Self.places(text)
    let name = "\(key).\(category.rawValue)"
    if category >= .few, !places.contains("count") {
      report(
        .interfaceTextWithoutPlace, range, "`\(name)` lacks the place `{count}`.",
        help: "Write `{count}` where the number belongs.")
    }
    for place in places.subtracting(["count"]).sorted() {
      report(
        .interfaceTextWithoutPlace, range, "`\(name)` has no place `{\(place)}`.",
        help: Suggestion.help(for: place, in: ["count"]))
    }
  }

  /// Says how much of a language that isn't built in is still English.
  private mutating func reportMissing() {
    guard !InterfaceTexts.isTranslated(language) else { return }
    let order = base.entries.map { "\($0.group).\($0.name)" }
    let missing = order.filter { !given.contains($0) }
    guard !missing.isEmpty else { return }
    let names = missing.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .interfaceIncomplete, path: path,
        "\(missing.count) of \(order.count) texts are missing and appear in English: \(names)"
          + (missing.count > 3 ? " and more." : "."),
        help: Self.howToStart(language)))
  }

  /// Names in braces.
  private static func places(_ text: String) -> Set<String> {
    var places: Set<String> = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      rest = rest[open...].dropFirst()
      guard let close = rest.firstIndex(of: "}") else { break }
      places.insert(String(rest[..<close]))
      rest = rest[close...].dropFirst()
    }
    return places
  }

  private mutating func unknown(_ key: Word, _ what: String, among known: [String]) {
    unknown(
      key, what,
      help: Suggestion.help(for: key.text, in: known)
        ?? "There are: \(known.map { "`\($0)`" }.joined(separator: ", ")).")
  }

  private mutating func unknown(_ key: Word, _ what: String, help: String) {
    report(.unknownKey, key.range, "There is no \(what) called `\(key.text)`.", help: help)
  }

  private mutating func wrong(_ key: String, _ range: SourceRange, _ expected: String) {
    report(.wrongValue, range, "`\(key)` must be \(expected).", help: nil)
  }

  private mutating func report(
    _ code: DiagnosticCode, _ range: SourceRange, _ message: String, help: String?
  ) {
    diagnostics.append(Diagnostic(code, path: path, range: range, message, help: help))
  }
}
