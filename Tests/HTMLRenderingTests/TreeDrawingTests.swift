import CourseModel
import Foundation
import HTMLRendering
import Testing

@Suite struct TreeDrawingTests {
  /// Compares with the recorded drawing.
  ///
  /// `RECORD_SNAPSHOTS=1 swift test` records again: look at it.
  @Test(arguments: ["en", "ar", "every-kind"])
  func snapshot(_ name: String) throws {
    let svg =
      switch name {
      case "en": try draw(TreeSamples.disclosure)
      case "ar":
        try draw(TreeSamples.arabicDisclosure, .rightToLeft, TreeSamples.arabicLabels)
      default: try draw(TreeSamples.everyKind)
      }
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/TreeDrawing/\(name).svg")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(svg.utf8).write(to: file)
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(svg == recorded)
  }

  @Test func everyNodeIsALinkAndEveryAnswerIsNamed() throws {
    let read = try ReadDrawing(draw(TreeSamples.disclosure))
    let links = read.elements("a")
    #expect(
      links.map { $0["href"] } == [
        "#t1-danger", "#t1-emergency", "#t1-who", "#t3", "#t1-sea", "#t1-sea-report", "#t2",
        "#t1-refer",
      ])
    #expect(links.first?["aria-label"] == "Start · Question: Is the person in danger now?")
    #expect(links[3]["aria-label"] == "Another tree: A child tells you")
    #expect(links[6]["aria-label"] == "At the same time: Is it sexual exploitation and abuse?")
    #expect(
      read.elements("g").filter { $0["class"] == "answer" }.map { $0["aria-label"] } == [
        "Yes, leads to: Call for help", "I can't tell, leads to: Call for help",
        "No, or not any more, leads to: Is she under 18, or might she be?",
        "She is safe now, leads to: Is she under 18, or might she be?",
        "Yes, leads to: A child tells you",
        "No, leads to: Is the person who hurt her an aid worker?",
        "Yes, or perhaps, leads to: Tell her that you must report it", "No, leads to: Refer",
        "Go on, leads to: Refer",
      ])
    #expect(
      read.elements("g").filter { $0["role"] == "listitem" }.count
        == TreeSamples.disclosure.nodes.count)
  }

  @Test func kindsDifferInClassAndInWords() throws {
    let read = try ReadDrawing(draw(TreeSamples.everyKind))
    #expect(
      read.elements("a").map { $0["class"] } == [
        "node question", "node emergency", "node step", "node question", "other-tree",
        "node today", "node end", "node end",
      ])
    let captions = read.texts(class: "caption")
    #expect(
      captions == [
        "Start · Question", "Act now", "Do this", "Question", "Another tree", "Today", "End", "End",
      ])
  }

  @Test func idsAreUniqueAndCarryTheTree() throws {
    let ids = try ReadDrawing(draw(TreeSamples.disclosure)).all.compactMap { $0["id"] }
    #expect(ids == ["t1.drawing-title", "t1.drawing-desc"])
  }

  @Test func nothingThatAStrictPolicyForbids() throws {
    for tree in [TreeSamples.disclosure, TreeSamples.everyKind, TreeSamples.hostile] {
      let read = try ReadDrawing(draw(tree))
      for element in read.all {
        #expect(element["style"] == nil)
        #expect(!element.keys.contains { $0.lowercased().hasPrefix("on") })
        #expect(element["href"].map { $0.hasPrefix("#") } ?? true)
      }
      #expect(read.elements("style").isEmpty && read.elements("script").isEmpty)
    }
  }

  @Test func theCallerMayChangeAddresses() throws {
    let svg = try TreeDrawing.svg(
      for: TreeSamples.disclosure, direction: .leftToRight, labels: TreeSamples.labels
    ) { "trees/\($0.file).html?a=1&b=\"#\($0.element ?? "")" }
    #expect(svg.contains(#"href="trees/t1.html?a=1&amp;b=&quot;#danger""#))
    #expect(svg.contains(#"href="trees/t3.html?a=1&amp;b=&quot;#""#))
  }

  @Test func rightToLeftIsTheMirrorImage() throws {
    let left = try layout(TreeSamples.disclosure)
    let right = try layout(TreeSamples.disclosure, .rightToLeft)
    #expect(left != right)
    #expect(left.size == right.size)
    for (index, box) in left.sizes.enumerated() {
      #expect(right.corners[index].x == left.size.width - left.corners[index].x - box.width)
      #expect(right.corners[index].y == left.corners[index].y)
    }
    for (one, other) in zip(left.routes, right.routes) {
      #expect(other.tip.x == left.size.width - one.tip.x)
    }
  }

  @Test func anArabicPageAnchorsItsLinesAtTheRight() throws {
    let svg = try draw(TreeSamples.arabicDisclosure, .rightToLeft, TreeSamples.arabicLabels)
    let read = try ReadDrawing(svg)
    #expect(read.elements("svg").first?["direction"] == "rtl")
    let layout = try TreeDrawing.layout(
      for: TreeSamples.arabicDisclosure, direction: .rightToLeft,
      labels: TreeSamples.arabicLabels)
    // The first caption stands at the first box's right side, left of its icon.
    let caption = try #require(read.elements("text").first { $0["class"] == "caption" })
    let x = try #require(caption["x"].flatMap(Double.init))
    let side = Double(layout.corners[0].x + layout.sizes[0].width) / 10
    #expect(caption["text-anchor"] == nil)
    #expect(x == side - 16 - 16 - 7)
    // A text of the other direction keeps to the page's side.
    let mixed = try ReadDrawing(draw(TreeSamples.disclosure, .rightToLeft))
    let title = try #require(mixed.elements("text").first { $0["class"] == "title" })
    #expect(title["direction"] == "ltr" && title["text-anchor"] == "end")
  }

  @Test func answersStandInTheAuthorsOrder() throws {
    let left = try layout(TreeSamples.everyKind)
    // Boxes: seven nodes, then the answers; the first node's answers are 7, 8 and 9.
    #expect(left.corners[7].x < left.corners[8].x && left.corners[8].x < left.corners[9].x)
    let right = try layout(TreeSamples.everyKind, .rightToLeft)
    #expect(right.corners[7].x > right.corners[8].x && right.corners[8].x > right.corners[9].x)
  }

  @Test func theSameBytesEachTime() throws {
    let first = try draw(TreeSamples.everyKind)
    for _ in 0..<5 { #expect(try draw(TreeSamples.everyKind) == first) }
  }

  @Test func manyAtOnceGiveTheSameBytes() async throws {
    let trees = [TreeSamples.disclosure, TreeSamples.everyKind, TreeSamples.arabicDisclosure]
    let alone = try trees.map { try draw($0) }
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for _ in 0..<8 {
        for index in trees.indices {
          group.addTask { (index, try draw(trees[index])) }
        }
      }
      var count = 0
      for try await (index, svg) in group {
        #expect(svg == alone[index])
        count += 1
      }
      #expect(count == 24)
    }
  }

  /// A thread with a decimal comma must not change a number.
  ///
  /// Runs where such a locale is installed.
  @Test(arguments: ["de_DE.UTF-8", "ar_EG.UTF-8", "fr_FR.UTF-8"])
  func anotherLocaleGivesTheSameBytes(_ name: String) throws {
    let expected = try draw(TreeSamples.everyKind)
    guard let locale = newlocale(1 << LC_NUMERIC, name, nil) else { return }
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    #expect(try draw(TreeSamples.everyKind) == expected)
  }
}

extension TreeDrawingTests {
  func draw(
    _ tree: Tree, _ direction: Direction = .leftToRight,
    _ labels: TreeDrawing.Labels = TreeSamples.labels
  ) throws(TreeDrawing.Failure) -> String {
    try TreeDrawing.svg(for: tree, direction: direction, labels: labels)
  }

  func layout(
    _ tree: Tree, _ direction: Direction = .leftToRight
  ) throws(TreeDrawing.Failure) -> TreeDrawing.Layout {
    try TreeDrawing.layout(for: tree, direction: direction, labels: TreeSamples.labels)
  }
}
