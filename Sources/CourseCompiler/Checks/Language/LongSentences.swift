internal import Diagnostics

/// Finds sentences that are too long to be read once.
///
/// Limits and their sources: `WordingRules.sentenceLimit`.
enum LongSentences: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let wording = file.wording
    guard let limit = file.rules.sentenceLimit(wording.language) else { return [] }
    return wording.finds.longSentences.map { sentence in
      let isForLearners = wording.isForLearners(sentence.block)
      return file.problem(
        isForLearners ? .longSentence : .longSentenceForFacilitators,
        wording.source(sentence.range),
        "This sentence has \(sentence.words) words; \(limit) are easy to follow.",
        help: isForLearners
          ? "Make two of it, or a list. Many learners read in a second language, and on a phone."
          : "Make two of it. Facilitators look at it while they speak.")
    }
  }
}
