import ArgumentParser
import CourseCompiler
import Disk
import FoundationEssentials

/// What `check` and `build` have in common.
struct ContentOptions: ParsableArguments {
  @Argument(
    help: "The folder with your texts.",
    completion: .directory)
  var content = "Content"

  @Option(
    help: ArgumentHelp(
      "How to write what is wrong: for people (terminal), one line each for editors (short), or "
        + "for programs.", valueName: ReportFormat.names.joined(separator: "|")))
  var format = ReportFormat.terminal

  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "How many files to work on at once. As many as there are processor cores if left out.",
      valueName: "number"))
  var wantedJobs: String?

  /// How many files to work on at once.
  var jobs: Int {
    wantedJobs.flatMap { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount
  }

  func validate() throws {
    guard let wantedJobs else { return }
    guard let number = Int(wantedJobs), (1...1024).contains(number) else {
      throw ValidationError("--jobs needs a number from 1 to 1024; `\(wantedJobs)` isn't one.")
    }
  }

  /// Writes diagnostics in the format asked for.
  func report(_ stream: StandardStreams) -> Report {
    Report(format: format, stream: stream, folder: content)
  }

  /// Reads and compiles the content folder.
  ///
  /// - Parameters:
  ///   - variant: choices as authors write them: `sector=wash`.
  ///   - holdsTexts: whether somebody reads the texts of all modules next.
  ///   - cache: what the compilation before left.
  func compile(
    languages: [String]?, variant: [String] = [], holdsTexts: Bool = true,
    reusing cache: CompilationCache? = nil, progress: ProgressLine
  ) async -> Compilation {
    let compilation = await CourseCompiler.compile(
      DiskContent(folder: content),
      options: .init(
        languages: languages, variant: variant, jobs: jobs, holdsTexts: holdsTexts),
      reusing: cache
    ) { stage in
      switch stage {
      case .reading(let files): progress.show("Reading \(Words.count(files, "file"))")
      case .composing(let files): progress.show("Putting \(Words.count(files, "file")) together")
      }
    }
    progress.clear()
    return compilation
  }
}
