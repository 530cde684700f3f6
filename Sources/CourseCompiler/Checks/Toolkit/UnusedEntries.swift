internal import Diagnostics
internal import MarkdownSyntax

/// Finds terms of the glossary that no text links to.
enum UnusedTerms: ContentCheck {
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    content.originals.filter { $0.role == .glossary }.flatMap { file in
      file.terms.filter { !content.cited.contains("glossary:\($0.text)") }.map { id in
        Diagnostic(
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
    return GuidanceRegister.ids(in: source).filter {
      !content.cited.contains("guidance:\($0.text)")
    }.map { id in
      Diagnostic(
        .guidanceNeverCited, path: source.path, range: id.range,
        "No text cites `\(id.text)`.",
        help: "Cite it where the content relies on it: `[…](guidance:\(id.text))`. If it relies on "
          + "it nowhere, take the entry out.")
    }
  }
}
