import ArgumentParser
import CourseCompiler
import Diagnostics

/// `amparo check`: says what is wrong and writes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for mistakes in your texts. Writes nothing.",
    discussion: """
      Every mistake is shown with its file and line, why it matters to a learner, and how to \
      mend it.

      Examples:

        amparo check                      the folder Content
        amparo check ~/my-course          another folder
        amparo check --format json        for an editor or another program
      """)

  @OptionGroup var options: ContentOptions

  func run() async throws {
    let compilation = await options.compile(languages: nil, progress: ProgressLine())
    try Report(format: options.format, stream: .output)
      .write(compilation.diagnostics, sources: compilation.sources)
    if options.format == .terminal, compilation.diagnostics.isEmpty {
      StandardStreams.output.write("Nothing to mend in \(options.content).\n")
    }
    try ExitStatus(compilation.diagnostics).leave()
  }
}
