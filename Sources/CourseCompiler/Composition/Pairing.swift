internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// A heading of the default language with its translation, when there is one.
///
/// The original says what the part is; the translation says it in other words.
struct Pair {
  let original: Heading
  let translated: Heading?
}

/// What stands under a pair of headings, in reading order.
enum StreamItem {
  /// Neighbouring blocks, and the file they are cut from.
  case blocks([Markup.NodeID], TextSource)
  /// A deeper heading.
  case heading(Pair)
}

/// A file in the default language, and its translation when an edition has one.
///
/// A class, since every composer of the file refers to it.
final class PairedFile: Sendable {
  /// The file's id.
  let file: FileID
  /// The default language's file.
  let original: TextSource
  /// The edition's language's file.
  let translation: TextSource?
  /// Every heading of the translation that has an id, wherever it stands: a translation may hold a
  /// question without the section around it.
  private let translatedParts: [String: Part]
  /// Every id of the original's headings.
  private let originalIDs: Set<String>

  init(file: FileID, original: TextSource, translation: TextSource?) {
    self.file = file
    self.original = original
    self.translation = translation
    translatedParts = Dictionary(
      (translation.map { Self.allParts($0.outline.elements) } ?? []).compactMap { part in
        part.heading.id.map { ($0.text, part) }
      }, uniquingKeysWith: { first, _ in first })
    originalIDs = Set(Self.allParts(original.outline.elements).compactMap { $0.heading.id?.text })
  }

  /// Pairs the headings at the top.
  func top() -> ([StreamItem], [Diagnostic]) {
    stream(original.outline.elements, translation?.outline.elements)
  }

  /// What stands under a pair.
  func elements(under pair: Pair) -> ([StreamItem], [Diagnostic]) {
    stream(pair.original.elements, pair.translated?.elements)
  }

  /// The heading whose words an edition shows, and the file it is in.
  func words(of pair: Pair) -> (Heading, TextSource) {
    if let translated = pair.translated, let translation { return (translated, translation) }
    return (pair.original, original)
  }

  /// Where the blocks under a pair that learners must not see differ from the original's.
  ///
  /// They must be the same in the same order: a facilitator's note that is a plain quote in the
  /// translation would reach learners.
  func blockDifference(under pair: Pair) -> Diagnostic? {
    guard let translated = pair.translated, let translation, !translated.blocks.isEmpty else {
      return nil
    }
    let expected = Self.blockWords(pair.original, in: original)
    let found = Self.blockWords(translated, in: translation)
    guard expected != found else { return nil }
    func list(_ words: [String]) -> String {
      words.isEmpty ? "none" : words.map { "`[!\($0)]`" }.joined(separator: ", ")
    }
    return Diagnostic(
      .translationDiffers, path: translation.path, range: translation.range(of: translated.node),
      "The facilitators' blocks under this heading are not those of the original. There: \(list(expected)). "
        + "Here: \(list(found)).",
      help: "Write the same blocks in the same order.",
      notes: [original.note(pair.original.node)])
  }

  private static func blockWords(_ heading: Heading, in source: TextSource) -> [String] {
    heading.blocks.compactMap { source.document.alerts[$0]?.word.text }.filter { word in
      let kind = Callout.Kind(rawValue: word.lowercased())
      return kind?.audience == .facilitator || ["ANSWER", "SECRET", "LIMIT"].contains(word)
    }
  }

  /// Minutes of the translation's steps under a pair, completed from the original by position, and
  /// where the two disagree.
  func stepMinutes(under pair: Pair) -> ([Markup.NodeID: Int], [Diagnostic]) {
    guard let translated = pair.translated, let translation else {
      return (original.stepMinutes, [])
    }
    var minutes = translation.stepMinutes
    var diagnostics: [Diagnostic] = []
    let items = zip(
      Self.numberedItems(pair.original, in: original),
      Self.numberedItems(translated, in: translation))
    for (item, translatedItem) in items {
      guard let planned = original.stepMinutes[item] else { continue }
      if let repeated = minutes[translatedItem], repeated != planned {
        diagnostics.append(
          Diagnostic(
            .translationDiffers, path: translation.path,
            range: translation.range(of: translatedItem),
            "This step takes \(repeated) minutes here and \(planned) in the original.",
            help: "Leave the minutes out of the translation, or repeat them exactly.",
            notes: [original.note(item)]))
      }
      minutes[translatedItem] = planned
    }
    return (minutes, diagnostics)
  }

  private static func numberedItems(
    _ heading: Heading, in source: TextSource
  ) -> [Markup.NodeID] {
    heading.blocks.filter { source.markup.nodes[$0].flags.contains(.ordered) }
      .flatMap { Array(source.markup.children(of: $0)) }
  }

  /// Follows the translation where it has a part and the original where it hasn't.
  private func stream(
    _ elements: [Heading.Element], _ translated: [Heading.Element]?
  ) -> ([StreamItem], [Diagnostic]) {
    let (lead, parts) = Self.parts(of: translated ?? [])
    let (originalLead, originals) = Self.parts(of: elements)
    var items: [StreamItem] = []
    func add(_ blocks: [Markup.NodeID], _ source: TextSource) {
      if !blocks.isEmpty { items.append(.blocks(blocks, source)) }
    }
    // A translated part without words of its own falls back as a whole, not line by line.
    if let translation, !lead.isEmpty {
      add(lead, translation)
    } else {
      add(originalLead, original)
    }
    let matches = Self.match(originals.map(\.heading), parts.map(\.heading))
    for (part, match) in zip(originals, matches) {
      let translatedPart =
        match.map { parts[$0] }
        ?? part.heading.id.flatMap { translatedParts[$0.text] }
      items.append(.heading(Pair(original: part.heading, translated: translatedPart?.heading)))
      if let translatedPart, let translation {
        add(translatedPart.tail, translation)
      } else {
        add(part.tail, original)
      }
    }
    let used = Set(matches.compactMap { $0 })
    let orphans = parts.indices.filter { index in
      !used.contains(index)
        && !(parts[index].heading.id.map { originalIDs.contains($0.text) } ?? false)
    }
    return (items, orphans.map { orphan(parts[$0].heading, among: originals.map(\.heading)) })
  }

  private func orphan(_ heading: Heading, among originals: [Heading]) -> Diagnostic {
    let path = translation?.path ?? original.path
    let range = heading.id?.range ?? translation?.range(of: heading.node)
    let name = heading.id.map { "`#\($0.text)`" } ?? "This heading"
    let known = originals.compactMap { $0.id?.text }
    return Diagnostic(
      .orphanTranslation, path: path, range: range,
      "\(name) isn't in \(original.path) at this place. A translation follows its original part by "
        + "part.",
      help: heading.id.flatMap { Suggestion.help(for: $0.text, in: known) }
        ?? "Give the heading the id that the original has, or leave it out.")
  }

  /// A heading and the blocks behind it, up to the next heading.
  private typealias Part = (heading: Heading, tail: [Markup.NodeID])

  /// The parts at all levels.
  private static func allParts(_ elements: [Heading.Element]) -> [Part] {
    var open = [elements]
    var result: [Part] = []
    while let level = open.popLast() {
      let (_, parts) = parts(of: level)
      result += parts
      open += parts.map(\.heading.elements)
    }
    return result
  }

  /// Blocks before the first heading, and the headings with the blocks that follow each.
  private static func parts(of elements: [Heading.Element]) -> ([Markup.NodeID], [Part]) {
    var lead: [Markup.NodeID] = []
    var parts: [Part] = []
    for element in elements {
      switch element {
      case .block(let node):
        if parts.isEmpty { lead.append(node) } else { parts[parts.count - 1].tail.append(node) }
      case .heading(let heading): parts.append((heading, []))
      }
    }
    return (lead, parts)
  }

  /// For each original the index of its translation: by id, and headings without an id by position
  /// among those without one.
  private static func match(_ originals: [Heading], _ translated: [Heading]) -> [Int?] {
    var byID: [String: Int] = [:]
    var withoutID: [Int] = []
    for (index, heading) in translated.enumerated() {
      if let id = heading.id?.text { byID[id] = index } else { withoutID.append(index) }
    }
    var next = withoutID.makeIterator()
    var taken: Set<Int> = []
    return originals.map { heading in
      let index: Int?
      if let id = heading.id?.text { index = byID[id] } else { index = next.next() }
      guard let index, taken.insert(index).inserted else { return nil }
      return index
    }
  }
}
