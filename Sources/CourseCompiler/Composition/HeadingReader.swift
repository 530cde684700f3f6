internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Reads the braces behind a heading and says what is wrong with them.
struct HeadingReader {
  /// Path of the file the heading stands in.
  let path: String
  private(set) var findings = Findings()

  init(path: String) { self.path = path }

  /// The kind that a heading's classes name; nil when it is an ordinary heading.
  mutating func kind(of heading: Heading) -> HeadingKind? {
    guard let attributes = heading.attributes else { return nil }
    var kind: HeadingKind?
    var flags: [Word] = []
    for word in attributes.classes {
      if HeadingKind.flags.contains(word.text) {
        flags.append(word)
      } else if let named = HeadingKind(word: word.text) {
        if kind != nil {
          findings.add(
            Diagnostic(
              .unknownKind, path: path, range: word.range,
              "A heading has one kind; `.\(word.text)` is a second one.",
              help: "Keep one of them."))
        } else {
          kind = named
        }
      } else {
        findings.add(
          Diagnostic(
            .unknownKind, path: path, range: word.range, "There is no kind `.\(word.text)`.",
            help: TranslatedWords.original(of: word.text).map {
              "Kinds are the same words in every language. Did you mean `.\($0)`?"
            }
              ?? Suggestion.help(
                for: word.text, in: HeadingKind.allWords + HeadingKind.flags.sorted())))
      }
    }
    checkFlags(flags, kind)
    checkKeys(of: attributes, kind)
    return kind
  }

  private mutating func checkFlags(_ flags: [Word], _ kind: HeadingKind?) {
    switch kind {
    case .question, .later: return
    case .outcomes, .session, .quiz, .callout, .treeNode, nil: break
    }
    for flag in flags {
      findings.add(
        Diagnostic(
          .unknownKind, path: path, range: flag.range,
          "`.\(flag.text)` means something on questions only.",
          help: "Add the kind of the question: `.single`, `.multiple` or `.true-false`."))
    }
  }

  private mutating func checkKeys(of attributes: Attributes, _ kind: HeadingKind?) {
    guard !attributes.pairs.isEmpty else { return }
    for (index, pair) in attributes.pairs.enumerated()
    where attributes.pairs[..<index].contains(where: {
      // `group=4-6` is the size of a group, `group=large` a variant.
      $0.key.text == pair.key.text && ($0.variantMark == nil) == (pair.variantMark == nil)
    }) {
      findings.add(
        Diagnostic(
          .duplicateKey, path: path, range: pair.key.range,
          "`\(pair.key.text)=` stands here twice; only one value can hold.",
          help: "Take one of them out."))
    }
    let keys = kind?.keys ?? []
    for pair in attributes.pairs
    where !keys.contains(pair.key.text) && VariantKey(rawValue: pair.key.text) == nil {
      findings.add(
        Diagnostic(
          .unknownAttribute, path: path, range: pair.key.range,
          "`\(pair.key.text)=` means nothing on this heading.",
          help: Suggestion.help(
            for: pair.key.text, in: keys + VariantKey.allCases.map(\.rawValue))
            ?? (kind == nil ? "Say what the heading is first, for example `.group-work`." : nil)))
    }
  }

  /// Whether a translation's braces agree with the original's.
  mutating func check(
    _ translated: Heading, against original: Heading, in source: TextSource
  ) {
    guard let attributes = translated.attributes else { return }
    let note = source.note(original.node)
    for word in attributes.classes
    where !(original.attributes?.has(word.text) ?? false) {
      differs(".\(word.text)", word.range, note)
    }
    // Variants are compared where a translation gets them.
    for pair in attributes.pairs where pair.variantMark == nil {
      guard original.attributes?[pair.key.text]?.text != pair.value.text else { continue }
      differs("\(pair.key.text)=\(pair.value.text)", pair.key.range, note)
    }
  }

  private mutating func differs(
    _ what: String, _ range: SourceRange, _ note: Diagnostic.Note
  ) {
    findings.add(
      Diagnostic(
        .translationDiffers, path: path, range: range, "`\(what)` isn't on the original heading.",
        help: "A translation needs only the id; everything else is taken from the original.",
        notes: [note]))
  }
}
