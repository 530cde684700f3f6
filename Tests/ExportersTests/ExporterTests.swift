import CourseModel
import Diagnostics
import Exporters
import HTMLRendering
import LearnerRuntime
import Testing

@Suite struct ExporterTests {
  private func module(_ id: String) -> Module {
    Module(
      id: FileID(id), engineIndex: 0, title: "Title of \(id)", language: Language("en"),
      minutes: nil, prerequisites: [], guidance: [], contentWarning: nil, version: nil,
      review: nil, outcomes: [],
      sections: [
        Section(
          anchor: Anchor(FileID(id), "s2"), engineIndex: 0, title: Prose(plain: "Part"),
          kind: .reading, audience: .learner, language: Language("en"),
          blocks: [.prose(Prose(plain: "Text of \(id)."))])
      ])
  }

  private func tree(nodes count: Int) -> Tree {
    let id = FileID("t1")
    let nodes = (0..<count).map { number in
      Tree.Node(
        anchor: Anchor(id, "n\(number)"), title: Prose(plain: "Node \(number)"), kind: .question,
        blocks: [],
        answers: [
          .init(
            text: Prose(plain: "On"), target: Anchor(id, "n\((number + 1) % count)"), remark: [])
        ], also: [], language: Language("en"))
    }
    return Tree(
      id: id, engineIndex: 0, title: "Tree", contentWarning: nil, introduction: [], nodes: nodes,
      language: Language("en"))
  }

  private func toolkit(
    modules: [String] = ["m1", "m1-camp"], trees: [Tree] = [], languages: [String] = ["en", "ar"]
  ) -> Toolkit {
    Toolkit(
      id: "t", version: "1.0", defaultLanguage: Language("en"),
      editions: languages.map { tag in
        Edition(
          language: Language(tag), title: "A toolkit", tracks: [], modules: modules.map(module),
          trees: trees, glossary: [], guidance: [], support: [])
      },
      engine: [1, 2, 3], media: [])
  }

  private func export(_ exporter: some Exporter, _ toolkit: Toolkit) throws -> (
    OutputTree, [Diagnostic]
  ) {
    try exporter.export(
      toolkit,
      theme: Theme(
        files: LearnerRuntime.defaultTheme.map { Theme.File(name: $0.name, text: $0.text) }),
      assets: PageAssets(
        scripts: LearnerRuntime.scripts.map { (name: $0.name, text: $0.text) }, engine: "AAAA"))
  }

  @Test func `Every exporter has a name of its own that is also its folder`() throws {
    let names = allExporters.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(allExporters.map(\.folder)).count == names.count)
    for exporter in [ToolkitExporter(), SiteExporter()] as [any Exporter] {
      let (tree, diagnostics) = try export(exporter, toolkit())
      #expect(diagnostics.isEmpty)
      #expect(tree.files.contains { $0.path.text == "\(exporter.name)/index.html" })
      #expect(tree.files.contains { $0.path.text == "\(exporter.name)/engine.blob" })
      #expect(tree.files.allSatisfy { $0.path.text.hasPrefix(exporter.name + "/") })
    }
  }

  @Test func `The toolkit is one file per language, a chooser and the engine blob`() throws {
    let (tree, _) = try export(ToolkitExporter(), toolkit())
    #expect(
      tree.files.map(\.path.text) == [
        "toolkit/ar.html", "toolkit/en.html", "toolkit/engine.blob", "toolkit/index.html",
      ])
    #expect(tree.files.map(\.sources.count) == [2, 2, 2, 0])
    #expect(try tree.files[2].bytes() == [1, 2, 3])
  }

  @Test func `A page of the site comes from the module that it shows`() throws {
    let (tree, _) = try export(SiteExporter(), toolkit())
    let sources = Dictionary(uniqueKeysWithValues: tree.files.map { ($0.path.text, $0.sources) })
    #expect(sources["site/en/m1-s2.html"] == ["m1"])
    #expect(sources["site/en/m1-camp-s2.html"] == ["m1-camp"])
    #expect(sources["site/en/index.html"] == ["m1", "m1-camp"])
    #expect(sources["site/assets/course-ar.js"] == ["m1", "m1-camp"])
    #expect(sources["site/assets/learner.css"] == [])
  }

  @Test func `A name that a disk may refuse is a diagnostic, the rest is exported`() throws {
    let (tree, diagnostics) = try export(ToolkitExporter(), toolkit(languages: ["en", "e/../n"]))
    #expect(diagnostics.map(\.code) == [.outputNotWritable])
    #expect(tree.files.map(\.path.text).contains("toolkit/en.html"))
  }

  @Test(arguments: [
    ("a.html", "<p><img src='https://example.org/x.png'>", 1),
    ("a.html", "<p><a href='https://example.org/'>a link to follow</a>", 0),
    ("a.css", "p { background: url(//example.org/x.png) }", 1),
    ("a.svg", "<svg><image href='http://example.org/x.png'/></svg>", 1),
    ("a.blob", "<img src='https://example.org/x.png'>", 0),
  ])
  func `A page that would fetch from the network is refused`(
    name: String, text: String, count: Int
  ) throws {
    let path = try #require(OutputPath("site/" + name))
    let file = OutputTree.File(path, sources: ["m1"]) { Array(text.utf8) }
    let rendered = try file.render(target: "site")
    #expect(
      rendered.diagnostics.map(\.code) == Array(repeating: .remoteAddressInOutput, count: count))
    #expect(rendered.entry.path == path.text)
    #expect(rendered.entry.size == text.utf8.count)
    #expect(rendered.entry.sources == ["m1"])
  }

  @Test(
    arguments: [PackageExporter(.scorm12), PackageExporter(.scorm2004), PackageExporter(.cmi5)]
      as [any Exporter])
  func `An engine blob that can't be read makes no packages, and says so`(
    exporter: any Exporter
  ) throws {
    let (tree, diagnostics) = try export(exporter, toolkit())
    #expect(tree.files.isEmpty)
    #expect(diagnostics.map(\.code) == [.outputNotWritable])
  }

  @Test func `A tree that is too large to draw is said, and its page is built all the same`() throws
  {
    let (files, diagnostics) = try export(
      ToolkitExporter(), toolkit(trees: [tree(nodes: 300)]))
    #expect(diagnostics.map(\.code) == [.layoutFailed])
    #expect(files.files.contains { $0.path.text == "toolkit/en.html" })
    let (_, none) = try export(ToolkitExporter(), toolkit(trees: [tree(nodes: 3)]))
    #expect(none.isEmpty)
  }
}
