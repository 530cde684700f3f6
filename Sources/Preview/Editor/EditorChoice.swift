import Glibc

/// Which editor the preview opens files in.
public enum EditorChoice: Sendable, Equatable {
  /// This one.
  case editor(EditorCommand)
  /// None; the reason is for the person at the terminal, nil when nobody named one.
  case none(because: String?)

  /// Chooses from what the person named: an option of the command line, then the environment.
  ///
  /// A terminal editor in `EDITOR` is ordinary and no mistake, so the next one is tried. An editor
  /// that isn't installed is passed over in the same way.
  /// - Parameters:
  ///   - option: what stands behind `--editor`.
  ///   - environment: `AMPARO_EDITOR`, `VISUAL` and `EDITOR` count, in that order.
  ///   - exists: whether a program can be started.
  /// - Throws: what is wrong with the option; the person asked for exactly that one.
  public static func choose(
    option: String?, environment: [String: String], exists: (String) -> Bool = isProgram
  ) throws(EditorCommand.Problem) -> EditorChoice {
    if let option {
      let command = try EditorCommand(option)
      guard exists(command.program) else { throw .notFound(command.program) }
      return .editor(command)
    }
    var reason: String?
    for name in ["AMPARO_EDITOR", "VISUAL", "EDITOR"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      do throws(EditorCommand.Problem) {
        let command = try EditorCommand(value)
        guard exists(command.program) else { throw .notFound(command.program) }
        return .editor(command)
      } catch {
        reason = reason ?? "\(name): \(error.sentence)"
      }
    }
    return .none(because: reason)
  }

  /// Whether a program can be started: a path, or a name on the PATH.
  public static func isProgram(_ program: String) -> Bool { path(of: program) != nil }

  /// The path of a program; nil when there is none that may be run.
  static func path(of program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    guard let search = getenv("PATH") else { return nil }
    for folder in String(cString: search).split(separator: ":") {
      let path = "\(folder)/\(program)"
      if access(path, X_OK) == 0 { return path }
    }
    return nil
  }
}

extension EditorCommand.Problem {
  /// What is wrong, and what to do about it.
  public var sentence: String {
    switch self {
    case .empty: "No editor is named."
    case .needsTerminal(let name):
      "\(name) works inside a terminal, so the preview can't open a window for it. Name an editor "
        + "with a window of its own, for example `--editor code`. Without one, the preview shows "
        + "file and line to copy."
    case .notFound(let name):
      "There is no program `\(name)`. Check the name, or give its whole path."
    }
  }
}
