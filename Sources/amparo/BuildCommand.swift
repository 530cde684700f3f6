import ArgumentParser
import CourseCompiler
import CourseModel
import Diagnostics
import Disk
import Exporters
import HTMLRendering

/// `amparo build`: content in, output folder out.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds pages from your texts.",
    discussion: """
      Nothing is built while there are errors; what you built before stays as it is. The output \
      folder is replaced as a whole, and only if Amparo made it: a folder with other files in it \
      is never touched.

      Examples:

        amparo build                           Content into Output, everything
        amparo build ~/my-course --output ~/usb/course
        amparo build --target toolkit          only the files for computers without a network
        amparo build --language ar --language en
        amparo build --theme Themes/our-look
        amparo build --variant sector=wash --output Output-wash

      All variants that toolkit.yml declares are looked at, and one is built: the general toolkit, \
      or the one that --variant names. Give it several times for several keys.

      Targets:

      \(Target.list)
      """)

  @OptionGroup var options: ContentOptions

  @Option(help: ArgumentHelp("Where to put what is built.", valueName: "folder"))
  var output = "Output"

  @Option(
    help: ArgumentHelp(
      "What to build; give it several times for several. All if left out; packages for learning systems only where toolkit.yml has `packages:`.",
      valueName: Target.names.joined(separator: "|")),
    completion: .list(Target.names))
  var target: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which language to build, as in `en`; give it several times for several. All if left out.",
      valueName: "tag"),
    completion: .contentLanguages)
  var language: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which variant to build, as in `sector=wash`; the general toolkit if left out.",
      valueName: "key=value"),
    completion: .contentVariants)
  var variant: [String] = []

  @Option(help: ArgumentHelp("A folder with a look of your own.", valueName: "folder"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Where to keep what makes the next build quick. In your folder for such files if left out.",
      valueName: "folder"),
    completion: .directory)
  var cache: String?

  @Flag(help: "Make everything anew, and keep nothing for the next build.")
  var noCache = false

  func validate() throws {
    _ = try Target.exporters(named: target)
    let keys = variant.map { $0.prefix { $0 != "=" } }
    if let key = keys.first(where: { key in keys.count { $0 == key } > 1 }) {
      throw ValidationError(
        "--variant: a build is for one value of `\(key)`. Build once for each, with --output.")
    }
    if noCache, cache != nil {
      throw ValidationError("--no-cache and --cache can't stand together: leave out one of them.")
    }
  }

  func run() async throws {
    let report = options.report(.error)
    if let problem = FolderNesting.problem(output: output, content: options.content) {
      try report.write([problem.diagnostic], sources: [:])
      try ExitStatus([problem.diagnostic]).leave()
    }
    let writer = OutputWriter(folder: output).readingAhead()
    async let reading = BuildMemory(
      noCache ? nil : BuildCache(folder: cache, content: options.content, output: output),
      jobs: options.jobs)
    let look = try loadLook(report)
    let progress = ProgressLine()
    let interruption = Interruption()
    let memory = await reading
    let compilation = await options.compile(
      languages: language.isEmpty ? nil : language, variant: variant,
      reusing: memory.compilation, progress: progress)
    guard let toolkit = compilation.toolkit, !compilation.diagnostics.hasErrors else {
      try report.write(compilation.diagnostics, sources: compilation.sources)
      return try status(of: compilation.diagnostics).leave()
    }
    let named = try Target.exporters(named: target)
    let build = Build(
      exporters: target.isEmpty ? named.filter { $0.isWanted(by: toolkit) } : named,
      toolkit: toolkit, compilation: compilation, look: look, writer: writer, jobs: options.jobs,
      memory: memory, interruption: interruption)
    let (manifest, failures) = try await run(build, progress)
    let diagnostics = look.report.diagnostics + compilation.diagnostics + failures
    try report.write(
      diagnostics, sources: compilation.sources.merging(look.report.sources) { $1 })
    guard let manifest else { return try ExitStatus(diagnostics).leave() }
    try tell(manifest, toolkit)
    // The system takes all memory back at once. Piece by piece, that of ten thousand modules takes a
    // third of a second.
    withExtendedLifetime((build, compilation)) { Self.exit() }
  }

  /// Builds; ends with the status of the signal when somebody interrupts that.
  private func run(
    _ build: Build, _ progress: ProgressLine
  ) async throws -> (Manifest?, [Diagnostic]) {
    do {
      let result = try await build.run(progress: progress)
      progress.clear()
      return result
    } catch {
      progress.clear()
      StandardStreams.error.write("Stopped. What was built before is as it was.\n")
      throw ExitCode(error.status)
    }
  }

  private func loadLook(_ report: Report) throws -> Look {
    do {
      return try Look.load(theme)
    } catch {
      try report.write(error.diagnostics, sources: error.sources)
      throw ExitCode(ExitStatus(error.diagnostics).rawValue)
    }
  }

  /// A language or variant that the toolkit doesn't have is a slip on the command line, not in the
  /// content.
  private func status(of diagnostics: [Diagnostic]) -> ExitStatus {
    let errors = diagnostics.filter { $0.severity == .error }
    let slips: Set<DiagnosticCode> = [.unknownLanguage, .unknownVariant]
    return !errors.isEmpty && errors.allSatisfy { slips.contains($0.code) }
      ? .usage : ExitStatus(diagnostics)
  }

  /// One line: what was built, and where to open it.
  private func tell(_ manifest: Manifest, _ toolkit: Toolkit) throws {
    let size = manifest.files.reduce(0) { $0 + $1.size }
    let variant = toolkit.variant == .general ? "" : " of \(toolkit.variant.text)"
    let line =
      "Built \(Words.count(toolkit.editions.count, "language"))\(variant) in "
      + "\(Words.count(manifest.files.count, "file")), \(Words.size(size)). "
      + Target.whereToLook(manifest, in: output) + "\n"
    // With a format for programs, standard output holds the report and nothing else.
    try (options.format.isForPrograms ? StandardStreams.error : .output).deliver(line)
  }
}
