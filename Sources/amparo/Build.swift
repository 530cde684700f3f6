import CourseCompiler
import CourseModel
import Diagnostics
import Disk
import Exporters
import HTMLRendering

/// The last stages of a build: toolkit → output trees → disk.
struct Build {
  let exporters: [any Exporter]
  let toolkit: Toolkit
  let compilation: Compilation
  let look: Look
  let writer: OutputWriter
  let jobs: Int
  /// What the build before left.
  let memory: BuildMemory
  /// Stops the build when somebody interrupts it.
  let interruption: Interruption

  /// One file to make, and the target it belongs to.
  private struct Task: Sendable {
    let target: String
    let file: OutputTree.File
  }

  /// Makes every file and puts the whole in place.
  ///
  /// - Returns: the manifest of what was written, nil when nothing was; and what went wrong.
  func run(progress: ProgressLine) async throws(Interruption.Stop) -> (Manifest?, [Diagnostic]) {
    do {
      var tasks: [Task] = []
      var losses: [String: [Diagnostic]] = [:]
      for exporter in exporters {
        let (tree, found) = try exporter.export(
          toolkit, theme: look.theme, assets: look.assets, memory: memory.pages)
        tasks += tree.files.map { Task(target: exporter.name, file: $0) }
        losses[exporter.name] = found
      }
      let diagnostics = exporters.flatMap { losses[$0.name] ?? [] }
      guard !diagnostics.hasErrors else { return (nil, diagnostics) }
      return (try await write(tasks, losses: losses, progress: progress), diagnostics)
    } catch let stop as Interruption.Stop {
      throw stop
    } catch let refusal as Refusal {
      return (nil, refusal.diagnostics.inFileOrder)
    } catch let error as OutputError {
      return (nil, [error.diagnostic])
    } catch let error as ThemeError {
      return (nil, [error.diagnostic])
    } catch {
      return (nil, [Diagnostic(.outputNotWritable, path: "", "The output can't be made: \(error)")])
    }
  }

  /// Files that must not go out.
  private struct Refusal: Error {
    let diagnostics: [Diagnostic]
  }

  private func write(
    _ tasks: [Task], losses: [String: [Diagnostic]], progress: ProgressLine
  ) async throws -> Manifest {
    var leaving: _Concurrency.Task<Void, Never>?
    let manifest: Manifest
    do {
      manifest = try await writer.replace(
        onWait: {
          StandardStreams.error.write(
            "Waiting for another build that writes to \(writer.folder).\n")
        },
        { staged in
          interruption.beginWriting()
          memory.pages.lookUpFiles { [outputs = memory.outputs] path in
            outputs.files["site/" + path].flatMap { staged.oldBytes("site/" + path, $0) }
          }
          let made = try await render(tasks, into: staged, progress: progress)
          // While the tree takes its place. Should it not get there, the next build finds other
          // files than these, and makes them anew.
          leaving = _Concurrency.Task { [memory] in await memory.leave(Self.records(of: made)) }
          let files = made.map(\.entry)
          let report = try writeReport(on: files, losses: losses, into: staged)
          return Manifest(
            toolkit: toolkit.id, toolkitVersion: toolkit.version, variant: toolkit.variant,
            files: files + [report])
        })
    } catch {
      await leaving?.value
      throw error
    }
    await leaving?.value
    return manifest
  }

  /// What the next build needs to take files over.
  private static func records(of made: [MadeFile]) -> OutputRecords {
    OutputRecords(
      files: Dictionary(
        made.compactMap { file in file.record.map { (file.entry.path, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }

  /// How far each language of the build is.
  private var reportedLanguages: [BuildReport.Language] {
    let states = compilation.translations.map { $0.shown(in: toolkit.variant) }
    // Every language has a state for each file of the default language, so any has all parts.
    let all = Dictionary(grouping: states, by: \.language)
      .mapValues { states in states.reduce(0) { $0 + $1.parts.count } }
    return toolkit.editions.map { edition in
      let states = states.filter { $0.language == edition.language }
      func sum(_ standing: TranslationState.Standing) -> Int {
        states.reduce(0) { $0 + $1.count(standing) }
      }
      return BuildReport.Language(
        edition.language, parts: all[edition.language] ?? all.values.max() ?? 0,
        missing: sum(.missing), stale: sum(.stale),
        different: states.reduce(0) { $0 + $1.different })
    }
  }

  /// Writes the report for whoever hands the outputs out.
  private func writeReport(
    on files: [Manifest.Entry], losses: [String: [Diagnostic]], into staged: StagedOutput
  ) throws -> Manifest.Entry {
    let report = BuildReport(
      toolkit: toolkit, languages: reportedLanguages,
      targets: exporters.map { exporter in
        BuildReport.Target(
          name: exporter.name, summary: exporter.summary,
          files: files.filter { $0.target == exporter.name }, losses: losses[exporter.name] ?? [])
      }, findings: compilation.diagnostics, sources: compilation.sources)
    let bytes = report.html()
    try staged.write(.report, bytes)
    return Manifest.Entry(
      target: "report", path: .report, sources: [], isSelfContained: true, bytes: bytes)
  }

  /// A file of the new output.
  private struct MadeFile: Sendable {
    let entry: Manifest.Entry
    let diagnostics: [Diagnostic]
    /// What the next build needs to take the file over.
    let record: OutputRecords.Record?
  }

  /// Makes files, `jobs` of them at once, so that no more than that many are held in memory. Those
  /// that show many modules come first, while all texts are there; those that gather what others
  /// leave come last.
  private func render(
    _ tasks: [Task], into staged: StagedOutput, progress: ProgressLine
  ) async throws -> [MadeFile] {
    var made: [MadeFile] = []
    let parts = Dictionary(grouping: tasks) { task in
      task.file.isLast ? 2 : task.file.sources.count > 1 ? 0 : 1
    }
    var texts = HeldTexts(of: toolkit, for: tasks.lazy.map(\.file).filter { !$0.isLast })
    for part in (0...2).map({ parts[$0] ?? [] }) {
      try await withThrowingTaskGroup(of: [MadeFile].self) { group in
        var waiting = part[...]
        func startNext() throws {
          try interruption.check()
          let batch = Self.popBatch(&waiting)
          guard !batch.isEmpty else { return }
          group.addTask { [outputs = memory.outputs] in
            try batch.map { try Self.make($0, outputs, into: staged) }
          }
        }
        for _ in 0..<jobs { try startNext() }
        while let files = try await group.next() {
          made += files
          for file in files { texts.finish(file.entry) }
          progress.show("Writing pages: \(made.count) of \(tasks.count)")
          try startNext()
        }
      }
    }
    let problems = made.flatMap(\.diagnostics)
    guard !problems.hasErrors else { throw Refusal(diagnostics: problems) }
    try interruption.check()
    // Jobs end in any order; what is told of them has one.
    return made.sorted { $0.entry.path < $1.entry.path }
  }

  /// Takes the next file away, and those behind it that show the same module alone: one job makes
  /// them, so that no two make the module's text again at once.
  private static func popBatch(_ waiting: inout ArraySlice<Task>) -> [Task] {
    guard let first = waiting.first else { return [] }
    let sources = first.file.sources
    let batch =
      sources.count == 1
      ? waiting.prefix(16).prefix { $0.file.sources == sources } : waiting.prefix(1)
    waiting = waiting.dropFirst(batch.count)
    return Array(batch)
  }

  /// Takes a file over from the build before when it would come out the same; else makes it.
  private static func make(
    _ task: Task, _ outputs: OutputRecords, into staged: StagedOutput
  ) throws -> MadeFile {
    let file = task.file
    if let record = outputs.files[file.path.text], file.key() == record.key,
      try staged.take(file.path, record)
    {
      let entry = Manifest.Entry(
        target: task.target, path: file.path, sources: file.sources,
        isSelfContained: file.isSelfContained, record: record)
      return MadeFile(entry: entry, diagnostics: [], record: record)
    }
    let rendered = try file.render(target: task.target)
    if !rendered.diagnostics.hasErrors { try staged.write(rendered.path, rendered.bytes) }
    let key = file.key()
    return MadeFile(
      entry: rendered.entry, diagnostics: rendered.diagnostics,
      record: key.flatMap { OutputRecords.Record(key: $0, rendered.entry) })
  }
}
