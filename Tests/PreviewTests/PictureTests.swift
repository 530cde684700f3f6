import Preview
import Testing

/// Areas in pictures: finding items, and writing behind them.
struct PictureTests {
  private static let area = PictureArea(left: 10, right: 30, top: 40, bottom: 60)

  @Test func `An area is a rectangle inside the picture`() {
    #expect(PictureArea(value: "10-30,40-60") == Self.area)
    #expect(PictureArea(value: "0-100,0-100") != nil)
    for value in [
      "", "10-30", "30-10,40-60", "10-10,1-2", "0-101,0-1", "-1-5,0-1", "a-b,c-d", "1-2,3-4,5-6",
    ] {
      #expect(PictureArea(value: value) == nil, "\(value)")
    }
    #expect(Self.area?.attribute == "area=10-30,40-60")
  }

  @Test(arguments: [
    ("- [x] The tap", "- [x] The tap {area=10-30,40-60}"),
    ("- [ ] The tap {#tap}", "- [ ] The tap {#tap area=10-30,40-60}"),
    ("* [X] The tap {area=1-2,3-4}", "* [X] The tap {area=10-30,40-60}"),
    ("  - [ ] The tap {area=1-2,3-4 #tap}  ", "  - [ ] The tap {area=10-30,40-60 #tap}  "),
    ("- [ ] Call {{number}}", "- [ ] Call {{number}} {area=10-30,40-60}"),
    ("> - [ ] In a quote", "> - [ ] In a quote {area=10-30,40-60}"),
    ("-\u{A0}[\u{A0}] Non-breaking", "-\u{A0}[\u{A0}] Non-breaking {area=10-30,40-60}"),
    ("- [ ] الصنبور", "- [ ] الصنبور {area=10-30,40-60}"),
  ])
  func `An area is written behind an item`(line: String, expected: String) throws {
    let area = try #require(Self.area)
    let item = try #require(TaskLine(line))
    #expect(item.writing(area) == expected)
    #expect(TaskLine(expected)?.area == area)
    #expect(TaskLine(expected)?.words == item.words)
    #expect(TaskLine(expected)?.writing(area) == expected)
  }

  @Test(arguments: [
    "", "Text", "- item", "- [y] no", "-[ ] no", "- [ ]", "- []x", "# - [ ] x", "1. [ ] x",
  ])
  func `Other lines are no items`(line: String) {
    #expect(TaskLine(line) == nil)
  }

  private static let text = """
    ---\r
    id: m01\r
    ---\r
    ## One\r
    ![First](media/a.png)\r
    A caption\r
    \r
    - [x] Tap {area=1-2,3-4}\r
      > Feedback\r
    - [ ] Path\r
    ```\r
    ![no](media/no.png)\r
    - [ ] no\r
    ```\r
    ## Two\r
    - [ ] not under a picture\r
    ![Second](../shared/b%20c.png "title")\r
    - [ ] Door\r
    ![out](../../../x.png) ![far](https://example.org/x.png)\r

    """

  @Test func `Items are found under their picture`() throws {
    let uses = PictureUses.find(in: Array(Self.text.utf8), file: "modules/m01/en.md")
    #expect(uses.map(\.picture) == ["modules/m01/media/a.png", "modules/shared/b c.png"])
    #expect(uses.map(\.line) == [5, 17])
    #expect(uses.first?.items.map(\.words) == ["Tap", "Path"])
    #expect(uses.first?.items.map(\.line) == [8, 10])
    #expect(uses.first?.items.first?.area == PictureArea(value: "1-2,3-4"))
    #expect(uses.last?.items.map(\.words) == ["Door"])
  }

  @Test func `Only the line changes`() throws {
    let bytes = Array(("\u{FEFF}" + Self.text).utf8)
    let area = try #require(Self.area)
    let new = try #require(PictureUses.writing(area, line: 10, in: bytes))
    let expected = ("\u{FEFF}" + Self.text).replacing(
      "- [ ] Path\r\n", with: "- [ ] Path {area=10-30,40-60}\r\n")
    #expect(String(decoding: new, as: UTF8.self).utf8.elementsEqual(expected.utf8))
    #expect(PictureUses.writing(area, line: 9, in: bytes) == nil)
    #expect(PictureUses.writing(area, line: 0, in: bytes) == nil)
    #expect(PictureUses.writing(area, line: 10_000, in: bytes) == nil)
    #expect(PictureUses.writing(area, line: 1, in: [0xFF, 0xFE]) == nil)
  }
}
