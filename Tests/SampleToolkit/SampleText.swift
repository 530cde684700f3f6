public import CourseModel
public import MarkupTree

/// Marked text for samples, written as Swift values.
public indirect enum SampleInline: ExpressibleByStringInterpolation {
  case text(String)
  case strong([SampleInline])
  case emphasis([SampleInline])
  case strikethrough([SampleInline])
  case code(String)
  case link(Reference, [SampleInline])
  case image(Reference, String)
  case html(String)
  case softBreak, lineBreak
  /// A mark that leads to a footnote, with the footnote's text.
  case footnote([SampleInline])

  /// Plain text.
  public init(stringLiteral value: String) { self = .text(value) }
}

/// Paragraphs, lists and the like for samples.
public indirect enum SampleText {
  case paragraph([SampleInline])
  case heading(UInt8, [SampleInline])
  case bullets([[SampleText]])
  case numbers(from: Int, [[SampleText]])
  case tasks([(ticked: Bool, text: [SampleInline])])
  case quote([SampleText])
  case code(String)
  case html(String)
  case rule
  case table(alignments: [Markup.Alignment], rows: [[[SampleInline]]])
}

/// Lays sample text out in an arena.
public struct SampleProse {
  private var markup = Markup()
  private var references: [Markup.NodeID: Reference] = [:]
  private var notes: [(reference: Int, text: [SampleInline])] = []

  /// Text with paragraphs and lists.
  public static func blocks(_ texts: [SampleText]) -> Prose {
    var builder = SampleProse()
    for text in texts { builder.add(text, parent: 0, tight: false) }
    return builder.finished()
  }

  /// Text of one line.
  public static func line(_ inlines: [SampleInline]) -> Prose {
    var builder = SampleProse()
    for inline in inlines { builder.add(inline, parent: 0) }
    return builder.finished()
  }

  private mutating func finished() -> Prose {
    let end = markup.nodes.count
    for (number, note) in notes.enumerated() {
      let id = open(.footnoteDefinition, parent: 0)
      markup.nodes[id].detail = Int32(number + 1)
      let paragraph = open(.paragraph, parent: id)
      for inline in note.text { add(inline, parent: paragraph) }
      close(paragraph)
      close(id)
      markup.footnotes.append(.init(definition: id, referenceCount: 1))
      markup.footnoteReferences[note.reference] = .init(
        number: number + 1, occurrence: 1, definition: id)
    }
    close(Markup.root)
    return Prose(ResolvedText(markup: markup, references: references), nodes: 1..<end)
  }

  private mutating func open(
    _ kind: Markup.Kind, parent: Markup.NodeID, text: String = "", flags: Markup.Flags = []
  ) -> Markup.NodeID {
    let start = markup.bytes.count
    markup.bytes += Array(text.utf8)
    let id = markup.nodes.count
    markup.nodes.append(
      .init(
        kind: kind, flags: flags, end: Int32(id + 1), parent: Int32(parent),
        text: text.isEmpty ? .empty : .init(start, markup.bytes.count)))
    return id
  }

  private mutating func close(_ id: Markup.NodeID) {
    markup.nodes[id].end = Int32(markup.nodes.count)
  }

  private mutating func add(
    _ kind: Markup.Kind, _ inlines: [SampleInline], parent: Markup.NodeID
  ) {
    let id = open(kind, parent: parent)
    for inline in inlines { add(inline, parent: id) }
    close(id)
  }

  private mutating func add(_ inline: SampleInline, parent: Markup.NodeID) {
    switch inline {
    case .text(let text): _ = open(.text, parent: parent, text: text)
    case .strong(let inlines): add(.strong, inlines, parent: parent)
    case .emphasis(let inlines): add(.emphasis, inlines, parent: parent)
    case .strikethrough(let inlines): add(.strikethrough, inlines, parent: parent)
    case .code(let text): _ = open(.code, parent: parent, text: text)
    case .html(let text): _ = open(.htmlInline, parent: parent, text: text)
    case .softBreak: _ = open(.softBreak, parent: parent)
    case .lineBreak: _ = open(.lineBreak, parent: parent)
    case .link(let reference, let inlines):
      references[markup.nodes.count] = reference
      add(.link, inlines, parent: parent)
    case .image(let reference, let alternative):
      references[markup.nodes.count] = reference
      add(.image, [.text(alternative)], parent: parent)
    case .footnote(let text):
      let id = open(.footnoteReference, parent: parent)
      markup.nodes[id].detail = Int32(markup.footnoteReferences.count)
      notes.append((markup.footnoteReferences.count, text))
      markup.footnoteReferences.append(.init(number: 0, occurrence: 1, definition: 0))
    }
  }

  private mutating func add(_ text: SampleText, parent: Markup.NodeID, tight: Bool) {
    switch text {
    case .paragraph(let inlines): add(.paragraph, inlines, parent: parent)
    case .heading(let level, let inlines):
      let id = markup.nodes.count
      add(.heading, inlines, parent: parent)
      markup.nodes[id].level = level
    case .bullets(let items): addList(items, flags: .tight, from: 0, parent: parent)
    case .numbers(let first, let items):
      addList(items, flags: [.tight, .ordered], from: first, parent: parent)
    case .tasks(let tasks):
      let list = open(.list, parent: parent, flags: .tight)
      for task in tasks {
        let item = open(.item, parent: list, flags: task.ticked ? [.task, .ticked] : .task)
        add(.paragraph, task.text, parent: item)
        close(item)
      }
      close(list)
    case .quote(let texts):
      let id = open(.blockQuote, parent: parent)
      for text in texts { add(text, parent: id, tight: false) }
      close(id)
    case .code(let text): _ = open(.codeBlock, parent: parent, text: text, flags: .fenced)
    case .html(let text): _ = open(.htmlBlock, parent: parent, text: text)
    case .rule: _ = open(.thematicBreak, parent: parent)
    case .table(let alignments, let rows): addTable(alignments, rows, parent: parent)
    }
  }

  private mutating func addList(
    _ items: [[SampleText]], flags: Markup.Flags, from first: Int, parent: Markup.NodeID
  ) {
    let list = open(.list, parent: parent, flags: flags)
    markup.nodes[list].detail = Int32(first)
    for texts in items {
      let item = open(.item, parent: list)
      for text in texts { add(text, parent: item, tight: true) }
      close(item)
    }
    close(list)
  }

  private mutating func addTable(
    _ alignments: [Markup.Alignment], _ rows: [[[SampleInline]]], parent: Markup.NodeID
  ) {
    let table = open(.table, parent: parent)
    markup.nodes[table].detail = Int32(markup.alignments.count)
    markup.alignments += alignments
    for (index, cells) in rows.enumerated() {
      let row = open(index == 0 ? .tableHeader : .tableRow, parent: table)
      for (column, inlines) in cells.enumerated() {
        let cell = markup.nodes.count
        add(.tableCell, inlines, parent: row)
        markup.nodes[cell].detail = Int32(column)
      }
      close(row)
    }
    close(table)
  }
}

extension Prose: ExpressibleByUnicodeScalarLiteral {}
extension Prose: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Prose: ExpressibleByStringInterpolation {
  /// Plain text as prose, for samples.
  public init(stringLiteral value: String) { self = SampleProse.line([.text(value)]) }
}

extension Block {
  /// A paragraph of plain text.
  public static func text(_ text: String) -> Block {
    .prose(SampleProse.blocks([.paragraph([.text(text)])]))
  }
  /// A callout with one paragraph.
  public static func note(
    _ kind: Callout.Kind, title: Prose? = nil, anchor: Anchor? = nil, situation: String? = nil,
    _ blocks: [Block]
  ) -> Block {
    .callout(
      Callout(kind: kind, title: title, anchor: anchor, situation: situation, blocks: blocks))
  }
}
