internal import Diagnostics

extension [Diagnostic] {
  /// These, or that a file is empty when nothing else is wrong with it.
  func orEmpty(_ source: SourceFile) -> [Diagnostic] {
    isEmpty ? [.empty(source.path)] : self
  }
}

extension Diagnostic {
  /// A file that holds nothing.
  static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      .emptyFile, path: path, "This file is empty.",
      help: "Write it, or take it out. Perhaps a copy was cut short?")
  }
}
