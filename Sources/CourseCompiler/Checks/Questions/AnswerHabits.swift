internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds quizzes that can be passed without reading: the right option is always the longest, or
/// always at the same place.
///
/// Judged for each quiz, and for the questions of a module outside of quizzes, once there are enough
/// questions to tell a habit from chance.
enum AnswerHabits: FileCheck {
  /// Fewer questions than this say nothing.
  private static let fewest = 5

  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.questions.count >= fewest else { return [] }
    var groups: [(quiz: Heading?, questions: [WrittenQuestion])] = []
    var numbers: [Int: Int] = [:]
    for question in file.questions where question.right.count == 1 && question.options.count > 1 {
      if let number = numbers[question.quiz ?? -1] {
        groups[number].questions.append(question)
      } else {
        numbers[question.quiz ?? -1] = groups.count
        groups.append((question.quizHeading, [question]))
      }
    }
    return groups.flatMap { group -> [Diagnostic] in
      let judged = group.questions.filter { $0.kind == .single && $0.options.count > 2 }
      let twofold = group.questions.filter { $0.options.count == 2 }
      return [
        longest(judged, group.quiz, in: file), samePlace(judged, group.quiz, in: file),
        samePlace(twofold, group.quiz, in: file),
      ].compactMap { $0 }
    }
  }

  /// The right option is the longest nearly always: four times out of five, and clearly.
  private static func longest(
    _ questions: [WrittenQuestion], _ quiz: Heading?, in file: CheckedFile
  ) -> Diagnostic? {
    guard questions.count >= fewest, let first = questions.first else { return nil }
    let count = questions.count { question in
      let lengths = question.options.map { file.markup.length($0.nodes) }
      guard let right = question.right.first else { return false }
      let others = lengths.indices.filter { $0 != right }.map { lengths[$0] }.max() ?? 0
      return lengths[right] * 10 > others * 11
    }
    guard count * 5 >= questions.count * 4 else { return nil }
    return file.problem(
      .longestIsRight, file.range(of: (quiz ?? first.heading).node),
      "In \(count) of \(questions.count) questions \(place(first)) the right option is the longest.",
      help: "Shorten the right options, or say more in the wrong ones. Learners find out, and "
        + "answer without reading.",
      notes: notes(quiz, first, in: file))
  }

  /// The right option stands at the same place every time.
  private static func samePlace(
    _ questions: [WrittenQuestion], _ quiz: Heading?, in file: CheckedFile
  ) -> Diagnostic? {
    // Places are the original's, and so is what is said about them.
    guard file.written.isOriginal, questions.count >= fewest, let first = questions.first,
      let place = first.right.first, questions.allSatisfy({ $0.right.first == place })
    else { return nil }
    return file.problem(
      .rightInOnePlace, file.range(of: (quiz ?? first.heading).node),
      "In all \(questions.count) questions \(Self.place(first)) option \(place + 1) is right.",
      help: "Move the right option to other places.", notes: notes(quiz, first, in: file))
  }

  private static func place(_ question: WrittenQuestion) -> String {
    question.quiz == nil ? "outside of quizzes" : "of this quiz"
  }

  private static func notes(
    _ quiz: Heading?, _ first: WrittenQuestion, in file: CheckedFile
  ) -> [Diagnostic.Note] {
    quiz == nil
      ? [] : [.init("The first one.", path: file.path, range: file.range(of: first.heading.node))]
  }
}
