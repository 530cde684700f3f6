internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds modules that need each other first, so that nobody could begin.
enum PrerequisiteCircles: ContentCheck {
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    let modules = content.originals.filter { $0.role == .module }
    let graph = Dictionary(
      // A module that needs itself is said where its front matter is read.
      modules.map { file in (file.id, file.prerequisites.filter { $0.text != file.id }) },
      uniquingKeysWith: { first, _ in first })
    return Circle.all(in: graph).map { circle in
      Diagnostic(
        .prerequisiteCircle, path: modules.first { $0.id == circle.start }?.path ?? "",
        range: circle.way.range,
        "These modules need each other first: \(circle.names), so nobody could begin.",
        help: "Take one of these prerequisites out.")
    }
  }
}

/// Finds trees that send learners to each other with `[!ALSO]` for ever.
enum AlsoCircles: ContentCheck {
  static func findings(in content: CheckedContent) -> [Diagnostic] {
    let trees = content.originals.filter { $0.role == .tree }
    let graph = Dictionary(
      trees.map { ($0.id, $0.also) }, uniquingKeysWith: { first, _ in first })
    return Circle.all(in: graph).map { circle in
      Diagnostic(
        .alsoCircle, path: trees.first { $0.id == circle.start }?.path ?? "",
        range: circle.way.range,
        "`[!ALSO]` leads around in a circle: \(circle.names).",
        help: "Take it out of one of these trees: learners who go through all of them are there "
          + "already.")
    }
  }

  /// The trees that the `[!ALSO]` blocks of a file lead to.
  static func ways(of file: WrittenFile) -> [Word] {
    let markup = file.outline.document.markup
    return file.outline.document.alerts.sorted { $0.key < $1.key }
      .filter { $0.value.word.text == "ALSO" }
      .flatMap { node, _ in
        markup.subtree(node).filter { markup.nodes[$0].kind == .link }.map { link in
          let address = markup.string(markup.nodes[link].text)
          let tree = address.hasPrefix("#") ? file.id : String(address.prefix { $0 != "#" })
          return Word(tree, range: file.outline.document.range(of: link))
        }
      }
  }
}

/// A way in a graph of ids that comes back to where it began.
private struct Circle {
  /// The id where it is told: the first in order.
  let start: String
  /// The step out of it.
  let way: Word
  /// Its ids, each leading to the next, the first again at the end.
  let ids: [String]

  var names: String { ids.map { "`\($0)`" }.joined(separator: " → ") }

  /// One circle for each group of ids that lead to each other, shortest first steps first.
  static func all(in graph: [String: [Word]]) -> [Circle] {
    var told: Set<String> = []
    var circles: [Circle] = []
    // After the first hundred ids nobody reads on, and each costs a walk through the graph.
    for start in leftOver(graph).prefix(100) where !told.contains(start) {
      guard let circle = shortest(from: start, in: graph) else { continue }
      told.formUnion(circle.ids)
      circles.append(circle)
    }
    return circles
  }

  /// Ids that are left, sorted, when again and again those are taken out that lead nowhere: without a
  /// circle there are none.
  private static func leftOver(_ graph: [String: [Word]]) -> [String] {
    var ways = graph.mapValues { words in Set(words.map(\.text)).filter { graph[$0] != nil }.count }
    var back: [String: [String]] = [:]
    for (id, words) in graph {
      for target in Set(words.map(\.text)) { back[target, default: []].append(id) }
    }
    var open = ways.filter { $0.value == 0 }.map(\.key)
    while let id = open.popLast() {
      ways[id] = nil
      for other in back[id] ?? [] {
        guard let count = ways[other] else { continue }
        ways[other] = count - 1
        if count == 1 { open.append(other) }
      }
    }
    return ways.keys.sorted()
  }

  /// The shortest way from an id back to itself.
  private static func shortest(from start: String, in graph: [String: [Word]]) -> Circle? {
    var before: [String: String] = [:]
    var open = [start]
    var next = 0
    while next < open.count {
      let id = open[next]
      next += 1
      for way in graph[id] ?? [] where graph[way.text] != nil {
        if way.text == start {
          var ids = [start]
          var step = id
          while step != start, let earlier = before[step] {
            ids.insert(step, at: 0)
            step = earlier
          }
          ids.insert(start, at: 0)
          let second = ids[1]
          guard let first = graph[start]?.first(where: { $0.text == second }) else { return nil }
          return Circle(start: start, way: first, ids: ids)
        }
        if before[way.text] == nil {
          before[way.text] = id
          open.append(way.text)
        }
      }
    }
    return nil
  }
}
