internal import Diagnostics

/// Finds terms that hurt the people they name, and says which term their organisations ask for.
///
/// Only terms that a published guide names (`Phrase.TermSource`). A term in quotation marks or in
/// emphasis is spoken about, and allowed.
enum HurtfulTerms: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    var end = 0
    return file.wording.finds.hits.compactMap { hit in
      guard case .term(let better, let source) = hit.matter, hit.range.lowerBound >= end,
        !file.wording.isMentioned(hit.range, in: file.markup)
      else { return nil }
      end = hit.range.upperBound
      return file.problem(
        .hurtfulTerm, file.wording.source(hit.range),
        "`\(file.wording.text.string(hit.range))` is a term that hurts or misleads.",
        help: "Write `\(better)` (\(source.rawValue)). To speak about the word itself, put it in "
          + "quotation marks.")
    }
  }
}
