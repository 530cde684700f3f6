public import CaseManagement
internal import Diagnostics
internal import MarkdownSyntax

/// The texts of a profile in one language: a table keyed by rule id, and the labels of commands.
public struct ProfileTexts: Sendable {
  /// The language.
  public let language: RuleLanguage
  /// What readers must know first: that a training profile is fictional.
  public let label: String
  /// Text and source per rule, in the order of ``Rule``.
  public let rules: [(rule: Rule, text: String, source: String)]
  /// Label per command, in the order of ``CommandID``.
  public let commands: [(command: CommandID, label: String)]
  /// Label per word of the catalogue's closed lists, in the order of ``CommandCatalogue/words``.
  public let words: [(word: String, label: String)]

  /// Text and source of a rule.
  public func rule(_ rule: Rule) -> (text: String, source: String)? {
    rules.first { $0.rule == rule }.map { ($0.text, $0.source) }
  }

  /// The label of a command.
  public func label(of command: CommandID) -> String? {
    commands.first { $0.command == command }?.label
  }

  /// The label of a word of a closed list, such as `birth-certificate`.
  public func label(ofWord word: String) -> String? {
    words.first { $0.word == word }?.label
  }

  static func load(
    _ file: SourceFile, profile: AgencyProfile, _ diagnostics: inout [Diagnostic]
  ) -> ProfileTexts? {
    let stem = file.path.split(separator: "/").last.map { $0.split(separator: ".")[0] } ?? ""
    guard let language = RuleLanguage(word: UTF8Text(String(stem))) else {
      diagnostics.append(
        Diagnostic(
          .unknownProfileText, path: file.path,
          "`\(stem)` is no language of rule texts.",
          help: "Allowed: \(RuleLanguage.allCases.map { "\($0.word)" }.joined(separator: ", "))."))
      return nil
    }
    guard let map = YAMLFile.map(file, &diagnostics) else { return nil }
    var reader = TextReader(file: file)
    let label = reader.label(in: map, fictional: profile.fictional)
    let rules = reader.rules(in: map)
    let commands = reader.commands(in: map)
    let words = reader.words(in: map)
    reader.unknownKeys(in: map)
    diagnostics += reader.diagnostics
    return ProfileTexts(
      language: language, label: label, rules: rules, commands: commands, words: words)
  }
}

/// Reads one language file.
private struct TextReader {
  let file: SourceFile
  var diagnostics: [Diagnostic] = []

  init(file: SourceFile) { self.file = file }

  mutating func label(in map: [YAMLEntry], fictional: Bool) -> String {
    let label = string("label", in: map) ?? ""
    if fictional && label.isEmpty {
      report(
        .unlabelledProfile, nil,
        "A fictional profile needs a `label` that says so, or learners take it for an agency's rules."
      )
    }
    return label
  }

  mutating func rules(in map: [YAMLEntry]) -> [(rule: Rule, text: String, source: String)] {
    guard let table = table("rules", in: map) else { return [] }
    let rows = Dictionary(
      table.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
    var found: [(rule: Rule, text: String, source: String)] = []
    for rule in Rule.allCases {
      let row = rows["\(rule.word)"]
      let text = row?["text"]?.string ?? ""
      let source = row?["source"]?.string ?? ""
      if text.isEmpty || source.isEmpty {
        report(
          .missingProfileText, row?.range ?? start(of: table),
          "Rule `\(rule.word)` needs a `text` and a `source`, or a refusal can't be explained.")
      }
      found.append((rule, text, source))
    }
    unknownRows(table, known: Rule.allCases.map { "\($0.word)" }, what: "rule")
    return found
  }

  mutating func commands(in map: [YAMLEntry]) -> [(command: CommandID, label: String)] {
    guard let table = table("commands", in: map) else { return [] }
    var found: [(command: CommandID, label: String)] = []
    for command in CommandID.allCases {
      let label = string("\(command.word)", in: table) ?? ""
      if label.isEmpty {
        report(
          .missingProfileText, start(of: table),
          "Command `\(command.word)` needs a label, or a form can't offer it.")
      }
      found.append((command, label))
    }
    unknownRows(table, known: CommandID.allCases.map { "\($0.word)" }, what: "command")
    return found
  }

  mutating func words(in map: [YAMLEntry]) -> [(word: String, label: String)] {
    guard let table = table("words", in: map) else { return [] }
    let known = CommandCatalogue.words.map(\.string)
    // One pass over the table: looking each of some hundred words up would read it as often.
    var labels: [String: String] = [:]
    for entry in table { labels[entry.key.text] = entry.value.string }
    for word in known where (labels[word] ?? "").isEmpty {
      report(
        .missingProfileText, start(of: table),
        "Word `\(word)` needs a label, or a form and a refusal can't show it.")
    }
    unknownRows(table, known: known, what: "word")
    return known.map { ($0, labels[$0] ?? "") }
  }

  mutating func unknownKeys(in map: [YAMLEntry]) {
    let known = ["label", "rules", "commands", "words"]
    for key in map.map(\.key) where !known.contains(key.text) {
      report(
        .unknownKey, key.range, "A language file of a profile has no key `\(key.text)`.",
        help: Suggestion.help(for: key.text, in: known))
    }
  }

  private func string(_ key: String, in map: [YAMLEntry]) -> String? {
    map.first { $0.key.text == key }?.value.string
  }

  private mutating func table(_ key: String, in map: [YAMLEntry]) -> [YAMLEntry]? {
    if let table = map.first(where: { $0.key.text == key })?.value.entries { return table }
    report(.missingKey, start(of: map), "The file needs a table `\(key)`.")
    return nil
  }

  private mutating func unknownRows(_ table: [YAMLEntry], known: [String], what: String) {
    for key in table.map(\.key) where !known.contains(key.text) {
      report(
        .unknownProfileText, key.range, "There is no \(what) `\(key.text)`.",
        help: Suggestion.help(for: key.text, in: known))
    }
  }

  /// Where a table begins: for what is missing in it.
  private func start(of table: [YAMLEntry]) -> SourceRange? {
    table.first.map { SourceRange($0.key.range.lower, $0.key.range.lower) }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ range: SourceRange?, _ message: String, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, path: file.path, range: range ?? SourceRange(0, 0), message, help: help))
  }
}
