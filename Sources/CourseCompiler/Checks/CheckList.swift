internal import Diagnostics

/// A check of one text as it is written, in any language.
protocol FileCheck: Sendable {
  /// Everything it has to say about a file.
  static func findings(in file: CheckedFile) -> [Diagnostic]
}

/// A check of what only several files together show.
protocol ContentCheck: Sendable {
  /// Everything it has to say about the content.
  static func findings(in content: CheckedContent) -> [Diagnostic]
}

/// A check of a composed tree.
protocol TreeCheck: Sendable {
  /// Everything it has to say about a tree of one edition.
  static func findings(in tree: CheckedTree) -> [Diagnostic]
}

/// All checks; one more is one line more.
enum CheckList {
  private static let ofFiles: [any FileCheck.Type] = [
    TableRows.self,
    LostMarks.self,
    LinkTitles.self,
    ListNumbers.self,
    FlattenedItems.self,
    EmptyHeadings.self,
    SkippedLevels.self,
    KindOutsideBraces.self,
    RepeatedHeadings.self,
    EmptySections.self,
    VagueLinks.self,
    OptionWords.self,
    SameFeedback.self,
    AnswerHabits.self,
    MissingOutcomes.self,
    QuizRules.self,
    SessionPlans.self,
    LongSentences.self,
    HardTexts.self,
    UndefinedAcronyms.self,
    QuestionNegations.self,
    Placeholders.self,
    PersonalData.self,
    LookAlikesInMarks.self,
    LookAlikesInWords.self,
    HiddenCharacters.self,
    ContentWarnings.self,
    SafeguardBlocks.self,
    HurtfulTerms.self,
  ]

  /// More of one sort in one file helps nobody: the rest is said once these are mended.
  private static let mostOfOne = 100

  private static let ofContent: [any ContentCheck.Type] = [
    UnusedTerms.self,
    UncitedGuidance.self,
    PrerequisiteCircles.self,
    AlsoCircles.self,
    ModulesInTracks.self,
  ]

  private static let ofTrees: [any TreeCheck.Type] = [
    TreePaths.self,
    TreeAnswers.self,
    TreeLength.self,
    EmergencyContacts.self,
  ]

  /// Runs the checks of one file, and gathers what checks of the content look at.
  static func findings(
    in written: WrittenFile, _ rules: WordingRules
  ) -> (diagnostics: [Diagnostic], facts: FileFacts) {
    let file = CheckedFile(written, rules)
    return (ofFiles.flatMap { $0.findings(in: file).prefix(mostOfOne) }, FileFacts(file))
  }

  /// Runs the checks of the content.
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    ofContent.flatMap { $0.findings(in: content) }
  }

  /// Runs the checks of a tree.
  static func findings(in tree: CheckedTree) -> [Diagnostic] {
    ofTrees.flatMap { $0.findings(in: tree) }
  }
}
