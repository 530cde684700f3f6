import MarkupTree

/// Constructs of training content.
enum PositionCases {
  typealias Case = PositionTests.Case

  static let all: [Case] = blocks + lists + inlines + typed

  private static func example(
    _ name: String, _ text: String, _ expected: (Markup.Kind, [String])...
  ) -> Case {
    Case(name: name, text: text, expected: expected)
  }

  private static let blocks: [Case] = [
    example("heading", "## One *two*\n", (.heading, ["## One *two*"]), (.text, ["One ", "two"])),
    example("closed heading", "# One ##\n", (.text, ["One"])),
    example(
      "indented heading", "  ### One `two`\n", (.heading, ["### One `two`"]), (.code, ["`two`"])),
    example(
      "heading with braces", "## Say *this* {#say .role-play}\n\ntext\n",
      (.heading, ["## Say *this*"]), (.emphasis, ["*this*"]), (.paragraph, ["text"])),
    example(
      "braces under a heading", "## عنوان\n{#id}\n\nنص *مهم*\n", (.heading, ["## عنوان"]),
      (.emphasis, ["*مهم*"])),
    example(
      "paragraph over lines", "one\n  two *x*\nthree\n", (.text, ["one", "two ", "x", "three"])),
    example(
      "quote", "> one\n> two **x**\n", (.blockQuote, ["> one\n> two **x**"]), (.strong, ["**x**"])),
    example(
      "lazy quote", "> one\ntwo *x*\n", (.emphasis, ["*x*"]), (.blockQuote, ["> one\ntwo *x*"])),
    example("quote in quote", "> > a `b`\n> > c *d*\n", (.code, ["`b`"]), (.emphasis, ["*d*"])),
    example(
      "alert", "> [!KEY] Title\n> one *two*\n", (.blockQuote, ["> [!KEY] Title\n> one *two*"]),
      (.emphasis, ["*two*"]), (.paragraph, ["one *two*"])),
    example(
      "alert with braces", "> [!EXAMPLE] {sector=wash}\n> a *b*\n> c *d*\n",
      (.emphasis, ["*b*", "*d*"])),
    example("alert in an item", "- one\n  > [!HINT]\n  > two *x*\n", (.emphasis, ["*x*"])),
    example("fence", "```\na\n```\n\nb\n", (.codeBlock, ["```\na\n```"]), (.paragraph, ["b"])),
    example("indented code", "a\n\n    b\n\nc\n", (.codeBlock, ["b"]), (.paragraph, ["a", "c"])),
    example("rule", "a\n\n---\n\nb\n", (.thematicBreak, ["---"]), (.paragraph, ["a", "b"])),
    example(
      "HTML", "<div>\nx\n</div>\n\ny *z*\n", (.htmlBlock, ["<div>\nx\n</div>"]),
      (.emphasis, ["*z*"])),
    example(
      "table", "| a | *b* |\n|---|---|\n| `c` | d |\n", (.tableCell, ["a", "*b*", "`c`", "d"]),
      (.emphasis, ["*b*"]), (.code, ["`c`"]), (.tableRow, ["| `c` | d |"])),
    example(
      "table without outer pipes", "a | *b*\n--|--\n c | d *e*\n", (.emphasis, ["*b*", "*e*"])),
    example(
      "pipe in a cell", "| a \\| *b* |\n|---|\n| c |\n", (.emphasis, ["*b*"]),
      (.tableCell, ["a \\| *b*", "c"])),
    example("short row", "| a | b |\n|---|---|\n| c |\n", (.tableCell, ["a", "b", "c", ""])),
    example("table in a quote", "> | a |\n> |---|\n> | *b* |\n", (.emphasis, ["*b*"])),
    example("table in an item", "- x\n\n  | a |\n  |---|\n    | *b* |\n", (.emphasis, ["*b*"])),
    example(
      "table under text", "text\n| a *x* |\n|---|\n| *b* |\n", (.paragraph, ["text"]),
      (.emphasis, ["*x*", "*b*"])),
    example(
      "footnote", "a[^1] *b*\n\n[^1]: see *c*\n", (.footnoteReference, ["[^1]"]),
      (.emphasis, ["*b*", "*c*"]),
      (.footnoteDefinition, ["[^1]: see *c*"])),
    example(
      "footnote over lines", "a[^1]\n\n[^1]: b\n    c *d*\n\n    e *f*\n",
      (.emphasis, ["*d*", "*f*"])),
  ]

  private static let lists: [Case] = [
    example(
      "bullets", "- one\n- two *x*\n", (.item, ["- one", "- two *x*"]), (.emphasis, ["*x*"]),
      (.list, ["- one\n- two *x*"])),
    example(
      "loose bullets", "- one\n\n- two\n\ntext\n", (.item, ["- one", "- two"]),
      (.list, ["- one\n\n- two"])),
    example("second line of an item", "- one\n  two *x*\n", (.emphasis, ["*x*"])),
    example(
      "second line of a task", "- [ ] one\n  two *x* `y`\n", (.emphasis, ["*x*"]), (.code, ["`y`"])),
    example(
      "task", "- [x] one *y*\n", (.item, ["- [x] one *y*"]), (.paragraph, ["one *y*"]),
      (.emphasis, ["*y*"])),
    example(
      "task in a quote", "> - [ ] one *x*\n> - [x] two\n", (.text, ["one ", "x", "two"]),
      (.paragraph, ["one *x*", "two"]), (.emphasis, ["*x*"])),
    example(
      "feedback", "- [x] Listen\n  > Right: *safety* first.\n- [ ] Call\n  > No.\n",
      (.blockQuote, ["> Right: *safety* first.", "> No."]), (.emphasis, ["*safety*"])),
    example(
      "braces behind an item", "- One *two* {#o1 .apply}\n- Three *four*\n",
      (.emphasis, ["*two*", "*four*"])),
    example("numbers", "1. 7′ one *x*\n10. two *y*\n", (.emphasis, ["*x*", "*y*"])),
    example("nested", "- a\n  - b *c*\n    - d *e*\n", (.emphasis, ["*c*", "*e*"])),
    example(
      "answers", "- [Yes](#a) `confirm`\n  > Then *go*.\n- [No](t2#b)\n",
      (.link, ["[Yes](#a)", "[No](t2#b)"]),
      (.code, ["`confirm`"]), (.emphasis, ["*go*"])),
    example("tab behind a marker", "-\tone *x*\n", (.emphasis, ["*x*"])),
  ]

  private static let inlines: [Case] = [
    example(
      "marks in marks", "a ***b*** **c *d***\n", (.strong, ["**b**", "**c *d***"]),
      (.emphasis, ["***b***", "*d*"])),
    example("escape", "a \\* b *c*\n", (.text, ["a \\* b ", "c"]), (.emphasis, ["*c*"])),
    example("entity", "a &amp; b *c* &copy; `d`\n", (.emphasis, ["*c*"]), (.code, ["`d`"])),
    example("code over lines", "a `b\nc` *d*\n", (.code, ["`b\nc`"]), (.emphasis, ["*d*"])),
    example("ticks in code", "a `` ` `` *d*\n", (.code, ["`` ` ``"]), (.emphasis, ["*d*"])),
    example(
      "link over lines", "a [b *c*\nd](e) *f*\n", (.link, ["[b *c*\nd](e)"]),
      (.emphasis, ["*c*", "*f*"])),
    example("reference link", "[a][b] *c*\n\n[b]: /x\n", (.link, ["[a][b]"]), (.emphasis, ["*c*"])),
    example("definition before text", "[b]: /x\n[b] *c*\n", (.link, ["[b]"]), (.emphasis, ["*c*"])),
    example(
      "image and caption", "![a *b*](c.png \"t\")\nCaption *d*\n",
      (.image, ["![a *b*](c.png \"t\")"]), (.emphasis, ["*b*", "*d*"])),
    example(
      "linked image", "[![a](b)](c) *d*\n", (.link, ["[![a](b)](c)"]), (.image, ["![a](b)"]),
      (.emphasis, ["*d*"])),
    example(
      "plain address", "see www.example.org, *d*\n", (.link, ["www.example.org"]),
      (.emphasis, ["*d*"])),
    example(
      "address in angles", "<https://a.b> *d*\n", (.link, ["<https://a.b>"]), (.emphasis, ["*d*"])),
    example("e-mail address", "to a@b.org or *d*\n", (.link, ["a@b.org"]), (.emphasis, ["*d*"])),
    example(
      "struck out", "a ~~b *c*~~ ~d~\n", (.strikethrough, ["~~b *c*~~", "~d~"]),
      (.emphasis, ["*c*"])),
    example(
      "inline HTML", "a <b>c</b> *d*\n", (.htmlInline, ["<b>", "</b>"]), (.emphasis, ["*d*"])),
    example("hard breaks", "a  \nb\\\nc *d*\n", (.text, ["a", "b", "c ", "d"])),
    example("letters of several bytes", "é 日本 *ü*\n", (.emphasis, ["*ü*"])),
  ]

  private static let typed: [Case] = [
    example(
      "Windows lines", "# a\r\n\r\n- b *c*\r\n  d *e*\r\n", (.heading, ["# a"]),
      (.emphasis, ["*c*", "*e*"])),
    example("old Mac lines", "# a\r\rb *c*\r", (.heading, ["# a"]), (.emphasis, ["*c*"])),
    example("byte order mark", "\u{FEFF}# a *b*\n", (.heading, ["# a *b*"]), (.emphasis, ["*b*"])),
    example(
      "no-break space behind #", "##\u{A0}a *b*\n", (.heading, ["##\u{A0}a *b*"]),
      (.emphasis, ["*b*"])),
    example(
      "dash as bullet", "– a *b*\n– c *d*\n", (.item, ["– a *b*", "– c *d*"]),
      (.emphasis, ["*b*", "*d*"])),
    example(
      "Arabic numbers", "١. أول *b*\n٢. ثان *d*\n", (.item, ["١. أول *b*", "٢. ثان *d*"]),
      (.emphasis, ["*b*", "*d*"])),
    example("direction mark before a marker", "\u{200F}- a *b*\n", (.emphasis, ["*b*"])),
    example(
      "no-break space in a box", "- [\u{A0}] a *b*\n", (.emphasis, ["*b*"]), (.paragraph, ["a *b*"])
    ),
    example("tick in a box", "- [✓] a *b*\n  c *d*\n", (.emphasis, ["*b*", "*d*"])),
    example("curly link title", "[a](b “t”) *c*\n", (.link, ["[a](b “t”)"]), (.emphasis, ["*c*"])),
    example(
      "front matter", "---\nid: m1\n---\n\n# a *b*\n", (.heading, ["# a *b*"]), (.emphasis, ["*b*"])
    ),
  ]
}
