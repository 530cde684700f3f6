internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

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

  /// One note for each language that lacks something, however much that is: translating takes its
  /// time, and `amparo languages` has the numbers of each file.
  static func incomplete(
    _ states: [TranslationState], _ settings: ToolkitSettings
  ) -> [Diagnostic] {
    settings.languages.dropFirst().compactMap { language in
      let own = states.filter { $0.language == language }
      let missing = own.reduce(0) { $0 + $1.count(.missing) }
      guard missing > 0 else { return nil }
      let all = own.reduce(0) { $0 + $1.parts.count }
      let (tag, first) = (language.tag, settings.defaultLanguage.tag)
      return Diagnostic(
        .translationIncomplete, path: settings.path,
        range: settings.languageWords.first { $0.text == tag }?.range,
        "\(missing) of \(all) parts are not translated into `\(tag)` yet; learners get them in "
          + "`\(first)`.",
        help: "`amparo languages` shows which files lack how many.",
        notes: begun(own))
    }
  }

  /// Where translations that somebody began go on; those of whole files are no surprise.
  private static func begun(_ states: [TranslationState]) -> [Diagnostic.Note] {
    let open = states.filter { $0.path != nil && $0.count(.missing) > 0 }
    return open.prefix(3).compactMap { state in
      guard let path = state.path, let next = state.parts.first(where: { $0.standing == .missing })
      else { return nil }
      let count = state.count(.missing)
      return Diagnostic.Note(
        count == 1 ? "\(path) lacks this part." : "\(path) lacks \(count) parts, this one first.",
        path: state.original, range: next.originalRange)
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
