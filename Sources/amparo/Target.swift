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

  /// What to do with what was built: the page to open, or else the folders of the files.
  static func whereToLook(_ manifest: Manifest, in output: String) -> String {
    let made = Set(manifest.files.map(\.target))
    let exporters = allExporters.filter { made.contains($0.name) }
    let paths = Set(manifest.files.map(\.path))
    if let start = exporters.map({ "\($0.folder)/index.html" }).first(where: paths.contains) {
      return "Open \(output)/\(start) in a browser."
    }
    // Packages share a folder.
    let folders = Set(exporters.compactMap { $0.folder.split(separator: "/").first }).sorted()
    guard !folders.isEmpty else { return "There is nothing to open." }
    return "Look into \(folders.map { "\(output)/\($0)" }.joined(separator: ", "))."
  }
}

/// What to say of a word on the command line that nothing is called by.
enum Unknown {
  /// "There is no target `tolkit`. Did you mean `toolkit`? There are: site, toolkit."
  static func message(_ kind: String, _ word: String, known: [String]) -> String {
    let help = Suggestion.help(for: word, in: known).map { " " + $0 } ?? ""
    let others = known.isEmpty ? " none" : ": \(known.joined(separator: ", "))"
    return "There is no \(kind) `\(word)`.\(help) There are\(others)."
  }
}
