import ArgumentParser
import CourseCompiler
import Diagnostics
import Disk

/// `amparo check`: says what is wrong; with `--fix`, mends what can be mended for certain.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for mistakes in your texts. Writes nothing, unless you say --fix.",
    discussion: """
      Every mistake is shown with its file and line, why it matters to a learner, and how to \
      mend it.

      Examples:

        amparo check                      the folder Content
        amparo check ~/my-course          another folder
        amparo check --fix --dry-run      show what --fix would change
        amparo check --fix                mend what can be mended for certain
        amparo check --format short       one line for each mistake, for an editor
        amparo check --format sarif       for a code host; json for other programs
      """)

  @OptionGroup var options: ContentOptions

  @Flag(
    help: ArgumentHelp(
      "Mend what can be mended for certain, in the files themselves; then say what is left."))
  var fix = false

  @Flag(help: "With --fix: show the changes as a unified diff and write nothing.")
  var dryRun = false

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run goes together with --fix.") }
  }

  func run() async throws {
    let progress = ProgressLine()
    if dryRun { return try await preview(progress) }
    let problems = fix ? try await mend(progress) : []
    let compilation = await options.compile(
      languages: nil, holdsTexts: false, progress: progress)
    let diagnostics = (problems + compilation.diagnostics).inFileOrder
    try options.report(.output).write(diagnostics, sources: compilation.sources)
    if options.format == .terminal, diagnostics.isEmpty {
      try StandardStreams.output.deliver(
        "Nothing \(fix ? "is left " : "")to mend in \(options.content).\n")
    }
    try ExitStatus(diagnostics).leave()
  }

  /// Mends files and says what was done.
  ///
  /// - Returns: what kept files from being mended.
  private func mend(_ progress: ProgressLine) async throws -> [Diagnostic] {
    let mending = await mending(progress)
    let writer = ContentWriter(folder: options.content)
    var problems = mending.unsettled
    var text = ""
    for file in mending.files {
      let source = file.edited.original
      if let problem = writer.replace(source.path, source.bytes, with: file.edited.bytes) {
        problems.append(problem)
      } else {
        text += tell(file)
      }
    }
    if mending.files.isEmpty, problems.isEmpty {
      text = "Nothing here can be mended for certain.\n"
    }
    let stream: StandardStreams = options.format == .terminal ? .output : .error
    try stream.deliver(text.isEmpty ? "" : text + "\n")
    return problems
  }

  /// Shows what mending would change, in a form that `patch` reads.
  private func preview(_ progress: ProgressLine) async throws {
    let mending = await mending(progress)
    let diff = mending.files.map { file in
      UnifiedDiff.text(
        file.edited, path: ContentPath.inDiff(options.content, file.edited.original.path))
    }.joined()
    try StandardStreams.output.deliver(diff)
    let count = Words.count(mending.files.count, "file")
    let diagnostics = mending.unsettled + mending.compilation.diagnostics
    try StandardStreams.error.deliver(
      "\(count) would change; nothing was written. \(diagnostics.isEmpty ? "Nothing" : "This")"
        + " would be left to mend\(diagnostics.isEmpty ? "." : ":")\n\n")
    try Report(format: .terminal, stream: .error, folder: options.content)
      .write(diagnostics, sources: mending.compilation.sources)
    try ExitStatus(diagnostics).leave()
  }

  private func mending(_ progress: ProgressLine) async -> Mending {
    progress.show("Looking for what can be mended")
    defer { progress.clear() }
    return await CourseCompiler.mend(
      DiskContent(folder: options.content), options: .init(jobs: options.jobs))
  }

  /// What was done in a file.
  private func tell(_ file: Mending.File) -> String {
    var text = ContentPath.join(options.content, file.edited.original.path) + "\n"
    for (position, summary) in file.repairs {
      text += "  \(position.line):\(position.column)  \(summary)\n"
    }
    if file.quietCount > 0 {
      let more = file.repairs.isEmpty ? "" : " more"
      text +=
        "  \(Words.count(file.quietCount, "typed sign"))\(more) put right:"
        + " spaces, dashes, digits or marks of direction\n"
    }
    return text
  }
}

extension ContentPath {
  /// The path of a content file in a diff: below the working folder where it can be, without `..`
  /// and never from the root.
  fileprivate static func inDiff(_ folder: String, _ path: String) -> String {
    let isBelow = !folder.hasPrefix("/") && !folder.split(separator: "/").contains("..")
    return isBelow ? join(folder, path) : path
  }
}
