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
  let output: String
  let jobs: Int

  /// One file to make, and the target it belongs to.
  private struct Task: Sendable {
    let target: String
    let file: OutputTree.File
  }

  /// Makes every file and puts the whole in place.
  ///
  /// - Returns: the manifest of what was written, nil when nothing was; and what went wrong.
  func run(progress: ProgressLine) async -> (Manifest?, [Diagnostic]) {
    do {
      var tasks: [Task] = []
      var losses: [String: [Diagnostic]] = [:]
      for exporter in exporters {
        let (tree, found) = try exporter.export(toolkit, theme: look.theme, assets: look.assets)
        tasks += tree.files.map { Task(target: exporter.name, file: $0) }
        losses[exporter.name] = found
      }
      let diagnostics = exporters.flatMap { losses[$0.name] ?? [] }
      guard !diagnostics.hasErrors else { return (nil, diagnostics) }
      return (try await write(tasks, losses: losses, progress: progress), diagnostics)
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
    try await OutputWriter(folder: output).replace(
      onWait: {
        StandardStreams.error.write("Waiting for another build that writes to \(output).\n")
      },
      { staged in
        let files = try await render(tasks, into: staged, progress: progress)
        let report = try writeReport(on: files, losses: losses, into: staged)
        return Manifest(
          toolkit: toolkit.id, toolkitVersion: toolkit.version, files: files + [report])
      })
  }

  /// How far each language of the build is.
  private var reportedLanguages: [BuildReport.Language] {
    // Every language has a state for each file of the default language, so any has all parts.
    let all = Dictionary(grouping: compilation.translations, by: \.language)
      .mapValues { states in states.reduce(0) { $0 + $1.parts.count } }
    return toolkit.editions.map { edition in
      let states = compilation.translations.filter { $0.language == edition.language }
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

  /// Renders and writes files, `jobs` of them at once, so that no more than that many are held in
  /// memory.
  private func render(
    _ tasks: [Task], into staged: StagedOutput, progress: ProgressLine
  ) async throws -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    var problems: [Diagnostic] = []
    try await withThrowingTaskGroup(of: RenderedFile.self) { group in
      var waiting = tasks[...]
      func startNext() {
        guard let task = waiting.popFirst() else { return }
        group.addTask {
          let rendered = try task.file.render(target: task.target)
          if !rendered.diagnostics.hasErrors { try staged.write(rendered.path, rendered.bytes) }
          return rendered
        }
      }
      for _ in 0..<jobs { startNext() }
      while let rendered = try await group.next() {
        entries.append(rendered.entry)
        problems += rendered.diagnostics
        progress.show("Writing pages: \(entries.count) of \(tasks.count)")
        startNext()
      }
    }
    guard !problems.hasErrors else { throw Refusal(diagnostics: problems) }
    return entries
  }
}
