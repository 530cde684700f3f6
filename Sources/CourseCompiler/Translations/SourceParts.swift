internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// A part of a file that is translated as one: its title, the text before the first heading, or a
/// heading with the text under it up to the next one.
struct SourcePart {
  /// What it is called in records of translations: a heading's id; `.title`, `.start`; for a
  /// heading without an id, its place among those under the same heading, as in `listen.2`.
  let key: String
  /// The heading's words; nil for parts without one.
  let title: String?
  /// Digest of its words.
  let digest: String
  /// Where it begins.
  let range: SourceRange
  /// Whether text stands under the heading.
  let hasText: Bool
  /// Which variants have it.
  let condition: VariantCondition

  /// Key of the words of the front matter.
  static let titleKey = ".title"
  /// Key of the text before the first heading.
  static let startKey = ".start"

  /// The parts of a file in reading order.
  static func parts(of outline: Outline) -> [SourcePart] {
    let document = outline.document
    var parts: [SourcePart] = []
    if let front = document.frontMatter, let title = front["title"]?.word {
      var digest = SourceDigest(document)
      digest.add(title.text)
      if let warning = front["content-warning"]?.word { digest.add(warning.text) }
      parts.append(
        SourcePart(
          key: titleKey, title: nil, digest: digest.text, range: title.range, hasText: true,
          condition: .always))
    }
    if let first = outline.preamble.first {
      var digest = SourceDigest(document)
      outline.preamble.forEach { digest.add($0) }
      parts.append(
        SourcePart(
          key: startKey, title: nil, digest: digest.text, range: document.range(of: first),
          hasText: true, condition: .always))
    }
    addHeadings(of: outline, to: &parts)
    return parts
  }

  /// Adds all headings in reading order, whatever their depth.
  private static func addHeadings(of outline: Outline, to parts: inout [SourcePart]) {
    let document = outline.document
    let conditions = VariantMarks(document).conditions(in: outline)
    var waiting = keyed(outline.headings, under: "").reversed() as [(String, Heading)]
    while let (key, heading) = waiting.popLast() {
      var digest = SourceDigest(document)
      digest.add(heading.node)
      heading.blocks.forEach { digest.add($0) }
      parts.append(
        SourcePart(
          key: key, title: document.markup.plainText(document.markup.subtree(heading.node)),
          digest: digest.text, range: heading.id?.range ?? document.range(of: heading.node),
          hasText: !heading.blocks.isEmpty, condition: conditions(heading.node)))
      waiting += keyed(heading.headings, under: key).reversed()
    }
  }

  /// Headings with their keys.
  private static func keyed(_ headings: [Heading], under parent: String) -> [(String, Heading)] {
    var unnamed = 0
    return headings.map { heading in
      if let id = heading.id?.text { return (id, heading) }
      unnamed += 1
      return ("\(parent).\(unnamed)", heading)
    }
  }
}
