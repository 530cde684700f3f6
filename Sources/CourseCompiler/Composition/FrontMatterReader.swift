internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// The front matter of a module or a tree, read but not resolved.
struct FileHeader {
  let title: String?
  let minutes: Int?
  let prerequisites: [Word]
  let guidance: [Word]
  let contentWarning: String?
  let version: String?
  let review: Module.Review?

  /// Reads the front matter of a file and of its translation.
  static func read(
    _ file: PairedFile
  ) -> (original: FileHeader, translated: FileHeader?, diagnostics: [Diagnostic]) {
    let (original, problems) = read(file.original.document, expectedID: file.file.text)
    guard let translation = file.translation else { return (original, nil, problems) }
    let (translated, others) = read(translation.document, expectedID: file.file.text)
    return (original, translated, problems + others)
  }

  /// Reads a file's front matter; its id must be the one that the folder's name says.
  private static func read(
    _ document: MarkdownDocument, expectedID: String
  ) -> (FileHeader, [Diagnostic]) {
    let path = document.source.path
    guard let front = document.frontMatter else {
      let problem = Diagnostic(
        .missingKey, path: path, range: SourceRange(0, 0),
        "This file has no front matter, so it has no title.",
        help: "Begin it with three lines: `---`, `title: …`, `---`.")
      return (FileHeader(), [problem])
    }
    var reader = FieldReader(
      front.entries, path: path, range: SourceRange(front.range.lower, front.range.lower))
    let id = reader.text("id", required: true)
    if let id, id.text != expectedID {
      reader.wrong("id", .scalar(id, quoted: false), "`\(expectedID)`, as the folder is called")
    }
    if let title = reader.value("title"), title.string?.utf8.contains(UInt8(ascii: "{")) ?? false,
      title.string?.contains("{{") ?? false
    {
      reader.wrong("title", title, "a text without slots")
    }
    let header = FileHeader(
      title: reader.text("title", required: true)?.text,
      minutes: reader.integer("minutes", in: 1...6000),
      prerequisites: reader.texts("prerequisites"), guidance: reader.texts("guidance"),
      contentWarning: reader.text("content-warning")?.text, version: reader.text("version")?.text,
      review: readReview(&reader))
    _ = reader.texts("outcomes")
    return (header, reader.finish())
  }

  /// Guidance and prerequisites that don't exist.
  func unknownReferences(in file: PairedFile, index: IDIndex) -> [Diagnostic] {
    let path = file.original.path
    func unknown(_ message: String, _ word: Word, _ known: some Sequence<String>) -> Diagnostic {
      Diagnostic(
        .unknownTarget, path: path, range: word.range, message,
        help: Suggestion.help(for: word.text, in: known))
    }
    let cited = guidance.filter { !index.guidance.contains($0.text) }.map { word in
      unknown("The guidance register has no entry `\(word.text)`.", word, index.guidance.keys)
    }
    let itself = prerequisites.filter { $0.text == file.file.text }.map { word in
      Diagnostic(
        .wrongValue, path: path, range: word.range,
        "A module can't be its own prerequisite.", help: "Take `\(word.text)` out.")
    }
    let needed = prerequisites.filter { index.modules[$0.text] == nil }.map { word in
      unknown("There is no module `\(word.text)`.", word, index.modules.keys)
    }
    return cited + itself + needed
  }

  private init() {
    self.init(
      title: nil, minutes: nil, prerequisites: [], guidance: [], contentWarning: nil,
      version: nil, review: nil)
  }

  private init(
    title: String?, minutes: Int?, prerequisites: [Word], guidance: [Word],
    contentWarning: String?, version: String?, review: Module.Review?
  ) {
    self.title = title
    self.minutes = minutes
    self.prerequisites = prerequisites
    self.guidance = guidance
    self.contentWarning = contentWarning
    self.version = version
    self.review = review
  }

  /// `review: reviewed`, or `review: { status: reviewed, date: 2026-03-01 }`.
  private static func readReview(_ reader: inout FieldReader) -> Module.Review? {
    guard let value = reader.value("review") else { return nil }
    switch value {
    case .scalar(let word, _): return .init(status: word.text, date: nil)
    case .list:
      reader.wrong("review", value, "a word, or `status` and `date`")
      return nil
    case .map(let entries, _):
      let fields = Dictionary(
        entries.map { ($0.key.text, $0.value.string ?? "") },
        uniquingKeysWith: { first, _ in first })
      guard let status = fields["status"], !status.isEmpty else {
        reader.wrong("review", value, "a word, or `status` and `date`")
        return nil
      }
      return .init(status: status, date: fields["date"])
    }
  }
}
