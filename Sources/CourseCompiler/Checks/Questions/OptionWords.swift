internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds options that say "all of the above", and options that only look different.
enum OptionWords: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.questions.flatMap { question -> [Diagnostic] in
      var seen: [String: (typed: String, option: WrittenQuestion.Option)] = [:]
      return question.options.compactMap { option in
        let typed = file.markup.plainText(option.nodes).trimmed
        if let problem = sumsUp(option, typed, in: file) { return problem }
        let key = FoldedText.key(typed)
        guard let earlier = seen[key] else {
          seen[key] = (typed, option)
          return nil
        }
        // The very same words are an error of their own, and so are options without words.
        guard earlier.typed != typed, !key.isEmpty else { return nil }
        return file.problem(
          .nearlySameOption, file.range(of: option.item),
          "This option says the same as another one.",
          help:
            "They differ only in capitals, accents, spaces or punctuation. Change or delete one.",
          notes: [
            .init("The other one.", path: file.path, range: file.range(of: earlier.option.item))
          ])
      }
    }
  }

  private static func sumsUp(
    _ option: WrittenQuestion.Option, _ typed: String, in file: CheckedFile
  ) -> Diagnostic? {
    // Longer options say something themselves.
    guard typed.utf8.count <= 120 else { return nil }
    let words = FoldedText.words(typed)
    guard whole.contains(words) || parts.contains(where: { (words + " ").contains($0 + " ") })
    else { return nil }
    return file.problem(
      .allOfTheAbove, file.range(of: option.item),
      "`\(typed)` tests who reads options, not who knows the matter.",
      help: "Make the question `.multiple`, or write an option that stands for itself.")
  }

  /// Options that are nothing else, folded.
  private static let whole: Set<String> = Set(
    [
      "all of these", "none of these", "all of them", "none of them", "both", "both of these",
      "neither", "all answers are correct", "all answers are right", "no answer is correct",
      "toutes ces réponses", "aucune de ces réponses", "toutes les réponses", "aucune réponse",
      "les deux", "aucune des deux", "toutes les réponses sont correctes",
      "toutes les réponses sont justes", "tous les choix", "aucun de ces choix",
      "todas estas respuestas", "ninguna de estas respuestas", "todas las respuestas",
      "ninguna respuesta", "todas", "ninguna", "ambas", "todas son correctas",
      "todas las respuestas son correctas", "ninguna es correcta",
      "كلها صحيحة", "جميعها صحيحة", "كل الإجابات", "جميع الإجابات", "كل الإجابات صحيحة",
      "جميع الإجابات صحيحة", "لا توجد إجابة صحيحة", "كلاهما", "لا شيء منها",
    ].map(FoldedText.words))

  /// Words that point at other options, wherever they stand in one.
  private static let parts: [String] =
    [
      "of the above", "all the above", "the options above", "the answers above",
      "réponses ci-dessus", "choix ci-dessus", "options ci-dessus", "réponses précédentes",
      "de ce qui précède",
      "las anteriores", "los anteriores", "respuestas anteriores", "opciones anteriores",
      "de lo anterior", "todo lo anterior", "nada de lo anterior",
      "كل ما سبق", "جميع ما سبق", "مما سبق", "كل ما ذكر", "جميع ما ذكر", "مما ذكر أعلاه",
      "الإجابات السابقة", "الخيارات السابقة",
    ].map(FoldedText.words)
}
