import ArgumentParser
import CourseCompiler
import CourseModel
import Diagnostics
import Disk

/// `amparo interface`: prints the words around the texts, as YAML to begin with.
struct InterfaceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interface",
    abstract: "Prints the words of buttons and labels in a language. Writes nothing.",
    discussion: """
      Texts are printed as they are now, your own changes included. Put what you want to change \
      into Content/interface/, in a file named after the language, and leave the rest out. For a \
      language that Amparo doesn't know yet the texts are English: translate all of them.

      Examples:

        amparo interface fr
        amparo interface sw > Content/interface/sw.yml
      """)

  @Argument(help: "The language, as in `fr`.")
  var language: String

  @Option(help: ArgumentHelp("The folder with your texts.", valueName: "folder"))
  var content = "Content"

  func run() async throws {
    let isTag = language.utf8.allSatisfy { byte in
      byte == 45 || (48...57).contains(byte) || (97...122).contains(byte | 32)
    }
    guard isTag, (2...35).contains(language.utf8.count) else {
      throw ValidationError("`\(language)` is no language tag such as `fr` or `es-MX`.")
    }
    let (texts, diagnostics, sources) = CourseCompiler.interface(
      for: Language(language), in: DiskContent(folder: content))
    guard !diagnostics.hasErrors else {
      try Report(format: .terminal, stream: .error, folder: content).write(
        diagnostics, sources: sources)
      return try ExitStatus(diagnostics).leave()
    }
    try StandardStreams.output.deliver(texts.yaml(for: Language(language)))
  }
}

extension InterfaceTexts {
  /// All texts as a file for Content/interface/.
  fileprivate func yaml(for language: Language) -> String {
    var lines = [
      "# The interface in \(language.autonym). What you leave out stays as it is built in.",
      "# Keep what stands in braces: Amparo puts numbers and names there.",
    ]
    var group = ""
    for entry in entries {
      if entry.group != group {
        group = entry.group
        lines += ["", "\(group):"]
      }
      switch entry.value {
      case .text(let text): lines.append("  \(entry.name): \(Self.quoted(text))")
      case .list(let list):
        lines.append("  \(entry.name):")
        lines += list.map { "    - \(Self.quoted($0))" }
      case .counted(let forms):
        lines.append("  \(entry.name):")
        lines += forms.sorted { $0.key < $1.key }.map {
          "    \($0.key.rawValue): \(Self.quoted($0.value))"
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text in double quotes; characters that nobody sees are written by number.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\u{A0}", "\u{200E}", "\u{200F}", "\u{202F}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
