import Diagnostics
import Foundation
import MarkdownSyntax
import MarkupTree
import Testing

/// Random changes to the fixtures never crash the parser, and never bend its places.
@Suite struct MutationTests {
  private static let rounds: Int = {
    #if DEBUG
    4_000
    #else
    100_000
    #endif
  }()

  @Test func survivesMutations() async throws {
    let seeds =
      try Fixtures.names(in: "diagnostics", ending: ".md").map {
        try Fixtures.source("diagnostics", $0).bytes
      }
      + Fixtures.names(in: "documents", ending: ".md").map {
        try Fixtures.source("documents", $0).bytes
      }
    let small = seeds.filter { $0.count < 4_000 }
    try #require(!small.isEmpty)
    let problems = await withTaskGroup(of: [String].self) { group in
      for job in 0..<2 {
        group.addTask {
          stride(from: job, to: Self.rounds, by: 2).compactMap { Self.problem(round: $0, small) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(problems.isEmpty, "\(problems.prefix(3))")
  }

  private static func problem(round: Int, _ seeds: [[UInt8]]) -> String? {
    var random = SeededRandom(seed: UInt64(round))
    var bytes = seeds[random.below(seeds.count)]
    for _ in 0..<(1 + random.below(6)) { mutate(&bytes, &random) }
    let source = SourceFile(path: "m.md", bytes: bytes)
    let (document, problems) = MarkdownParser.parse(source)
    for node in document.markup.nodes
    where node.source.upper > UInt32(bytes.count) || node.source.lower > node.source.upper {
      return "\(round): \(node.kind) at \(node.source)"
    }
    for problem in problems {
      let ranges = [problem.range].compactMap { $0 } + problem.fixes.map(\.range)
      if ranges.contains(where: { $0.upper > bytes.count }) { return "\(round): \(problem.code)" }
    }
    return nil
  }

  private static let pieces: [[UInt8]] =
    [
      "{", "}", "#", "> ", "[!", "]", "---\n", "```\n", "- ", "|", "\n\n", "\r", "\r\n", "    ",
      "\t", "*", "~~",
      "[^1]", "]: ", "<div>", "&amp;", "\\", "\u{200F}", "\u{A0}", "–", "١. ", "“", ":", "&a ",
      "*a", "\"", "'",
      "{#a}", "www.", "@a.b",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE2, 0x80]]

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let place = random.below(bytes.count + 1)
    switch random.below(5) {
    case 0 where place < bytes.count: bytes.remove(at: place)
    case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 2 where place < bytes.count:
      bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
    case 3:
      let from = random.below(bytes.count + 1)
      bytes.insert(
        contentsOf: Array(bytes[from..<min(bytes.count, from + random.below(60))]), at: place)
    default: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: place)
    }
  }
}
