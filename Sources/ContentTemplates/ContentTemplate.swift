public import Diagnostics
import Foundation
import MarkdownSyntax

/// Small complete texts to begin with, in the languages of the interface.
public enum ContentTemplate {
  /// A file to be written.
  public struct NewFile: Sendable, Equatable {
    /// Path relative to the content folder.
    public let path: String
    /// Its text.
    public let text: String
  }

  /// The languages that there are templates in.
  public static let languages = ["ar", "en", "es", "fr"]

  /// The language of the templates for a tag: that of its first part, English when there is none.
  public static func language(for tag: String) -> String {
    let first = tag.split(separator: "-").first.map { $0.lowercased() } ?? ""
    return languages.contains(first) ? first : "en"
  }

  /// A whole toolkit: settings, a place, guidance, a glossary, a module and a decision tree.
  ///
  /// - Parameters:
  ///   - title: nil for the template's own.
  ///   - language: one of `languages`.
  public static func toolkit(id: ContentID, title: String?, language: String) -> [NewFile] {
    func text(_ name: String, _ id: String = "", _ title: String? = nil) -> String {
      fill(name, language: language, id: id, title: title)
    }
    let links = text("links.md")
    return [
      NewFile(path: "glossary/\(language).md", text: text("glossary.md")),
      NewFile(path: "guidance.yml", text: text("guidance.yml")),
      NewFile(
        path: "modules/m01/\(language).md",
        text: text("module.md", "m01").replacing(moreMark, with: links)),
      NewFile(path: "places/my-site.yml", text: text("place.yml")),
      NewFile(path: "toolkit.yml", text: text("toolkit.yml", id.text, title)),
      tree(
        id: "t1", title: nil, tag: language, language: language, hasContact: true),
    ]
  }

  /// A module for a toolkit that is there.
  ///
  /// - Parameter tag: the toolkit's default language, whose name the file gets.
  public static func module(id: ContentID, title: String?, tag: String) -> NewFile {
    let text = fill("module.md", language: language(for: tag), id: id.text, title: title)
    return NewFile(path: "modules/\(id.text)/\(tag).md", text: text.replacing(moreMark, with: ""))
  }

  /// A decision tree for a toolkit that is there; see `module`.
  ///
  /// - Parameter hasContact: whether the slot of its emergency is filled: see `haveContact`.
  public static func tree(
    id: ContentID, title: String?, tag: String, hasContact: Bool
  ) -> NewFile {
    tree(
      id: id.text, title: title, tag: tag, language: language(for: tag), hasContact: hasContact)
  }

  private static func tree(
    id: String, title: String?, tag: String, language: String, hasContact: Bool
  ) -> NewFile {
    let text = fill("tree.md", language: language, id: id, title: title)
    return NewFile(path: "trees/\(id)/\(tag).md", text: choose("CALL", hasContact, in: text))
  }

  /// Whether places fill the slot that the emergency of a new tree names: all of them, and there is
  /// one. A slot that nothing fills would be an error.
  ///
  /// - Parameter places: the files of places/.
  public static func haveContact(_ places: [SourceFile]) -> Bool {
    !places.isEmpty
      && places.allSatisfy {
        YAMLReader.read($0).0?["slots"]?["emergency-contact"] != nil
      }
  }

  /// A question.
  ///
  /// - Parameters:
  ///   - text: its words; nil for the template's own.
  ///   - outcome: id of the outcome that it tests; nil for none. New modules have an `o1`.
  public static func question(
    id: ContentID, text: String?, tag: String, outcome: String? = nil
  ) -> String {
    fill("question.md", language: language(for: tag), id: id.text, title: text)
      .replacing("@OUTCOME@", with: outcome.map { " outcome=\($0)" } ?? "")
  }

  /// The heading of a quiz, with its line end.
  static func quizHeading(id: String, tag: String) -> String {
    template("quiz.md", language: language(for: tag)).replacing("@QUIZ@", with: id)
  }

  // MARK: Templates

  /// Where a toolkit's first module shows what leads to other files.
  private static let moreMark = "@MORE@\n"

  /// A template with its gaps filled.
  ///
  /// `@TITLE|words@` is a title with the words it has when none is given.
  private static func fill(
    _ name: String, language: String, id: String, title: String?
  ) -> String {
    let text = template(name, language: language).replacing("@ID@", with: id)
    guard let start = text.firstRange(of: "@TITLE|"),
      let end = text[start.upperBound...].firstRange(of: "@")
    else { return text }
    let own = text[start.upperBound..<end.lowerBound]
    let isQuoted = text[..<start.lowerBound].last == "\""
    let words = title.map { isQuoted ? yaml($0) : $0 } ?? String(own)
    return text[..<start.lowerBound] + words + text[end.upperBound...]
  }

  /// A text with the first of the two wordings of `@NAME|one|other@`, or the second.
  private static func choose(_ name: String, _ isFirst: Bool, in text: String) -> String {
    guard let start = text.firstRange(of: "@\(name)|"),
      let end = text[start.upperBound...].firstRange(of: "@")
    else { return text }
    let wordings = text[start.upperBound..<end.lowerBound].split(separator: "|")
    let words = String((isFirst ? wordings.first : wordings.last) ?? "")
    return text[..<start.lowerBound] + words + text[end.upperBound...]
  }

  /// A text as it stands between the quotation marks of YAML.
  private static func yaml(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// A template as it was when the program was built; a test reads every one of them.
  private static func template(_ name: String, language: String) -> String {
    let path = "\(language)/\(name)"
    let file = embeddedTemplates.first { $0.name.description == path }
    return String(
      decoding: file.flatMap { Data(base64Encoded: $0.base64.description) } ?? Data(),
      as: UTF8.self)
  }
}
