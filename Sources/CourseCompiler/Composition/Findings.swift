internal import CourseModel
internal import Diagnostics
internal import MarkupTree

/// Collects what a composer has to say.
struct Findings {
  /// Everything found so far, in the order of finding.
  private(set) var all: [Diagnostic] = []

  /// Adds one diagnostic.
  mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Adds several.
  mutating func add(_ diagnostics: [Diagnostic]) { all.append(contentsOf: diagnostics) }

  /// Composes blocks, and adds what the composer has to say.
  mutating func blocks(_ nodes: [Markup.NodeID], by composer: BlockComposer) -> [Block] {
    var composer = composer
    let blocks = composer.compose(nodes)
    add(composer.findings.all)
    return blocks
  }

  /// Says that a construct is for a later version and is left out.
  mutating func leavesOut(_ what: String, path: String, range: SourceRange?) {
    add(
      Diagnostic(
        .comesLater, path: path, range: range,
        "\(what) comes with a later version of Amparo and is left out of this build."))
  }

  /// Says that something stands where it means nothing.
  mutating func misplaced(
    _ message: String, path: String, range: SourceRange?, help: String? = nil
  ) {
    add(Diagnostic(.misplaced, path: path, range: range, message, help: help))
  }
}
