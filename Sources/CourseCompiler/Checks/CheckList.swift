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
  ]

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

  /// What came of one file.
  private typealias Found = (diagnostics: [Diagnostic], cited: Set<String>)

  /// Runs the checks of files, several files at a time, and those of the content.
  static func findings(in content: CheckedContent, jobs: Int) async -> [Diagnostic] {
    let files = content.files
    let jobs = max(1, min(jobs, files.count))
    // Every job takes each so-manieth file, as the parser does.
    let found = await withTaskGroup(of: Found.self) { group in
      for job in 0..<jobs {
        group.addTask {
          findings(in: stride(from: job, to: files.count, by: jobs).map { files[$0] })
        }
      }
      var found: Found = ([], [])
      for await part in group {
        found.diagnostics += part.diagnostics
        found.cited.formUnion(part.cited)
      }
      return found
    }
    var content = content
    content.cited.formUnion(found.cited)
    return (found.diagnostics + ofContent.flatMap { $0.findings(in: content) }).inFileOrder
  }

  /// Runs the checks of some files, and gathers what their links cite.
  private static func findings(in files: [WrittenFile]) -> Found {
    var found: Found = ([], [])
    for written in files {
      let file = CheckedFile(written)
      found.diagnostics += ofFiles.flatMap { $0.findings(in: file) }
      found.cited.formUnion(file.cited)
    }
    return found
  }

  /// Runs the checks of a tree.
  static func findings(in tree: CheckedTree) -> [Diagnostic] {
    ofTrees.flatMap { $0.findings(in: tree) }
  }
}
