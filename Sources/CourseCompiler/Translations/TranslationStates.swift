internal import CourseModel
internal import Diagnostics

/// Gathers how far every file is translated.
struct TranslationStates {
  let settings: ToolkitSettings
  let discovery: Discovery
  let outlines: [String: Outline]

  /// A file that has a text in the default language, with its translation if there is one.
  struct Job {
    let language: Language
    let original: Outline
    let translation: Outline?
    /// Path of the record beside the translation, when there is one.
    let record: String?
  }

  /// What to review: languages in the toolkit's order, in each modules, trees and the glossary.
  func jobs() -> [Job] {
    let families =
      discovery.modules.sorted { $0.key < $1.key }.map(\.value)
      + discovery.trees.sorted { $0.key < $1.key }.map(\.value) + [discovery.glossaries]
    return settings.languages.dropFirst().flatMap { language in
      families.compactMap { files in
        guard let original = files[settings.defaultLanguage.tag].flatMap({ outlines[$0] }) else {
          return nil
        }
        let path = files[language.tag]
        let record = path.flatMap(TranslationRecord.path)
        return Job(
          language: language, original: original, translation: path.flatMap { outlines[$0] },
          record: record.flatMap { discovery.records.contains($0) ? $0 : nil })
      }
    }
  }

  /// Records beside which no translation stands.
  func strayRecords() -> [Diagnostic] {
    let files =
      discovery.modules.values.flatMap(\.values) + discovery.trees.values.flatMap(\.values)
      + discovery.glossaries.values
    let known = Set(files.compactMap(TranslationRecord.path))
    return discovery.records.subtracting(known).sorted().map { path in
      Diagnostic(
        .unexpectedFile, path: path, "There is no translation beside this record.",
        help: "Delete it, or bring the translation back.")
    }
  }

  /// The states with what composing found about each file.
  static func completed(
    _ states: [TranslationState], with diagnostics: [Diagnostic]
  ) -> [TranslationState] {
    let codes: [DiagnosticCode] = [.translationDiffers, .orphanTranslation]
    let found = Dictionary(grouping: diagnostics.filter { codes.contains($0.code) }, by: \.path)
    return states.map { state in
      let own = state.path.flatMap { found[$0] } ?? []
      return TranslationState(
        language: state.language, original: state.original, path: state.path, parts: state.parts,
        different: own.count { $0.code == .translationDiffers },
        orphans: own.count { $0.code == .orphanTranslation })
    }
  }
}
