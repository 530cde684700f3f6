import Glibc

/// Finds output folders that lie in the content they are made from.
public enum FolderNesting {
  /// Why an output folder can't be used for a content folder; nil when it can.
  ///
  /// Inside the content, the next build would read what this one wrote.
  public static func problem(output: String, content: String) -> OutputError? {
    guard let content = resolved(content), let output = deepestFolder(of: output) else {
      return nil
    }
    guard output == content || output.hasPrefix(content == "/" ? content : content + "/") else {
      return nil
    }
    return OutputError(
      output,
      "The output folder lies in the content folder; the next build would read it as content.",
      help: "Choose a folder beside it: `--output path/to/folder`.")
  }

  /// The real path of the deepest folder on a path that exists already.
  private static func deepestFolder(of path: String) -> String? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while !parts.isEmpty {
      let part = parts.joined(separator: "/")
      if let found = resolved(part.isEmpty ? "/" : part) { return found }
      parts.removeLast()
    }
    return resolved(".")
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
