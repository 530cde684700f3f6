internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Composes the page of support, whose text stands in toolkit.yml: paragraphs, blocks and slots.
///
/// Places in a text inside YAML say nothing to an author, so all there is to say is said of the text
/// as a whole. Where a language has no text of its own, the same is said of the same text, and once.
struct SupportComposer {
  private let settings: ToolkitSettings
  private let facts: Facts
  private(set) var diagnostics: [Diagnostic] = []

  init(settings: ToolkitSettings, facts: Facts) {
    self.settings = settings
    self.facts = facts
  }

  /// The page in a language; empty when there is no text.
  mutating func compose(_ language: Language) -> [Block] {
    guard
      let (key, word) = settings.support.entry(for: language, default: settings.defaultLanguage)
    else { return [] }
    let (document, slips) = MarkdownParser.parse(
      SourceFile(path: settings.path, text: word.text))
    let outline = Outline(document) { _ in false }
    let written = WrittenFile(
      role: .included, id: "", language: key.map(Language.init) ?? settings.defaultLanguage,
      outline: outline, original: nil)
    let context = facts.withoutIncludes().context(trace: nil)
    let (source, problems) = TextResolver.resolve(
      outline, file: nil, language: language, context: facts.context(trace: nil))
    var findings = Findings()
    findings.add(slips + problems)
    findings.add(CheckList.findings(in: written, facts.rules(trace: nil)).diagnostics)
    let blocks = findings.blocks(
      outline.preamble,
      by: BlockComposer(
        source: source, includes: IncludeLibrary(context: context), trees: context.index.trees))
    if !outline.headings.isEmpty {
      findings.misplaced(
        "The page of support has no headings; what stands under one would not be shown.",
        path: settings.path, range: nil,
        help: "Leave the heading out, or write it in bold: `**Who can help**`.")
    }
    diagnostics += findings.all.map { problem in
      Diagnostic(
        problem.code, path: settings.path, range: word.range, problem.message, help: problem.help)
    }
    return blocks
  }
}
