internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// One text, with what the checks look for gathered in one walk.
struct CheckedFile {
  let written: WrittenFile
  /// The text as it is written: links, slots and comments are still in it.
  let source: TextSource
  let nodes: NodesByKind
  /// Every heading in reading order, with the quiz it stands in.
  let headings: [PlacedHeading]
  /// Questions with options, in reading order.
  let questions: [WrittenQuestion]
  /// Its words.
  let wording: Wording
  /// What the checks of words keep to.
  let rules: WordingRules

  init(_ written: WrittenFile, _ rules: WordingRules) {
    self.written = written
    self.rules = rules
    wording = Wording(written, limit: rules.sentenceLimit(TextLanguage(written.language)))
    source = TextSource(unresolved: written.outline, language: written.language)
    nodes = NodesByKind(source.markup)
    headings = PlacedHeading.all(in: written.outline)
    questions =
      written.role == .module
      ? WrittenQuestion.all(headings, in: source, like: written.original) : []
  }

  var path: String { written.path }
  var markup: Markup { source.markup }
  var bytes: [UInt8] { source.document.source.bytes }

  /// Addresses of links to terms and guidance: `glossary:consent`.
  var cited: [String] {
    nodes.links.compactMap { link in
      let address = markup.utf8(markup.nodes[link].text)
      return address.starts(with: "glossary:".utf8) || address.starts(with: "guidance:".utf8)
        ? String(decoding: address, as: UTF8.self) : nil
    }
  }

  /// Where a node stands.
  func range(of node: Markup.NodeID) -> SourceRange { source.range(of: node) }

  /// A diagnostic about this file.
  func problem(
    _ code: DiagnosticCode, _ range: SourceRange, _ message: String, help: String? = nil,
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      code, path: path, range: range, message, help: help, notes: notes, fixes: fixes)
  }

  /// The first byte of the line that holds an offset.
  func lineStart(_ offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: "\r")
    {
      start -= 1
    }
    return start
  }
}

extension TextSource {
  /// A text before anybody asked what its links stand for.
  convenience init(unresolved outline: Outline, language: Language) {
    self.init(
      outline: outline, text: ResolvedText(markup: outline.document.markup), stepMinutes: [:],
      credits: [:], language: language)
  }
}

/// Nodes of the kinds that checks begin at, in document order.
struct NodesByKind {
  private(set) var headings: [Markup.NodeID] = []
  private(set) var lists: [Markup.NodeID] = []
  private(set) var tables: [Markup.NodeID] = []
  private(set) var links: [Markup.NodeID] = []
  private(set) var images: [Markup.NodeID] = []

  init(_ markup: Markup) {
    for (id, node) in markup.nodes.enumerated() {
      switch node.kind {
      case .heading: headings.append(id)
      case .list: lists.append(id)
      case .table: tables.append(id)
      case .link: links.append(id)
      case .image: images.append(id)
      case .document, .paragraph, .blockQuote, .item, .codeBlock, .htmlBlock, .thematicBreak,
        .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .text, .softBreak, .lineBreak,
        .code, .htmlInline, .emphasis, .strong, .strikethrough, .footnoteReference:
        break
      }
    }
  }
}

/// A heading with what it stands in.
struct PlacedHeading {
  let heading: Heading
  /// What its braces say it is; nil for an ordinary heading.
  let kind: HeadingKind?
  /// Whether it is a quiz, a test or a bank of questions.
  let holdsQuestions: Bool
  /// The quiz, test or bank around it, as an index into the headings of the file.
  let quiz: Int?

  private init(_ heading: Heading, quiz: Int?) {
    self.heading = heading
    self.quiz = quiz
    let classes = heading.attributes?.classes ?? []
    kind = classes.lazy.compactMap { HeadingKind(word: $0.text) }.first
    holdsQuestions = classes.contains { word in
      ["quiz", "bank", "pre-test", "post-test"].contains(word.text)
    }
  }

  /// All headings of a file in reading order.
  static func all(in outline: Outline) -> [PlacedHeading] {
    var open = outline.headings.reversed().map { (heading: $0, quiz: Int?.none) }
    var result: [PlacedHeading] = []
    while let (heading, quiz) = open.popLast() {
      let placed = PlacedHeading(heading, quiz: quiz)
      result.append(placed)
      let inside = placed.holdsQuestions ? result.count - 1 : quiz
      for inner in heading.headings.reversed() { open.append((inner, inside)) }
    }
    return result
  }
}
