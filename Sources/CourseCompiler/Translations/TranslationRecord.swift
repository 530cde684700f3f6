internal import Diagnostics

/// What a translation was made from: for each part, the digest of the original's words.
///
/// A committed file beside the translation, `ar.source.tsv` beside `ar.md`: one line per part, its
/// key, a tab, the digest. It is written by `amparo translated` only. A bad line never stops a
/// build: its part counts as not recorded.
struct TranslationRecord {
  /// A line.
  struct Entry {
    let digest: String
    let range: SourceRange
  }

  /// Lines by the key of their part.
  private(set) var entries: [String: Entry] = [:]

  /// The name of the record beside a translation.
  static func path(for translation: String) -> String? {
    translation.withoutSuffix(".md").map { $0 + suffix }
  }
  static let suffix = ".source.tsv"

  private static let heading = """
    # Which words of the original each part was translated from.
    # Written by `amparo translated`; keep it with the translation.

    """

  /// The file's text, sorted by key, so that two people's changes rarely meet.
  static func text(_ digests: [String: String]) -> String {
    heading
      + digests.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
  }

  /// Reads a record; every line stands for itself.
  static func read(_ source: SourceFile) -> (TranslationRecord, [Diagnostic]) {
    var record = TranslationRecord()
    var bad: [SourceRange] = []
    var conflict: SourceRange?
    var torn: Set<String> = []
    var start = 0
    for line in source.bytes.split(separator: 10, omittingEmptySubsequences: false) {
      let range = SourceRange(start, start + line.count)
      start += line.count + 1
      let text = String(decoding: line, as: UTF8.self).trimmingLineEnds
      if text.isEmpty || text.hasPrefix("#") { continue }
      if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: text.hasPrefix) {
        conflict = conflict ?? range
        continue
      }
      guard let (key, digest) = fields(of: text) else {
        bad.append(range)
        continue
      }
      if let known = record.entries[key], known.digest != digest { torn.insert(key) }
      record.entries[key] = Entry(digest: digest, range: range)
    }
    // Two lines that disagree say nothing about either.
    for key in torn { record.entries[key] = nil }
    return (record, problems(bad, conflict: conflict, torn: torn, path: source.path))
  }

  private static func fields(of line: String) -> (key: String, digest: String)? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 2, let key = fields.first, let digest = fields.last,
      !key.isEmpty, key.utf8.count <= 400, digest.utf8.count == SourceDigest.length,
      digest.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    return (String(key), String(digest))
  }

  private static func problems(
    _ bad: [SourceRange], conflict: SourceRange?, torn: Set<String>, path: String
  ) -> [Diagnostic] {
    let help = "Run `amparo translated` for this translation; it writes the file anew."
    var diagnostics: [Diagnostic] = []
    if let conflict {
      diagnostics.append(
        Diagnostic(
          .translationRecordUnreadable, path: path, range: conflict,
          "This file holds marks of a merge that was not finished. Both sides are read; where they "
            + "disagree, the part counts as not recorded.",
          help: help))
    } else if let key = torn.min() {
      diagnostics.append(
        Diagnostic(
          .translationRecordUnreadable, path: path,
          "`\(key)` stands here twice with different digests, so it counts as not recorded.",
          help: help))
    }
    if let first = bad.first {
      let count = bad.count == 1 ? "This line is" : "\(bad.count) lines, from this one on, are"
      diagnostics.append(
        Diagnostic(
          .translationRecordUnreadable, path: path, range: first,
          "\(count) not of the form key, tab, digest, and left out.", help: help))
    }
    return diagnostics
  }
}

extension String {
  /// Without a byte order mark in front and white space behind.
  fileprivate var trimmingLineEnds: String {
    var text = self[...]
    while let first = text.unicodeScalars.first, first == "\u{FEFF}" {
      text = text.dropFirst()
    }
    while let last = text.last, last == "\r" || last == " " { text = text.dropLast() }
    return String(text)
  }
}
