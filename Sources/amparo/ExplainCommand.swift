import ArgumentParser
import DiagnosticTexts
import Diagnostics

/// `amparo explain`: what a code means, at length.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a code means and how to mend it.",
    discussion: """
      Without a code it lists all of them.

      Examples:

        amparo explain AMP0405
        amparo explain 405 502        several; small letters and the number alone will do
        amparo explain | grep -i link
      """)

  @Argument(
    help: ArgumentHelp("The code of a message, as in `AMP0405`.", valueName: "code"),
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var codes: [String] = []

  func validate() throws {
    for code in codes where DiagnosticCode(typed: code) == nil {
      let help = DiagnosticCode.nearest(to: code).map { " Did you mean `\($0.rawValue)`?" } ?? ""
      throw ValidationError(
        "There is no code `\(code)`.\(help) `amparo explain` lists all codes.")
    }
  }

  func run() throws {
    let formatter = ExplanationFormatter(width: StandardStreams.output.width)
    let chosen = codes.compactMap { DiagnosticCode(typed: $0) }
      .compactMap { DiagnosticTexts.explanation(of: $0) }
    let text =
      codes.isEmpty
      ? formatter.list(DiagnosticTexts.all)
      : chosen.map { formatter.format($0) }.joined(separator: "\n")
    try StandardStreams.output.deliver(text)
  }
}
