internal import Diagnostics

/// What keeps a file's front matter from being read.
private let unreadable: Set<DiagnosticCode> = [
  .invalidYAML, .frontMatterNotClosed, .yamlAlias, .wrongEncoding, .fileTooLarge,
]

extension [Diagnostic] {
  /// Without keys reported as missing in files whose YAML couldn't be read: they may well be there.
  var withoutConsequences: [Diagnostic] {
    let unread = Set(
      filter { unreadable.contains($0.code) }.map(\.path))
    return filter { $0.code != .missingKey || !unread.contains($0.path) }
  }
}
