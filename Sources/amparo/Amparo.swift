import ArgumentParser

/// The command line.
@main struct Amparo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amparo",
    abstract: "Turns training content written in Markdown into pages that work without a network.",
    discussion: """
      Content is a folder of plain text files: modules, decision trees, a glossary. Amparo reads \
      it, says what is wrong with it and where, and builds pages that open on any computer or \
      phone, from a USB stick too.

      First steps, with your texts in a folder named Content:

        amparo new toolkit my-course    begin with a small example, in the folder my-course
        cd my-course
        amparo serve                    see the pages in a browser while you write
        amparo check                    look for mistakes; nothing is written
        amparo build                    build the pages into the folder Output

      Then open Output/toolkit/index.html in a browser.

      How it ends: 0 all is well, 1 something in the content must be mended, 64 the command was \
      not understood, 74 a file could not be read or written.
      """,
    version: "amparo \(Amparo.version)",
    subcommands: [
      CheckCommand.self, BuildCommand.self, ServeCommand.self, NewCommand.self,
      ValidateCommand.self, ExplainCommand.self, LanguagesCommand.self, TranslatedCommand.self,
      InterfaceCommand.self,
    ])

  /// The version of this program.
  static let version = "0.1.0"

  static func main() async {
    StandardStreams.prepare()
    refuseUnknownCommand(CommandLine.arguments.dropFirst().first)
    do {
      var command = try await asyncParseAsRoot(nil)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  /// Ends the program as the parser does, but notices when help, the version or a completion script
  /// can't be written.
  private static func leave(with error: any Error) -> Never {
    guard exitCode(for: error) == .success else { exit(withError: error) }
    do {
      let text = fullMessage(for: error)
      try StandardStreams.output.deliver(text.isEmpty ? "" : text + "\n")
    } catch {
      exit(withError: error)
    }
    exit()
  }

  /// Says which command may be meant; the parser would only call the word unexpected.
  private static func refuseUnknownCommand(_ word: String?) {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !known.contains(word) else { return }
    exit(withError: ValidationError(Unknown.message("command", word, known: known)))
  }
}
