/// The author's text editor, as a program with its arguments.
public struct EditorCommand: Sendable, Equatable {
  /// Why an editor can't be used.
  public enum Problem: Error, Sendable, Equatable {
    /// There is nothing in the command.
    case empty
    /// It works inside a terminal, where the preview can't open a window for it.
    case needsTerminal(String)
    /// No such program.
    case notFound(String)
  }

  /// How an editor is told the place to go to.
  private enum Form: Equatable {
    /// `--goto file:line:column`
    case goTo(String)
    /// `file:line:column`
    case colons
    /// `+line:column file`
    case plusBoth
    /// `+line file`
    case plusLine
    /// `--line n --column n file`, or other names of the two
    case options(String, String)
    /// The file only.
    case fileOnly
    /// The author wrote `{file}` and perhaps `{line}` and `{column}`.
    case places
  }

  /// The program, as it was given: a name or a path.
  public let program: String
  private let arguments: [String]
  private let form: Form

  /// The program's name without its folder, for people.
  public var name: String { program.split(separator: "/").last.map(String.init) ?? program }

  /// Reads a command: a program and perhaps arguments of it, as in `EDITOR`.
  ///
  /// Quotes group words as in a shell; nothing else of a shell is understood, and none is run.
  public init(_ command: String) throws(Problem) {
    var words = Self.words(in: command)
    guard !words.isEmpty else { throw .empty }
    program = words.removeFirst()
    arguments = words
    let name = program.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if words.contains(where: { $0.contains("{file}") }) {
      form = .places
      return
    }
    if Self.needTerminal.contains(name) || (name == "emacs" && words.contains("-nw")) {
      throw .needsTerminal(name)
    }
    form = Self.form(of: name)
  }

  /// The words that start the editor at a place; the first is the program.
  ///
  /// - Parameters:
  ///   - path: absolute, so that it never looks like an option.
  ///   - line: from 1.
  ///   - column: from 1.
  public func words(path: String, line: Int, column: Int) -> [String] {
    let place: [String] =
      switch form {
      case .goTo(let option): [option, "\(path):\(line):\(column)"]
      case .colons: ["\(path):\(line):\(column)"]
      case .plusBoth: ["+\(line):\(column)", path]
      case .plusLine: ["+\(line)", path]
      case .options(let lineName, let columnName):
        [lineName, String(line), columnName, String(column), path]
      case .fileOnly: [path]
      case .places:
        []
      }
    guard form == .places else { return [program] + arguments + place }
    return [program]
      + arguments.map { word in
        Self.fill(word, ["{file}": path, "{line}": String(line), "{column}": String(column)])
      }
  }

  private static func form(of name: String) -> Form {
    switch name {
    case "code", "code-insiders", "code-oss", "codium", "vscodium", "cursor", "windsurf":
      .goTo("--goto")
    case "subl", "sublime_text", "zed", "zeditor", "zedit", "lapce", "textadept": .colons
    case "gedit", "xed", "emacs", "emacsclient": .plusBoth
    case "gvim", "mvim", "pluma", "gnome-text-editor", "neovide", "leafpad", "bbedit": .plusLine
    case "kate", "kwrite", "kdevelop", "geany", "mousepad": .options("--line", "--column")
    case "idea", "pycharm", "webstorm", "phpstorm": .options("--line", "--column")
    default: .fileOnly
    }
  }

  /// Editors that draw themselves in the terminal that they are started in.
  private static let needTerminal: Set<String> = [
    "vi", "vim", "nvim", "view", "ex", "ed", "nano", "pico", "micro", "hx", "helix", "kak", "joe",
    "jmacs", "jed", "ne", "mcedit", "mg", "zile", "less", "more", "vis", "tilde", "dte", "ee",
    "editor", "sensible-editor", "select-editor",
  ]

  /// Cuts a command into words at white space; quotes and backslashes keep it together.
  static func words(in command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in command {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote != nil {
        word = (word ?? "") + String(character)
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// Fills places in one go, so that a path with braces in it is left as it is.
  private static func fill(_ word: String, _ values: [String: String]) -> String {
    var rest = word[...]
    var filled = ""
    while let start = rest.firstIndex(of: "{") {
      filled += rest[..<start]
      rest = rest[start...]
      if let (place, value) = values.first(where: { rest.hasPrefix($0.key) }) {
        filled += value
        rest = rest.dropFirst(place.count)
      } else {
        filled.append("{")
        rest = rest.dropFirst()
      }
    }
    return filled + rest
  }
}
