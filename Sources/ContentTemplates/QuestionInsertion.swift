public import Diagnostics
import MarkdownSyntax
import MarkupTree

/// Where a new question goes in a module, and what it says there.
public struct QuestionInsertion: Sendable {
  /// Ids that the module uses already.
  public let usedIDs: Set<String>
  /// Whether there is a quiz that the question goes into; without one, it brings one along.
  public var hasQuiz: Bool { quiz != nil }
  /// The first outcome of the module, for the question to test.
  public let outcome: String?
  private let source: SourceFile
  private let quiz: Markup.NodeID?
  private let offset: Int

  /// Looks at a module.
  ///
  /// The place is the end of its last quiz, before the advice by result that stands there, or the end
  /// of the file.
  public init(_ source: SourceFile) {
    let (document, _) = MarkdownParser.parse(source)
    let markup = document.markup
    self.source = source
    usedIDs = Set(document.attributes.values.compactMap { $0.id?.text })
    let inOrder = document.attributes.sorted { $0.key < $1.key }
    quiz =
      inOrder.last { id, attributes in
        markup.nodes[id].kind == .heading && attributes.classes.contains { $0.text == "quiz" }
      }?.key
    let outcomes = inOrder.first { $0.value.classes.contains { $0.text == "outcomes" } }?.key
    outcome = outcomes.flatMap { start in
      inOrder.first { $0.key > start && markup.nodes[$0.key].kind == .item }?.value.id?.text
    }
    offset = quiz.map { Self.end(of: $0, in: document) } ?? source.bytes.count
  }

  /// The change that puts a question in.
  ///
  /// - Parameters:
  ///   - question: the question's Markdown, with its line end.
  ///   - tag: language of the heading of a new quiz.
  public func edit(_ question: String, tag: String) -> TextEdit {
    var text = question
    if quiz == nil {
      var id = "quiz"
      var number = 2
      while usedIDs.contains(id) {
        id = "quiz-\(number)"
        number += 1
      }
      text = ContentTemplate.quizHeading(id: id, tag: tag) + "\n" + text
    }
    let before = source.bytes[..<offset]
    if !before.isEmpty {
      let isOpen = before.last != UInt8(ascii: "\n") && before.last != UInt8(ascii: "\r")
      text = (isOpen ? "\n\n" : endsWithEmptyLine(offset) ? "" : "\n") + text
    }
    if offset < source.bytes.count { text += "\n" }
    return TextEdit(SourceRange(offset, offset), source.withLineEnds(text, at: offset))
  }

  private func endsWithEmptyLine(_ offset: Int) -> Bool {
    let line = source.position(of: offset).line
    return line > 1 && source.line(line - 1).allSatisfy { $0 <= UInt8(ascii: " ") }
  }

  /// The end of a quiz: the next heading of its level or a higher one, or the file's end; before that,
  /// the advice by result.
  private static func end(of quiz: Markup.NodeID, in document: MarkdownDocument) -> Int {
    let nodes = document.markup.nodes
    let parent = nodes[quiz].parent
    let level = nodes[quiz].level
    var end = document.source.bytes.count
    var advice: Markup.NodeID?
    var node = Int(nodes[quiz].end)
    while node < nodes.count, nodes[node].parent == parent {
      if nodes[node].kind == .heading, nodes[node].level <= level {
        end = lineStart(document.range(of: node).lower, in: document.source)
        break
      }
      let isAdvice = document.alerts[node]?.word.text == "SCORE"
      advice = isAdvice ? advice ?? node : nil
      node = Int(nodes[node].end)
    }
    return advice.map { lineStart(document.range(of: $0).lower, in: document.source) } ?? end
  }

  private static func lineStart(_ offset: Int, in source: SourceFile) -> Int {
    source.offset(ofLine: source.position(of: offset).line) ?? offset
  }
}
