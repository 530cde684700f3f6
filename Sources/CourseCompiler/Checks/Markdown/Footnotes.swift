internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Compares footnotes as they are typed with those that Markdown knows.
///
/// Markdown leaves a mark without its footnote as text, and drops footnotes that nobody refers to
/// and second ones of the same name.
struct Footnotes {
  private let file: CheckedFile
  /// Lines on which a footnote that pages show begins, and its name.
  private var lines: [Int: String] = [:]
  /// Where each name was given first.
  private var known: [String: SourceRange] = [:]

  init(_ file: CheckedFile) {
    self.file = file
    for footnote in file.markup.footnotes {
      let start = file.range(of: footnote.definition).lower
      let name = Self.name(file.markup.string(file.markup.nodes[footnote.definition].text))
      lines[file.lineStart(start)] = name
    }
  }

  /// What is wrong with `[^name]` in a range, asked in the order of the file.
  mutating func check(_ range: Range<Int>, _ leaves: SourceLeaves) -> [Diagnostic] {
    let label = String(decoding: file.bytes[range.dropFirst(2).dropLast()], as: UTF8.self)
    let place = SourceRange(range.lowerBound, range.upperBound)
    switch leaves.kind(at: range.lowerBound) {
    case .text:
      return [
        file.problem(
          .footnoteNotDefined, place, "There is no footnote `\(label)`.",
          help: "Write its text on a line of its own: `[^\(label)]: …`, with an empty line before.")
      ]
    case nil where isDefinition(range): return define(label, place)
    case .document, .paragraph, .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock,
      .thematicBreak, .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition,
      .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link,
      .image, .footnoteReference, nil:
      return []
    }
  }

  private mutating func define(_ label: String, _ place: SourceRange) -> [Diagnostic] {
    let name = Self.name(label)
    if let first = known[name] {
      return [
        file.problem(
          .footnoteTwice, place,
          "The footnote `\(label)` is given twice; learners would get only the first.",
          help: "Give one of them another name.",
          notes: [.init("The first one.", path: file.path, range: first)])
      ]
    }
    known[name] = place
    guard lines[file.lineStart(place.lower)] == nil else { return [] }
    return [
      file.problem(
        .footnoteNotUsed, place, "No text refers to the footnote `\(label)`, so no page shows it.",
        help: "Write `[^\(label)]` where it belongs, or take it out.")
    ]
  }

  /// Whether nothing but quote marks stands before it and a colon behind.
  private func isDefinition(_ range: Range<Int>) -> Bool {
    guard range.upperBound < file.bytes.count,
      file.bytes[range.upperBound] == UInt8(ascii: ":")
    else { return false }
    var offset = range.lowerBound
    while offset > 0, file.bytes[offset - 1] != UInt8(ascii: "\n") {
      offset -= 1
      guard file.bytes[offset] <= 32 || file.bytes[offset] == UInt8(ascii: ">") else {
        return false
      }
    }
    return true
  }

  /// Names count without case.
  private static func name(_ label: String) -> String { label.lowercased() }
}
