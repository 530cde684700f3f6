extension Phrase {
  /// Phrases of every language but Spanish, in which TODO means "everything".
  static let anywhere: [(String, Matter)] = [
    ("TODO", .placeholder), ("TBD", .placeholder), ("TBC", .placeholder), ("TBA", .placeholder),
    ("FIXME", .placeholder), ("XXX*", .placeholder), ("lorem ipsum", .placeholder),
  ]

  /// Terms with one better term and one source.
  static func terms(
    _ source: TermSource, _ pairs: [(String, String)]
  ) -> [(String, Matter)] {
    pairs.map { ($0.0, .term(better: $0.1, source: source)) }
  }

  /// Phrases with one meaning.
  static func all(_ matter: Matter, _ phrases: [String]) -> [(String, Matter)] {
    phrases.map { ($0, matter) }
  }
}
