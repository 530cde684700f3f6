internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Everything that can be pointed at: files, headings, terms, guidance, media.
///
/// Built from the files of the default language; translations point at the same ids.
struct IDIndex {
  /// What becomes of a place in the outputs for learners.
  enum Standing: Hashable {
    case learner, facilitator
    /// Its kind isn't built yet.
    case leftOut
  }

  /// A place that an id names.
  struct Definition {
    let path: String
    let range: SourceRange
    let standing: Standing
  }

  /// Where each module's front matter or file is.
  private(set) var modules: [String: String] = [:]
  /// Where each tree is.
  private(set) var trees: [String: String] = [:]
  /// Places by file id, then element id.
  private(set) var elements: [String: [String: Definition]] = [:]
  /// Terms by id.
  private(set) var terms: [String: Definition] = [:]
  /// Ids of the guidance register.
  var guidance: Set<String> = []
  /// Paths and sizes of files that texts may show.
  var media: [String: Int] = [:]

  /// Adds a module's or tree's file and all ids in it.
  ///
  /// - Returns: an id given twice in the file, malformed use of one, or a file id used before.
  mutating func add(
    _ outline: Outline, id: String, isTree: Bool
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let path = outline.document.source.path
    if let earlier = modules[id] ?? trees[id] {
      diagnostics.append(.duplicate(id, path: path, range: nil, earlier: (earlier, nil)))
    }
    if isTree { trees[id] = path } else { modules[id] = path }
    var stack = outline.headings.reversed().map { ($0, Standing.learner) }
    while let (heading, inherited) = stack.popLast() {
      let standing = Self.standing(of: heading, inside: inherited)
      if let word = heading.id {
        diagnostics += define(word, in: id, path: path, standing: standing)
      }
      stack.append(contentsOf: heading.headings.reversed().map { ($0, standing) })
    }
    for (node, attributes) in outline.document.attributes.sorted(by: { $0.key < $1.key }) {
      guard let word = attributes.id, outline.document.markup.nodes[node].kind != .heading else {
        continue
      }
      diagnostics += define(word, in: id, path: path, standing: .learner)
    }
    return diagnostics
  }

  /// Adds the terms of the default language's glossary.
  mutating func add(glossary outline: Outline) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let path = outline.document.source.path
    for heading in outline.headings {
      guard let word = heading.id else { continue }
      if let earlier = terms[word.text] {
        diagnostics.append(
          .duplicate(
            word.text, path: path, range: word.range, earlier: (earlier.path, earlier.range)))
      } else {
        terms[word.text] = Definition(path: path, range: word.range, standing: .learner)
      }
    }
    return diagnostics
  }

  private mutating func define(
    _ word: Word, in file: String, path: String, standing: Standing
  ) -> [Diagnostic] {
    if let earlier = elements[file]?[word.text] {
      return [
        .duplicate(
          word.text, path: path, range: word.range, earlier: (earlier.path, earlier.range))
      ]
    }
    elements[file, default: [:]][word.text] = Definition(
      path: path, range: word.range, standing: standing)
    return []
  }

  /// Whether learners get what stands under a heading.
  private static func standing(of heading: Heading, inside outer: Standing) -> Standing {
    guard outer == .learner else { return outer }
    if heading.isVariant { return .leftOut }
    if heading.isForFacilitators { return .facilitator }
    let isLater = (heading.attributes?.classes ?? []).contains { word in
      if case .later? = HeadingKind(word: word.text) { true } else { false }
    }
    return isLater ? .leftOut : .learner
  }
}

extension Heading {
  /// Whether its braces pick a variant, which the general build leaves out.
  var isVariant: Bool { attributes?.isVariant ?? false }

  /// Whether its kind is for facilitators, and with it everything under it.
  var isForFacilitators: Bool {
    (attributes?.classes ?? []).contains { word in
      guard case .callout(let kind)? = HeadingKind(word: word.text) else { return false }
      return kind.audience == .facilitator
    }
  }
}

extension Attributes {
  /// Whether they pick a variant: `sector=wash`, `format=online`, `group=large`.
  var isVariant: Bool {
    pairs.contains { pair in
      HeadingKind.variantKeys.contains(pair.key.text)
        || (pair.key.text == "group" && pair.value.text.utf8.first.map { $0 > 57 } ?? false)
    }
  }
}
