internal import Diagnostics

/// What keeps a file's front matter from being read.
private let unreadable: Set<DiagnosticCode> = [
  .invalidYAML, .frontMatterNotClosed, .yamlAlias, .wrongEncoding, .fileTooLarge,
]

extension [Diagnostic] {
  /// Without what only follows from something else that is said: keys reported as missing in files
  /// whose YAML couldn't be read, and whatever a name with look-alike letters gives rise to.
  var withoutConsequences: [Diagnostic] {
    let unread = Set(
      filter { unreadable.contains($0.code) }.map(\.path))
    let mixed = Dictionary(grouping: filter { $0.code == .lookAlikeInMark }, by: \.path)
      .mapValues { $0.compactMap(\.range) }
    return filter { diagnostic in
      if diagnostic.code == .missingKey { return !unread.contains(diagnostic.path) }
      return diagnostic.code == .lookAlikeInMark
        || !diagnostic.stands(in: mixed[diagnostic.path] ?? [])
    }
  }
}

extension Diagnostic {
  /// Whether it is about one of these places.
  fileprivate func stands(in places: [SourceRange]) -> Bool {
    guard !places.isEmpty, let range else { return false }
    return places.contains { $0.lower < range.upper && range.lower < $0.upper }
  }
}
