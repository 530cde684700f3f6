public import Diagnostics
import MarkdownSyntax

/// The languages that a toolkit.yml names, read without the rest of the content.
public struct ToolkitLanguages: Sendable, Equatable {
  /// The tag of the language that translations follow.
  public let defaultTag: String
  /// All tags, the default one first.
  public let tags: [String]

  /// Reads a toolkit.yml; nil when it names no default language.
  public init?(_ source: SourceFile) {
    guard let settings = YAMLReader.read(source).0,
      let tag = settings["default-language"]?.string, ContentTemplate.isTag(tag)
    else { return nil }
    defaultTag = tag
    let others = (settings["languages"]?.items ?? []).compactMap(\.string)
    tags = [tag] + others.filter { $0 != tag && ContentTemplate.isTag($0) }
  }
}

extension ContentTemplate {
  /// Whether a text can be the tag of a language, and so the name of a file.
  static func isTag(_ text: String) -> Bool {
    (2...35).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
