internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds options that say "all of the above", and options that only look different.
enum OptionWords: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.questions.flatMap { question in
      let summing = question.options.filter { sumsUp($0, in: file) }
      return summing.map { problem($0, in: file) } + doubles(question.options, in: file)
    }
  }

  // MARK: All of the above

  private static func problem(_ option: WrittenQuestion.Option, in file: CheckedFile) -> Diagnostic
  {
    file.problem(
      .allOfTheAbove, file.range(of: option.item),
      "`\(file.markup.plainText(option.nodes).trimmed)` tests who reads options, not who knows the "
        + "matter.",
      help: "Make the question `.multiple`, or write an option that stands for itself.")
  }

  private static func sumsUp(_ option: WrittenQuestion.Option, in file: CheckedFile) -> Bool {
    // Nearly every option ends here, at its first word.
    guard let first = file.markup.firstWord(option.nodes),
      let phrases = phrases[FoldedText.words(first)]
    else { return false }
    let words = FoldedText.words(file.markup.plainText(option.nodes))
    return phrases.contains { words == $0.words || ($0.isStart && words.hasPrefix($0.words + " ")) }
  }

  /// Words that sum up other options, folded; `isStart` where more may follow.
  private typealias Phrase = (words: String, isStart: Bool)

  /// Phrases by their first word.
  private static let phrases: [String: [Phrase]] = Dictionary(
    grouping: whole.map { (FoldedText.words($0), false) }
      + starts.map { (FoldedText.words($0), true) }
  ) { phrase in String(phrase.0.prefix { $0 != " " }) }

  /// Options that are nothing else: English, French, Spanish, Arabic.
  private static let whole = [
    "all of these", "none of these", "all of the options", "none of the options",
    "all answers", "no answer", "all answers are correct", "all answers are right",
    "all the answers are correct", "no answer is correct", "none is correct",
    "toutes ces réponses", "aucune de ces réponses", "toutes les réponses", "aucune réponse",
    "toutes les réponses sont correctes", "toutes les réponses sont justes",
    "aucune réponse n'est correcte", "tous ces choix", "aucun de ces choix",
    "todas estas respuestas", "ninguna de estas respuestas", "todas las respuestas",
    "ninguna respuesta", "todas son correctas", "todas las respuestas son correctas",
    "ninguna es correcta", "todas las opciones", "ninguna de las opciones",
    "كلها صحيحة", "جميعها صحيحة", "كل الإجابات", "جميع الإجابات", "كل الإجابات صحيحة",
    "جميع الإجابات صحيحة", "لا توجد إجابة صحيحة",
  ]

  /// Words that point at other options, whatever follows.
  private static let starts = [
    "all of the above", "none of the above", "all the above", "both of the above",
    "any of the above", "some of the above", "two of the above", "all the options above",
    "all of the answers above", "none of the answers above",
    "toutes les réponses ci-dessus", "aucune des réponses ci-dessus",
    "toutes les réponses précédentes", "aucune des réponses précédentes",
    "tous les choix ci-dessus", "aucun des choix ci-dessus", "tout ce qui précède",
    "rien de ce qui précède",
    "todas las anteriores", "ninguna de las anteriores", "todos los anteriores",
    "ninguno de los anteriores", "todas las respuestas anteriores",
    "ninguna de las respuestas anteriores", "todas las opciones anteriores", "todo lo anterior",
    "nada de lo anterior",
    "كل ما سبق", "جميع ما سبق", "لا شيء مما سبق", "ليس أي مما سبق", "كل ما ذكر", "جميع ما ذكر",
    "لا شيء مما ذكر", "جميع الإجابات السابقة", "كل الإجابات السابقة", "جميع الخيارات السابقة",
    "كل الخيارات السابقة",
  ]

  // MARK: The same in other letters

  private static func doubles(
    _ options: [WrittenQuestion.Option], in file: CheckedFile
  ) -> [Diagnostic] {
    let ends = options.map { FoldedText.ends(of: $0.nodes, in: file.markup) }
    return options.indices.compactMap { index in
      guard ends[index] != nil else { return nil }
      // Options that begin and end with the same letters are rare; only they are read in full.
      let earlier = options[..<index].indices.first { other in
        ends[other] == ends[index] && isSame(options[other], options[index], in: file)
      }
      return earlier.map { other in
        file.problem(
          .nearlySameOption, file.range(of: options[index].item),
          "This option says the same as another one.",
          help:
            "They differ only in capitals, accents, spaces or punctuation. Change or delete one.",
          notes: [
            .init("The other one.", path: file.path, range: file.range(of: options[other].item))
          ])
      }
    }
  }

  /// Whether two options differ only in how they are typed.
  ///
  /// The very same words are an error of their own.
  private static func isSame(
    _ first: WrittenQuestion.Option, _ second: WrittenQuestion.Option, in file: CheckedFile
  ) -> Bool {
    let one = file.markup.plainText(first.nodes).trimmed
    let other = file.markup.plainText(second.nodes).trimmed
    return one != other && FoldedText.key(one) == FoldedText.key(other)
  }
}
