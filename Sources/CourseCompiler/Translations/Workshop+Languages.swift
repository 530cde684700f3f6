internal import Diagnostics

extension Workshop {
  /// Reviews every translation against its original and the record beside it.
  mutating func reviewTranslations() {
    guard let settings else { return }
    let states = TranslationStates(settings: settings, discovery: discovery, outlines: outlines)
    for job in states.jobs() {
      let (state, problems) = TranslationReview(
        language: job.language, original: job.original, translation: job.translation,
        record: job.record.flatMap { reader.source($0) }
      ).run()
      translations.append(state)
      diagnostics += problems
    }
    diagnostics += states.strayRecords()
    translations = TranslationStates.completed(translations, with: diagnostics)
  }
}
