internal import CourseModel
internal import Diagnostics

/// Looks at how far all files are translated.
enum TranslationStates {
  /// Records beside which no translation stands.
  static func strayRecords(in discovery: Discovery) -> [Diagnostic] {
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
