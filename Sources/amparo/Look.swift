import CourseCompiler
import Diagnostics
import Disk
import HTMLRendering
import LearnerRuntime

/// What every page needs besides content: a theme, the learner's scripts and the engine.
struct Look {
  let theme: Theme
  let assets: PageAssets

  /// Why a theme can't be used.
  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  /// The default look, with the files of a theme folder in the place of those of the same names.
  static func load(_ folder: String?) throws(Failure) -> Look {
    let own = try folder.map { (folder) throws(Failure) in try files(in: folder) } ?? []
    do {
      var theme = try Theme(
        files: LearnerRuntime.defaultTheme.map { Theme.File(name: $0.name, text: $0.text) })
      if !own.isEmpty { theme = try theme.replacing(own) }
      let assets = try PageAssets(
        scripts: LearnerRuntime.scripts.map { (name: $0.name, text: $0.text) },
        engine: LearnerRuntime.engineBase64)
      return Look(theme: theme, assets: assets)
    } catch {
      throw Failure(diagnostic: error.diagnostic)
    }
  }

  private static func files(in folder: String) throws(Failure) -> [Theme.File] {
    do throws(ContentError) {
      let content = DiskContent(folder: folder)
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
      throw Failure(
        diagnostic: Diagnostic(
          .unreadableFile, path: "",
          "The theme `\(folder)` can't be read. \(path)\(error.reason).",
          help: "Give the folder of a theme: `--theme Themes/default`."))
    }
  }
}

extension ThemeError {
  /// The diagnostic that says so.
  var diagnostic: Diagnostic {
    Diagnostic(.wrongValue, path: "", "The theme can't be used. \(description)")
  }
}
