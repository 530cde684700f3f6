internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds terms of the glossary that no text links to.
enum UnusedTerms: ContentCheck {
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    let linked = content.linked(by: "glossary:")
    return content.originals.filter { $0.role == .glossary }.flatMap { file in
      file.outline.headings.compactMap { heading -> Diagnostic? in
        guard let id = heading.id, !linked.contains(id.text) else { return nil }
        return Diagnostic(
          .termNeverLinked, path: file.path, range: id.range,
          "No text links to the term `\(id.text)`, so hardly anybody finds it.",
          help: "Link to it where learners meet the word first: `[…](glossary:\(id.text))`.")
      }
    }
  }
}

/// Finds entries of the register of guidance that no text cites.
enum UncitedGuidance: ContentCheck {
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    guard let source = content.guidance else { return [] }
    var cited = content.linked(by: "guidance:")
    for file in content.files {
      let words = file.outline.document.frontMatter?["guidance"]
      cited.formUnion((words?.items ?? words.map { [$0] } ?? []).compactMap(\.string))
    }
    return GuidanceRegister.ids(in: source).filter { !cited.contains($0.text) }.map { id in
      Diagnostic(
        .guidanceNeverCited, path: source.path, range: id.range,
        "No text cites `\(id.text)`.",
        help: "Cite it where the content relies on it: `[…](guidance:\(id.text))`. If it relies on "
          + "it nowhere, take the entry out.")
    }
  }
}

extension CheckedContent {
  /// What links of a scheme lead to: ids behind `glossary:` or `guidance:`, in any text.
  fileprivate func linked(by scheme: String) -> Set<String> {
    var found: Set<String> = []
    let prefix = Array(scheme.utf8)
    for file in files {
      let markup = file.outline.document.markup
      for node in markup.nodes where node.kind == .link {
        let address = markup.utf8(node.text)
        if address.starts(with: prefix) {
          found.insert(String(decoding: address.dropFirst(prefix.count), as: UTF8.self))
        }
      }
    }
    // The page of support is a text, too, but stands in YAML.
    for text in settings.support {
      for part in text.value.text.components(behind: scheme) { found.insert(part) }
    }
    return found
  }
}

extension String {
  /// The ids right behind each occurrence of a word.
  fileprivate func components(behind word: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      rest = rest[range.upperBound...]
      found.append(String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }))
    }
    return found
  }
}
