public import CaseManagement
internal import Diagnostics
internal import Yams

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

  mutating func label(in map: Node.Mapping, fictional: Bool) -> String {
    let label = map.first { $0.key.string == "label" }?.value.scalar?.string ?? ""
    if fictional && label.isEmpty {
      report(
        .unlabelledProfile, .mapping(map),
        "A fictional profile needs a `label` that says so, or learners take it for an agency's rules."
      )
    }
    return label
  }

  mutating func rules(in map: Node.Mapping) -> [(rule: Rule, text: String, source: String)] {
    guard let table = table("rules", in: map) else { return [] }
    var found: [(rule: Rule, text: String, source: String)] = []
    for rule in Rule.allCases {
      let row = table.first { $0.key.string == "\(rule.word)" }?.value
      let text = row?.mapping.flatMap { string("text", in: $0) } ?? ""
      let source = row?.mapping.flatMap { string("source", in: $0) } ?? ""
      if text.isEmpty || source.isEmpty {
        report(
          .missingProfileText, row ?? .mapping(table),
          "Rule `\(rule.word)` needs a `text` and a `source`, or a refusal can't be explained.")
      }
      found.append((rule, text, source))
    }
    unknownRows(table, known: Rule.allCases.map { "\($0.word)" }, what: "rule")
    return found
  }

  mutating func commands(in map: Node.Mapping) -> [(command: CommandID, label: String)] {
    guard let table = table("commands", in: map) else { return [] }
    var found: [(command: CommandID, label: String)] = []
    for command in CommandID.allCases {
      let label = string("\(command.word)", in: table) ?? ""
      if label.isEmpty {
        report(
          .missingProfileText, .mapping(table),
          "Command `\(command.word)` needs a label, or a form can't offer it.")
      }
      found.append((command, label))
    }
    unknownRows(table, known: CommandID.allCases.map { "\($0.word)" }, what: "command")
    return found
  }

  mutating func words(in map: Node.Mapping) -> [(word: String, label: String)] {
    guard let table = table("words", in: map) else { return [] }
    let known = CommandCatalogue.words.map(\.string)
    // One pass over the table: looking each of some hundred words up would read it as often.
    var labels: [String: String] = [:]
    for (key, value) in table { labels[key.string ?? ""] = value.scalar?.string }
    for word in known where (labels[word] ?? "").isEmpty {
      report(
        .missingProfileText, .mapping(table),
        "Word `\(word)` needs a label, or a form and a refusal can't show it.")
    }
    unknownRows(table, known: known, what: "word")
    return known.map { ($0, labels[$0] ?? "") }
  }

  mutating func unknownKeys(in map: Node.Mapping) {
    let known = ["label", "rules", "commands", "words"]
    for (key, _) in map where !known.contains(key.string ?? "") {
      report(
        .unknownKey, key, "A language file of a profile has no key `\(key.string ?? "")`.",
        help: Suggestion.help(for: key.string ?? "", in: known))
    }
  }

  private func string(_ key: String, in map: Node.Mapping) -> String? {
    map.first { $0.key.string == key }?.value.scalar?.string
  }

  private mutating func table(_ key: String, in map: Node.Mapping) -> Node.Mapping? {
    if let table = map.first(where: { $0.key.string == key })?.value.mapping { return table }
    report(.missingKey, .mapping(map), "The file needs a table `\(key)`.")
    return nil
  }

  private mutating func unknownRows(_ table: Node.Mapping, known: [String], what: String) {
    for (key, _) in table where !known.contains(key.string ?? "") {
      let name = key.string ?? ""
      report(
        .unknownProfileText, key, "There is no \(what) `\(name)`.",
        help: Suggestion.help(for: name, in: known))
    }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ node: Node, _ message: String, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, path: file.path, range: file.range(of: node), message, help: help))
  }
}
