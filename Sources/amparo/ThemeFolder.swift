import CourseCompiler
import Diagnostics
import Disk
import HTMLRendering

/// A theme on disk: a flat folder whose files take the place of the default theme's.
enum ThemeFolder {
  /// Why a theme can't be used.
  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  /// Reads a theme folder.
  static func load(_ folder: String) throws(Failure) -> Theme {
    var files: [String: [UInt8]] = [:]
    do {
      let content = DiskContent(folder: folder)
      for entry in try content.entries() where entry.kind == .file {
        files[entry.path] = try content.read(entry.path)
      }
    } catch {
      let path = error.path.isEmpty ? folder : folder + "/" + error.path
      throw Failure(
        diagnostic: Diagnostic(
          .unreadableFile, path: "", "The theme `\(path)` can't be read: \(error.reason).",
          help: "Give the folder of a theme: `--theme Themes/default`."))
    }
    do {
      return try Theme(files: files)
    } catch {
      throw Failure(diagnostic: error.diagnostic)
    }
  }
}

extension ThemeError {
  /// The diagnostic that says so.
  var diagnostic: Diagnostic {
    Diagnostic(.wrongValue, path: "", "The theme can't be used: \(message)")
  }
}
