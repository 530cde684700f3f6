import CourseModel
import HTMLRendering
import Learning

/// A question as standards for the exchange of questions hold it: pieces of HTML, and what is right.
struct BankQuestion: Sendable {
  /// One option.
  struct Option: Sendable {
    /// Its name in the question: `a`.
    let name: String
    /// A `span`.
    let text: [UInt8]
    let isRight: Bool
    /// A `div`; empty when there is none.
    let feedback: [UInt8]
  }

  /// Its place.
  let anchor: Anchor
  let kind: Question.Kind
  /// Language of its words.
  let language: Language
  /// What it asks in one line, without marks.
  let title: String
  /// What it asks: a `span`.
  let prompt: [UInt8]
  /// What stands between the prompt and the options: a `div`; empty when there is nothing.
  let introduction: [UInt8]
  /// What it asks and what belongs to it: a `div`.
  let text: [UInt8]
  /// Options in the author's order.
  let options: [Option]
  /// A `div`; empty when there is none.
  let hint: [UInt8]
  /// What it counts in a quiz.
  let weight: Int
  /// Whether a partly right choice of several earns a part of the points.
  let sharesPoints: Bool
  /// Whether a quiz can't be passed without it.
  let isCritical: Bool

  /// - Parameters:
  ///   - definition: what the engine knows of it.
  ///   - language: that of the section around it.
  init(
    _ question: Question, _ definition: QuestionDefinition?, in language: Language,
    _ texts: PlainTexts
  ) {
    let language = question.language ?? language
    let id = question.anchor.htmlID
    anchor = question.anchor
    kind = question.kind
    self.language = language
    title = question.prompt.plainText.oneLine.withoutControls
    prompt = texts.inline(question.prompt, in: language)
    introduction = texts.blocks(question.introduction, in: language, id: "\(id)_introduction")
    text = texts.blocks(
      question.introduction, in: language, id: "\(id)_text", title: question.prompt)
    options = question.options.enumerated().map { position, option in
      Option(
        name: Self.optionName(position), text: texts.inline(option.text, in: language),
        isRight: option.isRight,
        feedback: texts.blocks(option.feedback, in: language, id: "\(id)_feedback\(position + 1)"))
    }
    hint = texts.blocks(question.hint, in: language, id: "\(id)_hint")
    weight = definition.map { Int($0.weight) } ?? 1
    sharesPoints = definition?.partialCredit ?? false
    isCritical = question.isCritical
  }

  /// The right options.
  var right: [Option] { options.filter(\.isRight) }

  /// Names of options by their position: `a` to `z`, then `o27`. They begin with a letter, as
  /// identifiers of QTI 2.1 must.
  static func optionName(_ position: Int) -> String {
    position < 26 ? String(UnicodeScalar(UInt8(97 + position))) : "o\(position + 1)"
  }
}

extension Anchor {
  /// The place as an identifier of XML, in letters that no standard gives a meaning: `m01_q-say`.
  /// Authors' ids have no underscore, so two places never have the same.
  var xmlID: String { Self.xmlName(file.text + (element.map { "_" + $0 } ?? "")) }

  /// A name that begins as names of XML must.
  static func xmlName(_ text: String) -> String {
    guard let first = text.utf8.first, first.isXMLNameStart else { return "_" + text }
    return text
  }
}

extension UInt8 {
  fileprivate var isXMLNameStart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
