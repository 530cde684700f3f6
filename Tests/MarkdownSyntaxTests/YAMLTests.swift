import Diagnostics
import MarkdownSyntax
import MarkupTree
import Testing

@Suite struct YAMLTests {
  private func read(_ text: String) -> (SourceFile, YAMLValue?, [Diagnostic]) {
    let source = SourceFile(path: "a.yml", text: text)
    let (value, problems) = YAMLReader.read(source)
    return (source, value, problems)
  }

  private func piece(_ value: YAMLValue?, _ source: SourceFile) -> String? {
    value.map { String(decoding: source.bytes[$0.range.lower..<$0.range.upper], as: UTF8.self) }
  }

  @Test func lastKeyMayEndTheFile() {
    let source = SourceFile(path: "a.md", text: "---\nid: m01\nreview:")
    let (document, problems) = MarkdownParser.parse(source)
    #expect(document.frontMatter?["id"]?.string == "m01")
    #expect(problems.map(\.code) == [.frontMatterNotClosed])
  }

  @Test func rangesCoverValues() throws {
    let (source, value, problems) = read(
      """
      # Toolkit
      title: "Look: listen"   # comment
      name: 'it''s'
      plain: words in
        two lines
      languages: [en, "ar", {a: b}]
      list:
        - one
        - two: 2
          three: ثلاثة
      text: |
        first
          second

        third
      empty:
      last: é end
      """)
    #expect(problems.isEmpty)
    #expect(piece(value?["title"], source) == "\"Look: listen\"")
    #expect(value?["title"]?.string == "Look: listen")
    #expect(piece(value?["name"], source) == "'it''s'")
    #expect(value?["name"]?.string == "it's")
    #expect(piece(value?["plain"], source) == "words in\n  two lines")
    #expect(piece(value?["languages"], source) == "[en, \"ar\", {a: b}]")
    #expect(piece(value?["languages"]?.items?.last, source) == "{a: b}")
    #expect(piece(value?["list"]?.items?.first, source) == "one")
    #expect(piece(value?["list"]?.items?.last, source) == "two: 2\n    three: ثلاثة")
    #expect(piece(value?["text"], source) == "|\n  first\n    second\n\n  third")
    #expect(value?["empty"]?.isEmpty == true)
    #expect(piece(value?["last"], source) == "é end")
    #expect(value?.entries?.map(\.key.text).first == "title")
  }

  @Test func windowsFilesAndWideSpacesRead() {
    let (source, value, problems) = read(
      "\u{FEFF}id:\u{A0}m08\r\n\u{200F}title: عنوان\r\nn: [1,\u{A0}2]\r\n")
    #expect(problems.isEmpty)
    #expect(piece(value?["id"], source) == "m08")
    #expect(piece(value?["title"], source) == "عنوان")
  }

  @Test(arguments: [
    ("a: 1\nb: [\n", "AMP0301"), ("a: b: c\n", "AMP0301"), ("a: @x\n", "AMP0301"),
    ("\t- a\n", "AMP0301"),
    ("key\nother: 1\n", "AMP0301"), ("a: \"x\n", "AMP0301"), ("a: 1\na: 2\n", "AMP0306"),
    ("m:\n  x: 1\n  x: 2\n", "AMP0306"), ("a: &x 1\n", "AMP0307"), ("a: *x\n", "AMP0307"),
    ("<<: {a: 1}\n", "AMP0307"), ("a: !!python/object x\n", "AMP0307"), ("a: [&x 1]\n", "AMP0307"),
    ("- - - - - - - - - - - - - - x\n", "AMP0307"), ("? &a b\n: c\n", "AMP0307"),
  ])
  func brokenTextsGiveOneKindOfError(_ text: String, _ code: String) {
    let (_, _, problems) = read(text)
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.code.rawValue == code && $0.range != nil })
  }

  /// Signs that only look like YAML's special ones.
  @Test(arguments: [
    "a: R&D", "a: \"*x\"", "a: 'x & *y'", "a: x <<", "# &x *y !z", "a: |\n  &x\n  *y: !z\n",
    "a: b!c",
    "a: >\n  *x*\n\nb: c", "a: [\"&x\", '*y']", "a: x # *y", "a: 5 * 3",
  ])
  func ordinarySignsPass(_ text: String) {
    #expect(read(text).2.isEmpty)
  }

  /// The quick way of reading simple lines says what the parser says, or leaves the text to it.
  @Test func theQuickWayEqualsTheParser() {
    let keys = ["id", "title", "a-b", "x1", "id", "no", "  in", "  in-2", "    deep"]
    let values = [
      "m08", "60", "Two words here", "[a, b]", "[a]", "[ a,  b ]", "[]", "x: y", "a # b", "“q”",
      "عنوان طويل",
      "2026-01-02", "it's", "a, b", "[a b]", "yes", "~", "null", "\"q\"", "a:b", "a  ", "é", "- a",
      "[a,b]", "[-a]",
      "a]", "[a]]", "1.5", "a\tb", "x\u{2028}y", "[a, b", "R&D", "a {b}", "tail:", "[a,]", "", "",
      "\"a: b # c\"", "\"a\\tb\"", "\"é “q” …\"", "\"\"", "\"a\" b",
      "\"a\"b\"", "\"x\u{2028}y\"", "\" a  b \" ", "\"", "'q'", "\"[a]\"", "\"{{slot}}\"",
    ]
    var quick = 0
    for seed in 0..<20_000 {
      var random = SeededRandom(seed: UInt64(seed))
      var text = ""
      for _ in 0..<(1 + random.below(4)) {
        text += keys[random.below(keys.count)] + [": ", ":  ", ":", ": ", ": "][random.below(5)]
        text += values[random.below(values.count)] + "\n"
      }
      let source = SourceFile(path: "a.yml", text: text)
      let (value, problems) = YAMLReader.read(source)
      let (full, fullProblems) = YAMLReader.readFully(source)
      #expect(value == full, "\(text)")
      #expect(problems == fullProblems.inFileOrder, "\(text)")
      if problems.isEmpty { quick += 1 }
    }
    #expect(quick > 2_000)
  }

  @Test func brokenFrontMatterKeepsItsOtherKeys() {
    let source = SourceFile(path: "a.md", text: "---\nid: m01\ntitle: Look: listen\n---\n\n# A\n")
    let (document, problems) = MarkdownParser.parse(source)
    #expect(problems.map(\.code) == [.invalidYAML])
    #expect(document.frontMatter?["id"]?.string == "m01")
    #expect(document.markup.nodes.contains { $0.kind == .heading })
  }

  @Test(arguments: [
    "---\n\n# Text\n", "text\n\n---\nid: x\n---\n", "***\n\nid: x\n", "", "---", "---\n",
  ])
  func aRuleIsNoFrontMatter(_ text: String) {
    let (document, _) = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    #expect(document.frontMatter == nil)
  }

  /// A thousand million nodes, were the aliases followed.
  @Test func aBombCostsNothing() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      text +=
        "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let (_, _, problems) = read(text)
    #expect(problems.allSatisfy { $0.code == .yamlAlias })
    #expect(!problems.isEmpty)
  }
}
