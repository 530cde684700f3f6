import CourseCompiler
import CourseModel
import Diagnostics
import Foundation

extension LanguagesCommand {
  /// The table as JSON: `{"format": 1, "files": [...]}`, each part with its lines.
  static func json(
    _ states: [TranslationState], sources: [String: SourceFile]
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let files = states.map { FileEntry($0, sources) }
    return String(decoding: try encoder.encode(Table(files: files)), as: UTF8.self)
  }

  private struct Table: Encodable {
    var format = 1
    let files: [FileEntry]
  }

  private struct FileEntry: Encodable {
    let language, original: String
    let path: String?
    let percent, translated, missing, stale, unrecorded, different, orphans: Int
    let parts: [PartEntry]

    init(_ state: TranslationState, _ sources: [String: SourceFile]) {
      language = state.language.tag
      original = state.original
      path = state.path
      percent = state.percent
      translated = state.translated
      missing = state.count(.missing)
      stale = state.count(.stale)
      unrecorded = state.count(.unrecorded)
      different = state.different
      orphans = state.orphans
      parts = state.parts.map { part in
        PartEntry(
          key: part.key, title: part.title, standing: part.standing.rawValue,
          variants: part.variants,
          originalLine: sources[state.original]?.position(of: part.originalRange.lower).line,
          line: part.range.flatMap { range in
            state.path.flatMap { sources[$0]?.position(of: range.lower).line }
          })
      }
    }
  }

  private struct PartEntry: Encodable {
    let key: String
    let title: String?
    let standing: String
    let variants: String?
    let originalLine: Int?
    let line: Int?
  }
}
