import CourseModel
import HTMLRendering
import Testing

@Suite struct TreeDrawingHostileTests {
  @Test func hostileTextsStayTexts() throws {
    let svg = try draw(TreeSamples.hostile)
    let read = try ReadDrawing(svg)
    #expect(read.elements("a").count >= TreeSamples.hostileTexts.count)
    #expect(read.elements("b").isEmpty && read.elements("script").isEmpty)
    // Whole texts survive in the names, apart from white space and characters XML forbids.
    let names = read.elements("a").compactMap { $0["aria-label"] }
    #expect(names[0].hasSuffix(#"a "quoted" title"#))
    #expect(names[1].hasSuffix(#"back\slash \N \G \l end\"#))
    #expect(names[2].hasSuffix("<script>alert(1)</script> & <b>bold</b>"))
    #expect(names[3].hasSuffix("two lines and a tab"))
    #expect(names[4] == "Do this", "an empty title leaves the kind alone")
    #expect(names[5].hasSuffix("bell null end"))
    #expect(names.contains { $0.hasSuffix(String(repeating: "word ", count: 99) + "word") })
    #expect(names.contains { $0.hasSuffix(String(repeating: "x", count: 500)) })
    expectNoOverlap(try layout(TreeSamples.hostile))
  }

  @Test func aLongTitleIsShortenedInTheBoxOnly() throws {
    let title = String(repeating: "word ", count: 99) + "word"
    let tree = TreeSamples.tree(
      "t1", title: "T", language: "en",
      [.init(id: "a", title: title, kind: .end, answers: [])])
    let read = try ReadDrawing(draw(tree))
    let lines = read.texts(class: "title")
    #expect(lines.count == 7)
    #expect(lines.last?.hasSuffix("…") == true)
    #expect(read.elements("title").count == 2)
    #expect(read.elements("a").first?["aria-label"] == "Start · End: " + title)
  }

  @Test func aWordWiderThanItsBoxIsCut() throws {
    let tree = TreeSamples.tree(
      "t1", title: "T", language: "en",
      [.init(id: "a", title: String(repeating: "W", count: 40), kind: .end, answers: [])])
    let lines = try ReadDrawing(draw(tree)).texts(class: "title")
    #expect(lines.count > 1)
    #expect(lines.joined() == String(repeating: "W", count: 40))
    #expect(try layout(tree).size.width < 3500)
  }

  @Test(arguments: [250, 400])
  func manyNodesInACircle(_ count: Int) throws {
    let nodes = (0..<count).map { index in
      TreeSamples.Draft(
        id: "n\(index)", title: "Node \(index)", kind: .step,
        answers: [("on", Anchor(FileID("t1"), "n\((index + 1) % count)"))])
    }
    let tree = TreeSamples.tree("t1", title: "Circle", language: "en", nodes)
    if count * 2 <= 500 {
      #expect(try ReadDrawing(draw(tree)).elements("a").count == count)
    } else {
      #expect(throws: TreeDrawing.Failure.tooLarge(boxes: count * 2, limit: 500)) { try draw(tree) }
    }
  }

  @Test func everyAnswerLeadsBackToItsNode() throws {
    let here = Anchor(FileID("t1"), "a")
    let tree = TreeSamples.tree(
      "t1", title: "Loop", language: "en",
      [
        .init(
          id: "a", title: "Again?", kind: .question,
          answers: [("Yes", here), ("Yes", here), ("From the start", Anchor(FileID("t1")))])
      ])
    let placed = try layout(tree)
    #expect(placed.sizes.count == 4)
    #expect(placed.routes.count == 6)
    expectNoOverlap(placed)
  }

  @Test func anUnknownTargetBecomesALinkBox() throws {
    let tree = TreeSamples.tree(
      "t1", title: "T", language: "en",
      [
        .init(
          id: "a", title: "A", kind: .question,
          answers: [("x", Anchor(FileID("t1"), "gone")), ("y", Anchor(FileID("t9"), "z"))])
      ])
    let links = try ReadDrawing(draw(tree)).elements("a")
    #expect(links.map { $0["href"] } == ["#t1-a", "#t1-gone", "#t9-z"])
    #expect(links[2]["aria-label"] == "Another tree: t9#z")
  }

  @Test func randomTreesNeverOverlap() throws {
    var random = Sequence(seed: 7)
    for _ in 0..<40 {
      let tree = random.tree()
      let placed = try layout(tree)
      expectNoOverlap(placed)
      let answers = tree.nodes.reduce(0) { $0 + $1.answers.count }
      #expect(placed.sizes.count >= tree.nodes.count + answers)
    }
  }

  @Test func anEmptyTreeIsRefused() {
    let tree = TreeSamples.tree("t1", title: "T", language: "en", [])
    #expect(throws: TreeDrawing.Failure.empty) { try draw(tree) }
  }

  @Test func aTreeTooLargeToReadIsRefused() {
    let many = (0..<501).map {
      TreeSamples.Draft(id: "n\($0)", title: "N", kind: .end, answers: [])
    }
    let tree = TreeSamples.tree("t1", title: "T", language: "en", many)
    #expect(throws: TreeDrawing.Failure.tooLarge(boxes: 501, limit: 500)) { try draw(tree) }
  }

  @Test func whatGraphvizSaysBecomesTheFailure() {
    let size = TreeDrawing.Size(width: 100, height: 100)
    let failure = #expect(throws: TreeDrawing.Failure.self) {
      try TreeDrawing.Layout(sizes: [size], links: [], engine: "no-such-engine")
    }
    #expect(failure?.description.contains("no-such-engine") == true)
    // And the next drawing is none the worse for it.
    #expect(throws: Never.self) { try TreeDrawing.Layout(sizes: [size], links: []) }
    #expect(throws: TreeDrawing.Failure.self) {
      try TreeDrawing.Layout(sizes: [size], links: [.init(from: 0, to: 5, kind: .way)])
    }
  }
}

extension TreeDrawingHostileTests {
  func draw(_ tree: Tree) throws(TreeDrawing.Failure) -> String {
    try TreeDrawing.svg(for: tree, direction: .leftToRight, labels: TreeSamples.labels)
  }

  func layout(_ tree: Tree) throws(TreeDrawing.Failure) -> TreeDrawing.Layout {
    try TreeDrawing.layout(for: tree, direction: .leftToRight, labels: TreeSamples.labels)
  }

  /// No two boxes touch, and everything lies inside the drawing.
  func expectNoOverlap(_ layout: TreeDrawing.Layout) {
    let boxes = Array(zip(layout.corners, layout.sizes))
    for (index, one) in boxes.enumerated() {
      #expect(one.0.x >= 0 && one.0.x + one.1.width <= layout.size.width)
      #expect(one.0.y >= 0 && one.0.y + one.1.height <= layout.size.height)
      for other in boxes[(index + 1)...] {
        let apart =
          one.0.x + one.1.width < other.0.x || other.0.x + other.1.width < one.0.x
          || one.0.y + one.1.height < other.0.y || other.0.y + other.1.height < one.0.y
        #expect(apart, "\(one) and \(other)")
      }
    }
  }

  /// Pseudo-random trees, the same in each run.
  struct Sequence {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    /// A tree with ways back, loops, other trees, and nodes that nothing leads to.
    mutating func tree() -> Tree {
      let count = 1 + next(below: 25)
      var drafts: [TreeSamples.Draft] = []
      for index in 0..<count {
        let kind = Tree.Kind.allCases[next(below: Tree.Kind.allCases.count)]
        var answers: [(text: String, target: Anchor)] = []
        for _ in 0..<(kind.isEnd ? 0 : next(below: 5)) {
          let target =
            next(below: 8) == 0
            ? Anchor(FileID("t\(2 + next(below: 3))"))
            : Anchor(FileID("t1"), "n\(next(below: count))")
          answers.append((String(repeating: "answer ", count: next(below: 8)), target))
        }
        drafts.append(
          .init(
            id: "n\(index)", title: String(repeating: "title ", count: next(below: 20)),
            kind: kind, answers: answers, beside: next(below: 9) == 0 ? "t2" : nil))
      }
      return TreeSamples.tree("t1", title: "Random", language: "en", drafts)
    }
  }
}
