public import Diagnostics
import Glibc

/// Why an output folder can't be written.
public struct OutputError: Error, Sendable, Equatable {
  /// The folder as the person gave it.
  public let folder: String
  /// What is wrong, as a sentence.
  public let message: String
  /// What to do about it.
  public let help: String

  init(_ folder: String, _ message: String, help: String) {
    self.folder = folder
    self.message = message
    self.help = help
  }

  /// A step that the system refused: "can't be written: No space left on device".
  init(_ folder: String, _ step: String, _ error: SystemError) {
    self.init(
      folder, "`\(folder)` can't be \(step): \(error.reason). What was there before is untouched.",
      help: Self.help(for: error))
  }

  /// The diagnostic that says so.
  public var diagnostic: Diagnostic {
    Diagnostic(.outputNotWritable, path: "", message, help: help)
  }

  private static func help(for error: SystemError) -> String {
    switch error.number {
    case ENOSPC, EDQUOT:
      "Make room on that disk, or choose a folder on another one: `--output path/to/folder`."
    case EACCES, EPERM, EROFS:
      "Choose a folder where you may write: `--output path/to/folder`."
    case EBUSY, EXDEV:
      "Choose a folder inside that disk or volume: `--output path/to/it/Output`."
    default:
      "Choose another folder: `--output path/to/folder`."
    }
  }
}
