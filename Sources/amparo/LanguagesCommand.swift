import ArgumentParser
import CourseCompiler
import CourseModel
import Diagnostics
import Disk
import Foundation

/// `amparo languages`: how far every file is translated.
struct LanguagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "languages",
    abstract: "Shows how far your texts are translated. Writes nothing.",
    discussion: """
      One line for each language and file: how much is translated; how many parts are missing; \
      how many are stale, because their original has changed since; how many were never recorded \
      (see `amparo help translated`); how many places are built differently from the original, or \
      translate something that isn't there.

      Examples:

        amparo languages
        amparo languages --format json
      """)

  @OptionGroup var options: ContentOptions

  func run() async throws {
    let compilation = await options.compile(
      languages: nil, holdsTexts: false, progress: ProgressLine())
    let states = compilation.translations
    // Without a toolkit.yml that can be read there is no table.
    let settings = compilation.diagnostics.filter {
      $0.severity == .error && ($0.path == "toolkit.yml" || $0.path.isEmpty)
    }
    guard settings.isEmpty || !states.isEmpty else {
      try Report(format: options.format, stream: .output, folder: options.content)
        .write(settings, sources: compilation.sources)
      return try ExitStatus(settings).leave()
    }
    switch options.format {
    case .terminal, .short: try StandardStreams.output.deliver(Self.table(states))
    case .json, .sarif:
      try StandardStreams.output.deliver(
        Self.json(states, sources: sources(of: states, compilation.sources)) + "\n")
    }
  }

  /// The texts that states are about; a compilation keeps only those with something to mend.
  private func sources(
    of states: [TranslationState], _ known: [String: SourceFile]
  ) -> [String: SourceFile] {
    let content = DiskContent(folder: options.content)
    var sources = known
    for path in Set(states.flatMap { [$0.original, $0.path].compactMap { $0 } })
    where sources[path] == nil {
      guard let bytes = try? content.read(path) else { continue }
      sources[path] = SourceFile(path: path, bytes: bytes)
    }
    return sources
  }

  private static func table(_ states: [TranslationState]) -> String {
    guard !states.isEmpty else { return "This toolkit has one language.\n" }
    var rows = [
      [
        "Language", "File", "Translated", "Missing", "Stale", "Not recorded", "Different",
        "Orphans",
      ]
    ]
    for (language, own) in byLanguage(states) {
      rows += own.map { row(language, $0.path ?? missing($0, language), [$0]) }
      rows.append(row(language, "all", own))
    }
    let rest = ofVariants(states)
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 2 ? cell.0 + space : space + cell.0
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined() + (rest.isEmpty ? "" : "\nMissing or stale in some variants only:\n" + rest)
  }

  /// Parts to translate that not every learner gets.
  private static func ofVariants(_ states: [TranslationState]) -> String {
    states.flatMap { state in
      state.parts.compactMap { part -> String? in
        guard let variants = part.variants, part.standing == .missing || part.standing == .stale
        else { return nil }
        return "  \(state.path ?? missing(state, state.language.tag))  \(part.key)  "
          + "\(part.standing.rawValue)  \(variants)\n"
      }
    }.joined()
  }

  private static func row(
    _ language: String, _ file: String, _ states: [TranslationState]
  ) -> [String] {
    let all = states.reduce(0) { $0 + $1.parts.count }
    let translated = states.reduce(0) { $0 + $1.translated }
    func count(_ standing: TranslationState.Standing) -> String {
      String(states.reduce(0) { $0 + $1.count(standing) })
    }
    return [
      language, file, "\(all == 0 ? 100 : translated * 100 / all)%", count(.missing),
      count(.stale), count(.unrecorded), String(states.reduce(0) { $0 + $1.different }),
      String(states.reduce(0) { $0 + $1.orphans }),
    ]
  }

  /// Where a translation would stand that isn't there yet.
  private static func missing(_ state: TranslationState, _ language: String) -> String {
    let folder = state.original.split(separator: "/").dropLast().joined(separator: "/")
    return "\(folder)/\(language).md"
  }

  /// States by language, in the toolkit's order.
  private static func byLanguage(
    _ states: [TranslationState]
  ) -> [(language: String, states: [TranslationState])] {
    var groups: [(language: String, states: [TranslationState])] = []
    for state in states {
      if groups.last?.language == state.language.tag {
        groups[groups.count - 1].states.append(state)
      } else {
        groups.append((state.language.tag, [state]))
      }
    }
    return groups
  }
}
