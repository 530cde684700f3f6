import CourseModel
import Foundation
import HTMLRendering
import SampleToolkit
import Testing

/// Interface texts in every language.
struct TextsTests {
  @Test(arguments: [
    (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
    (100, "other"), (101, "other"), (102, "other"), (103, "few"), (110, "few"), (111, "many"),
    (200, "other"), (1003, "few"),
  ])
  func arabicPlurals(count: Int, category: String) {
    let text = CountedText.six(
      zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other")
    #expect(text(count) == category)
  }

  @Test(arguments: [(0, "0 tries"), (1, "1 try"), (2, "2 tries"), (101, "101 tries")])
  func englishPlurals(count: Int, text: String) {
    #expect(CountedText.oneOther(one: "{count} try", other: "{count} tries")(count) == text)
  }

  /// Texts of a page's data block: name of group and text to the texts of its forms.
  private static func texts(_ edition: Edition) throws -> [String: [String: String]] {
    let html = Samples.text(try Samples.pages().page(for: edition))
    let start = try #require(html.firstRange(of: "id=\"p_data\">"))
    let json = html[start.upperBound...].prefix { $0 != "<" }
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let groups = try #require(data["texts"] as? [String: [String: Any]])
    var texts: [String: [String: String]] = [:]
    for (group, entries) in groups {
      for (name, value) in entries {
        let single = (value as? String).map { ["": $0] }
        texts["\(group).\(name)"] = try #require(value as? [String: String] ?? single)
      }
    }
    return texts
  }

  private static func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) })
  }

  @Test func languagesHaveTheSameTextsWithTheSamePlaces() throws {
    let editions = SampleToolkit.toolkit().editions
    let english = try Self.texts(editions[0])
    let arabic = try Self.texts(editions[1])
    #expect(english.count > 100)
    #expect(Set(english.keys) == Set(arabic.keys))
    for (name, forms) in english {
      let other = try #require(arabic[name])
      #expect((forms.values.allSatisfy { !$0.isEmpty }), "\(name)")
      #expect((other.values.allSatisfy { !$0.isEmpty }), "\(name)")
      if forms.count == 1 {
        #expect(
          Self.places(forms[""] ?? "") == Self.places(other[""] ?? ""), "\(name)")
      } else {
        #expect(forms.keys.sorted() == ["one", "other"], "\(name)")
        #expect(other.keys.sorted() == ["few", "many", "one", "other", "two", "zero"], "\(name)")
        #expect((other["few"] ?? "").contains("{count}"), "\(name)")
      }
    }
  }

  @Test func titlesOfTheOtherDirectionAreIsolated() throws {
    let arabic = SampleToolkit.toolkit().editions[1]
    let page = Samples.text(try Samples.pages().page(for: arabic))
    #expect(page.contains("«\u{2068}When someone tells you about violence\u{2069}»"))
    #expect(page.contains("«ما معنى الحماية»"))
  }
}
