import ArgumentParser
import Diagnostics
import Exporters

/// The outputs that can be asked for.
enum Target {
  /// Their names, in the order of the registry.
  static var names: [String] { allExporters.map(\.name) }

  /// Name and purpose of each, one a line, for `--help`.
  static var list: String {
    let width = (names.map(\.count).max() ?? 0) + 4
    return allExporters.map { exporter in
      let space = String(repeating: " ", count: width - exporter.name.count)
      return "  \(exporter.name)\(space)\(exporter.summary)"
    }.joined(separator: "\n")
  }

  /// The exporters of the names given, each once, in the order of the registry; all for no names.
  ///
  /// - Throws: wrong usage for a name that isn't one.
  static func exporters(named wanted: [String]) throws -> [any Exporter] {
    for name in wanted where !names.contains(name) {
      throw ValidationError(Unknown.message("target", name, known: names))
    }
    return wanted.isEmpty ? allExporters : allExporters.filter { wanted.contains($0.name) }
  }
}

/// What to say of a word on the command line that nothing is called by.
enum Unknown {
  /// "There is no target `tolkit`. Did you mean `toolkit`? There are: site, toolkit."
  static func message(_ kind: String, _ word: String, known: [String]) -> String {
    let help = Suggestion.help(for: word, in: known).map { " " + $0 } ?? ""
    return "There is no \(kind) `\(word)`.\(help) There are: \(known.joined(separator: ", "))."
  }
}
