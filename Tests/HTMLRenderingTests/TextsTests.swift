import CourseModel
import Foundation
import HTMLRendering
import SampleToolkit
import Testing

/// Interface texts in every language.
struct TextsTests {
  private static let numbers = InterfaceTexts.texts(for: Language("es")).numbers

  @Test(arguments: [
    (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
    (100, "other"), (101, "other"), (102, "other"), (103, "few"), (110, "few"), (111, "many"),
    (200, "other"), (1003, "few"),
  ])
  func arabicPlurals(count: Int, category: String) {
    let text = CountedText.six(
      zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other")
    #expect(text(count, Self.numbers) == category)
  }

  @Test(arguments: [(0, "0 tries"), (1, "1 try"), (2, "2 tries"), (101, "101 tries")])
  func englishPlurals(count: Int, text: String) {
    let tries = CountedText.oneOther(one: "{count} try", other: "{count} tries")
    #expect(tries(count, Self.numbers) == text)
  }

  @Test(arguments: [
    (0, "0 essai"), (1, "1 essai"), (2, "2 essais"), (1_000_000, "1.000.000 d’essais"),
    (3_000_000, "3.000.000 d’essais"), (1_000_001, "1.000.001 essais"),
  ])
  func frenchPlurals(count: Int, text: String) {
    let counted = CountedText.french(
      one: "{count} essai", many: "{count} d’essais", other: "{count} essais")
    #expect(counted(count, Self.numbers) == text)
  }

  @Test(arguments: [
    (0, "0 veces"), (1, "1 vez"), (2, "2 veces"), (1_000_000, "1.000.000 de veces"),
  ])
  func spanishPlurals(count: Int, text: String) {
    let counted = CountedText.spanish(
      one: "{count} vez", many: "{count} de veces", other: "{count} veces")
    #expect(counted(count, Self.numbers) == text)
  }

  /// Other languages, by CLDR: 0, 1, 2, 3, 4, 5, 8, 11, 12, 21, 22, 100, 101, 111.
  @Test(arguments: [
    ("sw", "other one other other other other other other other other other other other other"),
    ("am", "one one other other other other other other other other other other other other"),
    ("id", "other other other other other other other other other other other other other other"),
    ("ru", "many one few few few many many many many one few many one many"),
    ("pl", "many one few few few many many many many many few many many many"),
    ("ro", "few one few few few few few few few other other other few few"),
    ("lv", "zero one other other other other other zero zero one other zero one zero"),
    ("he", "other one two other other other other other other other other other other other"),
    ("cy", "zero one two few other other other other other other other other other other"),
    ("ga", "other one two few few few many other other other other other other other"),
    ("tl", "one one one one other one one one one one one one one one"),
  ])
  func pluralsOfOtherLanguages(tag: String, categories: String) {
    let rule = PluralRule.rule(for: Language(tag))
    let found = [0, 1, 2, 3, 4, 5, 8, 11, 12, 21, 22, 100, 101, 111].map(rule.category)
    #expect(found.map(\.rawValue).joined(separator: " ") == categories)
  }

  @Test func smallestNumberHasACategory() {
    #expect(PluralRule.rule(for: Language("ru")).category(of: .min) == .many)
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

  /// The English sample as an edition in another language: only the interface's words differ.
  private static func edition(_ tag: String) -> Edition {
    let english = SampleToolkit.toolkit().editions[0]
    return Edition(
      language: Language(tag), title: english.title, tracks: [], modules: [], trees: [],
      glossary: [], guidance: [], support: [])
  }

  @Test(arguments: [
    ("ar", ["few", "many", "one", "other", "two", "zero"]), ("es", ["many", "one", "other"]),
    ("fr", ["many", "one", "other"]),
  ])
  func languagesHaveTheSameTextsWithTheSamePlaces(tag: String, categories: [String]) throws {
    let english = try Self.texts(Self.edition("en"))
    let translated = try Self.texts(Self.edition(tag))
    #expect(english.count > 100)
    #expect(Set(english.keys) == Set(translated.keys))
    for (name, forms) in english {
      let other = try #require(translated[name])
      #expect((forms.values.allSatisfy { !$0.isEmpty }), "\(name)")
      #expect((other.values.allSatisfy { !$0.isEmpty }), "\(name)")
      if forms.count == 1 {
        #expect(
          Self.places(forms[""] ?? "") == Self.places(other[""] ?? ""), "\(name)")
      } else {
        #expect(forms.keys.sorted() == ["one", "other"], "\(name)")
        #expect(other.keys.sorted() == categories, "\(name)")
        #expect((other["many"] ?? "").contains("{count}"), "\(name)")
        #expect((other["other"] ?? "").contains("{count}"), "\(name)")
      }
    }
  }

  @Test func frenchSpacesDontBreak() throws {
    let page = Samples.text(try Samples.pages().page(for: Self.edition("fr")))
    #expect(page.contains("Langue") && page.contains("«\u{A0}Sortir vite\u{A0}»"))
    let texts = try Self.texts(Self.edition("fr")).values.flatMap(\.values)
    for text in texts {
      #expect(!(text.contains(#/ [:;?!%»]|« /#)), "\(text)")
    }
    #expect(texts.contains { $0.contains("\u{202F}?") })
  }

  @Test func titlesOfTheOtherDirectionAreIsolated() throws {
    let arabic = SampleToolkit.toolkit().editions[1]
    let page = Samples.text(try Samples.pages().page(for: arabic))
    #expect(page.contains("«\u{2068}When someone tells you about violence\u{2069}»"))
    #expect(page.contains("«ما معنى الحماية»"))
  }
}
