import ArgumentParser
import Diagnostics

/// How a run ends, as other programs see it. The numbers are those of sysexits.h.
enum ExitStatus: Int32 {
  /// All is well.
  case success = 0
  /// Something in the content must be mended.
  case contentErrors = 1
  /// The command was not understood.
  case usage = 64
  /// A file could not be read or written.
  case inputOutput = 74

  private static let troubleWithFiles: Set<DiagnosticCode> = [
    .unreadableFile, .outputNotWritable, .fileNotMended, .fileChanged, .alreadyThere,
    .contentNotWritable,
  ]

  /// What diagnostics lead to: trouble with files weighs more than mistakes in texts, because the
  /// texts may be fine.
  init(_ diagnostics: [Diagnostic]) {
    if diagnostics.contains(where: { Self.troubleWithFiles.contains($0.code) }) {
      self = .inputOutput
    } else {
      self = diagnostics.hasErrors ? .contentErrors : .success
    }
  }

  /// Ends the command with this status unless it is success.
  func leave() throws {
    guard self != .success else { return }
    throw ExitCode(rawValue)
  }
}
