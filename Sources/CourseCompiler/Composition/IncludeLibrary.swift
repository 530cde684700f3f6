internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Files that others take in: `{{include: shared/consent-script.md}}`.
///
/// A class, since every composer refers to it.
final class IncludeLibrary: Sendable {
  /// What their texts may refer to and what fills their slots.
  let context: TextResolver.Context

  /// Takes in files that a context knows.
  init(context: TextResolver.Context) {
    self.context = context
  }

  /// How many files may be open at once, each taken in by the one before.
  private static let deepest = 16
  /// How many bytes one file may take in, all its includes together: files that include each other
  /// many times would otherwise grow without end.
  static let budget = 256 << 10

  /// The blocks of an included file, or why there are none.
  func blocks(
    of address: String, from source: TextSource, at range: SourceRange, open: [String],
    trees: Lookup<String>, budget: inout Int
  ) -> ([Block], [Diagnostic]) {
    func problem(_ code: DiagnosticCode, _ message: String, help: String?) -> (
      [Block], [Diagnostic]
    ) {
      ([], [Diagnostic(code, path: source.path, range: range, message, help: help)])
    }
    guard let path = ContentPath.resolve(address) else {
      return problem(
        .outsideContent, "`\(address)` leads out of the content folder.",
        help: "Put the file into the content folder and write its path from there.")
    }
    guard let outline = context.index.includes[path] else {
      // A Markdown file without outline can't be read, which is said already.
      if context.index.media[path] != nil {
        return path.hasSuffix(".md")
          ? ([], [])
          : problem(
            .missingInclude, "`\(path)` is no Markdown file.",
            help: "Only files that end in `.md` can be included.")
      }
      return problem(
        .missingInclude, "There is no file `\(path)` to include.",
        help: Suggestion.help(for: path, in: context.index.includes.keys)
          ?? "The path counts from the content folder: `{{include: shared/consent-script.md}}`.")
    }
    let chain = open + [source.path]
    if chain.contains(path) || chain.count > Self.deepest {
      return problem(
        .includeLoop,
        "`\(path)` includes itself: \((chain + [path]).joined(separator: " → ")).",
        help: "Take one of these includes out.")
    }
    budget -= outline.document.source.bytes.count
    guard budget >= 0 else {
      return problem(
        .includeLoop, "The includes of this file take in more than 256 kB of text.",
        help: "Include less, or make modules of it.")
    }
    let language = source.language
    let (included, resolution) = TextResolver.resolve(
      outline, file: nil, language: language, context: context)
    var composer = BlockComposer(
      source: included, includes: self, openIncludes: chain, trees: trees, budget: budget)
    var blocks: [Block] = []
    var findings = Findings()
    var pending = outline.elements[...]
    while let element = pending.popFirst() {
      switch element {
      case .block(let node):
        var run = [node]
        while case .block(let next)? = pending.first {
          run.append(next)
          pending.removeFirst()
        }
        blocks += composer.compose(run)
      case .heading(let heading):
        if let attributes = heading.attributes {
          findings.misplaced(
            "A heading with braces can't be included: its id would stand in every file that "
              + "includes this one.",
            path: path, range: attributes.range, help: "Write it in the module itself.")
        }
        blocks.append(
          .heading(
            level: max(3, heading.level), anchor: nil, title: included.inlines(of: heading.node)))
        pending = heading.elements + pending
      }
    }
    budget = composer.budget
    return (
      [.passage(language: language, blocks: blocks)],
      resolution + composer.findings.all + findings.all
    )
  }
}
