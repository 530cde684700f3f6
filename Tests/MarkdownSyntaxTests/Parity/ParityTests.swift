import Foundation
import HTMLRendering
import MarkdownSyntax
import MarkupTree
import Testing

/// Plain Markdown becomes the same HTML through the arena as in cmark-gfm itself.
@Suite struct ParityTests {
  /// 100,000 documents; fewer where the compiler doesn't optimise, since generating them is most of
  /// the work.
  static let documents: Int = {
    #if DEBUG
    let usual = 5_000
    #else
    let usual = 100_000
    #endif
    return ProcessInfo.processInfo.environment["AMPARO_PARITY_DOCUMENTS"].flatMap { Int($0) }
      ?? usual
  }()

  /// How often each nesting must occur: a thousand times in the full run.
  static let enough = documents < 5_000 ? 0 : min(1_000, documents / 100)

  @Test func rendersAsCMark() async {
    let jobs = 2
    let (counts, differences) = await withTaskGroup(of: (ConstructCounts, [String]).self) { group in
      for job in 0..<jobs {
        group.addTask { Self.compare(stride(from: job, to: Self.documents, by: jobs)) }
      }
      var counts = ConstructCounts()
      var differences: [String] = []
      for await (part, found) in group {
        counts.add(part)
        differences += found
      }
      return (counts, differences.sorted())
    }
    #expect(differences.isEmpty, "\(differences.prefix(3).joined(separator: "\n"))")
    let rare = Nesting.possible.filter { counts.count($0.inner, in: $0.outer) < Self.enough }
    #expect(
      rare.isEmpty,
      "\(rare.map { "\($0.inner) in \($0.outer): \(counts.count($0.inner, in: $0.outer))" }.joined(separator: "\n"))"
    )
    let wrong = Nesting.impossible.filter { counts.count($0.inner, in: $0.outer) > 0 }
    #expect(
      wrong.isEmpty,
      "\(wrong.map { "\($0.inner) in \($0.outer): \(counts.count($0.inner, in: $0.outer))" }.joined(separator: "\n"))"
    )
    if ProcessInfo.processInfo.environment["AMPARO_SHOW_NESTINGS"] != nil { show(counts) }
  }

  private static func compare(_ seeds: some Sequence<Int>) -> (ConstructCounts, [String]) {
    var counts = ConstructCounts()
    var differences: [String] = []
    for seed in seeds {
      var generator = MarkdownGenerator(seed: UInt64(seed))
      let text = generator.document()
      let unsafe = seed % 2 == 0
      let markup = TreeReader(plain: text).markup
      counts.add(markup)
      var buffer = ByteBuffer()
      MarkupWriter.write(
        markup, nodes: markup.nodes.indices, policy: PlainMarkup(allowsUnsafe: unsafe),
        into: &buffer)
      let html = buffer.bytes
      let expected = PlainCMark.html(text, unsafe: unsafe)
      if html != expected, differences.count < 20 {
        differences.append(describe(seed, text, html, expected))
      }
    }
    return (counts, differences)
  }

  private static func describe(
    _ seed: Int, _ text: [UInt8], _ html: [UInt8], _ expected: [UInt8]
  ) -> String {
    """
    --- document \(seed)
    \(String(decoding: text, as: UTF8.self))
    --- ours
    \(String(decoding: html, as: UTF8.self))
    --- cmark-gfm
    \(String(decoding: expected, as: UTF8.self))
    """
  }

  private func show(_ counts: ConstructCounts) {
    for outer in Construct.allCases {
      let row = Construct.allCases.map { "\($0) \(counts.count($0, in: outer))" }
      print("\(outer): \(row.joined(separator: ", "))")
    }
  }
}

/// Which constructs may stand inside which.
enum Nesting {
  typealias Pair = (inner: Construct, outer: Construct)

  static let possible: [Pair] = all.filter { exemption($0) == nil }
  static let impossible: [Pair] = all.filter { exemption($0)?.never == true }

  private static let all: [Pair] = Construct.allCases.flatMap { outer in
    Construct.allCases.map { (inner: $0, outer: outer) }
  }

  private static let containers: Set<Construct> = [
    .blockQuote, .bulletItem, .orderedItem, .taskItem, .footnoteDefinition,
  ]
  private static let inlineHolders: Set<Construct> = [
    .paragraph, .heading, .headerCell, .bodyCell, .emphasis, .strong, .strikethrough, .link, .image,
  ]
  private static let inlines: Set<Construct> = [
    .emphasis, .strong, .strikethrough, .link, .image, .text, .code, .htmlInline, .softBreak,
    .lineBreak, .footnoteReference,
  ]

  /// Why a nesting needn't be reached; `never` when it must not occur either.
  static func exemption(_ pair: Pair) -> (reason: String, never: Bool)? {
    let (inner, outer) = pair
    let isCell = outer == .headerCell || outer == .bodyCell
    if inner == .footnoteDefinition {
      return ("cmark moves definitions to the document's end", true)
    }
    if outer == .table {
      if inner == .headerCell || inner == .bodyCell { return nil }
      return inlines.contains(inner) && inner != .softBreak && inner != .lineBreak
        ? nil : ("a table holds cells, and these one line of inlines", true)
    }
    if inner == .headerCell || inner == .bodyCell, !containers.contains(outer) {
      return ("cells stand in tables", true)
    }
    if containers.contains(outer) {
      return inner == .taskItem && outer == .blockQuote
        ? ("cmark-gfm sees a task's box only behind spaces at the line's start", false) : nil
    }
    guard inlineHolders.contains(outer) else { return ("it holds no other construct", true) }
    guard inlines.contains(inner) else { return ("a block can't stand in running text", true) }
    if isCell, inner == .softBreak || inner == .lineBreak { return ("a cell is one line", true) }
    if inner == .link, outer == .link { return ("links hold no links", false) }
    return nil
  }
}
