import ArgumentParser
import Diagnostics

/// How diagnostics are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case terminal, json
}

/// Writes the diagnostics of a run.
struct Report {
  let format: ReportFormat
  /// Where the terminal form goes. JSON always goes to standard output.
  let stream: StandardStreams

  /// Writes all diagnostics, then how many there are.
  ///
  /// - Throws: an exit with status 74 when they can't be written.
  func write(_ diagnostics: [Diagnostic], sources: [String: SourceFile]) throws {
    let isWritten: Bool
    switch format {
    case .json:
      isWritten = StandardStreams.output.write(
        try JSONFormatter().format(diagnostics, sources: sources))
    case .terminal:
      let formatter = TerminalFormatter(usesColour: stream.usesColour, width: stream.width)
      var text = formatter.format(diagnostics, sources: sources)
      if let summary = formatter.summary(diagnostics) { text += summary + "\n" }
      isWritten = stream.write(text)
    }
    if !isWritten { try ExitStatus.inputOutput.leave() }
  }
}
