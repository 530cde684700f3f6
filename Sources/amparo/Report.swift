import ArgumentParser
import DiagnosticTexts
import Diagnostics

/// How diagnostics are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case terminal, short, json, sarif

  /// What may stand behind `--format`.
  static var names: [String] { allCases.map(\.rawValue) }

  /// Whether standard output holds one document and nothing else.
  var isForPrograms: Bool {
    switch self {
    case .terminal, .short: false
    case .json, .sarif: true
    }
  }
}

/// Writes the diagnostics of a run.
struct Report {
  let format: ReportFormat
  /// Where the forms for people go. Those for programs always go to standard output.
  let stream: StandardStreams
  /// The content folder as the person gave it.
  let folder: String

  /// Writes all diagnostics, then how many there are.
  ///
  /// - Throws: an exit with status 74 when they can't be written.
  func write(_ diagnostics: [Diagnostic], sources: [String: SourceFile]) throws {
    switch format {
    case .json:
      try StandardStreams.output.deliver(JSONFormatter().format(diagnostics, sources: sources))
    case .sarif:
      try StandardStreams.output.deliver(
        SARIFFormatter(
          explanations: DiagnosticTexts.all, version: Amparo.version, folder: folder
        ).format(diagnostics, sources: sources))
    case .short:
      try stream.deliver(ShortFormatter(folder: folder).format(diagnostics, sources: sources))
    case .terminal:
      try stream.deliver(terminalText(diagnostics, sources: sources))
    }
  }

  private func terminalText(
    _ diagnostics: [Diagnostic], sources: [String: SourceFile]
  ) -> String {
    let formatter = TerminalFormatter(usesColour: stream.usesColour, width: stream.width)
    var text = formatter.format(diagnostics, sources: sources)
    if let summary = formatter.summary(diagnostics) { text += summary + "\n" }
    if let footer = formatter.footer(diagnostics) { text += footer + "\n" }
    return text
  }
}
