import CourseCompiler
import Diagnostics
import Disk
import HTMLRendering
import LearnerRuntime

/// What every page needs besides content: a theme, the learner's scripts and the engine.
struct Look {
  let theme: Theme
  let assets: PageAssets
  /// What is worth saying about the theme, though pages can be made with it.
  let report: ThemeReport

  /// What is wrong with a theme, and the files that it is about.
  struct ThemeReport: Error {
    var diagnostics: [Diagnostic] = []
    var sources: [String: SourceFile] = [:]
  }

  /// The default look, with the files of a theme folder in the place of those of the same names.
  ///
  /// - Throws: everything that is wrong when no page can be made with the theme.
  static func load(_ folder: String?) throws(ThemeReport) -> Look {
    try load(folder.map { DiskContent(folder: $0) }, named: folder ?? "")
  }

  /// The same for the files of a theme, wherever they are.
  static func load(_ files: (any ContentSource)?, named name: String) throws(ThemeReport) -> Look {
    let own =
      try files.map { (files) throws(ThemeReport) in try texts(of: files, named: name) } ?? []
    let names = Set(own.map(\.name))
    let all =
      LearnerRuntime.defaultTheme.map { Theme.File(name: $0.name, text: $0.text) }
      .filter { !names.contains($0.name) } + own
    // The default look has no problems: a test sees to that.
    let found = report(own.isEmpty ? [] : Theme.problems(in: all), own: own, folder: name)
    guard !found.diagnostics.hasErrors else { throw found }
    do {
      let assets = try PageAssets(
        scripts: LearnerRuntime.scripts.map { (name: $0.name, text: $0.text) },
        engine: LearnerRuntime.engineBase64,
        plainEngine: PlainEngine(
          script: LearnerRuntime.plainEngine, packed: LearnerRuntime.packedPlainEngineBase64))
      return Look(theme: try Theme(files: all), assets: assets, report: found)
    } catch {
      throw ThemeReport(diagnostics: [error.diagnostic])
    }
  }

  /// Problems as diagnostics in the files of the theme's folder.
  private static func report(
    _ problems: [ThemeError], own: [Theme.File], folder: String
  ) -> ThemeReport {
    var report = ThemeReport()
    for file in own {
      let path = folder + "/" + file.name
      report.sources[path] = SourceFile(path: path, text: file.text)
    }
    report.diagnostics =
      problems.map { problem in
        let path = folder + "/" + problem.file
        guard let source = report.sources[path] else { return problem.diagnostic }
        return problem.diagnostic(in: source)
      }.inFileOrder
    return report
  }

  private static func texts(
    of content: any ContentSource, named folder: String
  ) throws(ThemeReport) -> [Theme.File] {
    do throws(ContentError) {
      var files: [Theme.File] = []
      for entry in try content.entries() where entry.kind == .file {
        guard let text = String(validating: try content.read(entry.path), as: UTF8.self) else {
          throw ContentError(path: entry.path, reason: "Not UTF-8 text")
        }
        files.append(Theme.File(name: entry.path, text: text))
      }
      return files
    } catch {
      let path = error.path.isEmpty ? "" : "`\(error.path)` in it: "
      throw ThemeReport(diagnostics: [
        Diagnostic(
          .unreadableFile, path: "",
          "The theme `\(folder)` can't be read. \(path)\(error.reason).",
          help: "Give the folder of a theme: `--theme Themes/default`.")
      ])
    }
  }
}

extension ThemeError {
  /// The diagnostic that says so of a theme whose files aren't at hand.
  var diagnostic: Diagnostic {
    Diagnostic(isWarning ? .weakTheme : .brokenTheme, path: "", description)
  }

  /// The diagnostic that says so at the line of the file.
  func diagnostic(in source: SourceFile) -> Diagnostic {
    let start = source.offset(ofLine: line) ?? 0
    let indent = source.line(line).prefix { $0 == 32 || $0 == 9 }.count
    return Diagnostic(
      isWarning ? .weakTheme : .brokenTheme, path: source.path,
      range: SourceRange(start + indent, start + max(indent, source.line(line).count)),
      problem.description)
  }
}
