import CourseModel
import Crypto
import Foundation
import HTMLRendering
import OfflineChecks
import SampleToolkit
import Testing

/// What holds for every page: ids, links, policy, escaping.
struct StructureTests {
  /// Values of an attribute in a page, in order.
  static func values(_ name: String, in html: String) -> [String] {
    var values: [String] = []
    var rest = html[...]
    while let start = rest.range(of: " \(name)=\"") {
      rest = rest[start.upperBound...]
      let value = rest.prefix { $0 != "\"" }
      values.append(String(value))
      rest = rest[value.endIndex...]
    }
    return values
  }

  /// A page without scripts, styles and data, which may hold text that looks like attributes.
  static func markup(_ html: String) -> String {
    var html = html
    for name in ["script", "style"] {
      while let start = html.range(of: "<\(name)"),
        let end = html.range(of: "</\(name)>", range: start.upperBound..<html.endIndex)
      {
        html.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    return html
  }

  @Test func idsAreUniqueAndReferencesResolveInTheOneFile() throws {
    for edition in SampleToolkit.toolkit().editions {
      let html = Self.markup(Samples.text(try Samples.pages().page(for: edition)))
      let ids = Self.values("id", in: html)
      let repeated = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
      #expect(repeated == [])
      let known = Set(ids)
      for href in Self.values("href", in: html) where href.hasPrefix("#") {
        #expect(known.contains(String(href.dropFirst())), "\(href)")
      }
      for name in ["aria-labelledby", "aria-controls", "aria-describedby", "for"] {
        for id in Self.values(name, in: html).flatMap({ $0.split(separator: " ") }) {
          #expect(known.contains(String(id)), "\(name) \(id)")
        }
      }
    }
  }

  @Test func everyLinkOfTheSiteLeadsToAPage() throws {
    let pages = try Samples.pages()
    var documents: [String: String] = [:]
    for edition in SampleToolkit.toolkit().editions {
      for file in try pages.site(for: edition) where file.path.hasSuffix(".html") {
        documents[file.path] = Self.markup(Samples.text(file.bytes))
      }
    }
    for (path, html) in documents {
      let ids = Self.values("id", in: html)
      #expect(Set(ids).count == ids.count, "\(path)")
      for href in Self.values("href", in: html) {
        if href.hasPrefix("http") || href.hasPrefix("about:") || href.hasPrefix("../assets") {
          continue
        }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let folder = path.prefix { $0 != "/" }
        let target =
          parts[0].isEmpty
          ? path
          : parts[0].hasPrefix("../") ? String(parts[0].dropFirst(3)) : "\(folder)/\(parts[0])"
        let document = try #require(documents[target], "\(href) on \(path)")
        if parts.count == 2 {
          #expect(Self.values("id", in: document).contains(String(parts[1])), "\(href) on \(path)")
        }
      }
    }
  }

  @Test func policyHasTheHashOfEveryInlineElementAndNothingElseRuns() throws {
    let pages = try Samples.pages(
      scripts: [("00-head.js", "first()"), ("10-rest.js", "second()")], engine: "AAAA")
    let edition = try #require(SampleToolkit.toolkit().editions.first)
    let html = Samples.text(try pages.page(for: edition))
    let policy = try #require(Self.values("content", in: html).first)
    let styles = try #require(html.firstRange(of: "<style>"))
    let end = try #require(html.firstRange(of: "</style>"))
    let contents = ["first()\n", "second()\n", String(html[styles.upperBound..<end.lowerBound])]
    for content in contents {
      let hash = Data(SHA256.hash(data: Array(content.utf8))).base64EncodedString()
      #expect(policy.contains("'sha256-\(hash)'"))
    }
    #expect(policy.components(separatedBy: "sha256-").count == 4)
    #expect(policy.hasPrefix("default-src 'none'; "))
    let markup = Self.markup(html)
    #expect(!markup.contains(" style=\""))
    #expect(!markup.contains(/\son[a-z]+="/))
    #expect(RemoteAddresses.inPage(Array(html.utf8)) == [])
  }

  static let hostile = "\"><script>alert(1)</script><!--<script>'&amp;\u{2028}</style>{{main}}"

  /// Hostile words in every place that holds an author's text.
  static var hostileToolkit: Toolkit {
    let prose = Prose(stringLiteral: hostile)
    return SampleToolkit.toolkit().mapQuestions { question in
      Question(
        anchor: question.anchor, engineIndex: question.engineIndex, prompt: prose,
        kind: question.kind, introduction: [],
        options: question.options.map { _ in
          .init(text: prose, isRight: false, feedback: [.prose(prose)])
        }, hint: [.prose(prose)], isCritical: false, tries: 0, outcome: nil)
    }.mapEditions { edition in
      Edition(
        language: edition.language, title: hostile,
        tracks: [Track(id: "t", title: hostile, items: edition.modules.map(\.id))],
        modules: edition.modules.map { module in
          Module(
            id: module.id, engineIndex: module.engineIndex, title: hostile,
            language: module.language, minutes: 1, prerequisites: module.prerequisites,
            guidance: module.guidance, contentWarning: hostile, version: hostile,
            review: .init(status: hostile, date: hostile),
            outcomes: [Outcome(id: "o", level: nil, text: prose, language: edition.language)],
            sections: module.sections)
        },
        trees: edition.trees.map {
          Tree(
            id: $0.id, engineIndex: $0.engineIndex, title: hostile, contentWarning: hostile,
            introduction: [.prose(prose)], nodes: $0.nodes, language: $0.language)
        },
        glossary: [
          Term(
            id: "x", name: prose, definition: [.prose(prose)], language: edition.language)
        ],
        guidance: [
          Guidance(
            id: "g", title: hostile, publisher: hostile, year: 1, edition: hostile,
            language: edition.language, address: "javascript:alert(1)", note: hostile)
        ],
        support: [
          .prose(
            SampleProse.blocks([
              .paragraph([
                .link(.external("JavaScript:alert(1)"), ["x"]), .html("<script>alert(2)</script>"),
                .link(.external("https://e.org/\"onclick=\"x"), ["y"]),
              ]), .html("<img src=https://e.org/x onerror=alert(3)>"),
            ]))
        ])
    }
  }

  @Test func hostileTextsStayText() throws {
    let pages = try Samples.pages(Self.hostileToolkit)
    for edition in Self.hostileToolkit.editions {
      var files = [try pages.page(for: edition), try pages.index(), try pages.siteIndex()]
      files += try pages.site(for: edition).filter { $0.path.hasSuffix(".html") }.map(\.bytes)
      for bytes in files {
        let html = Samples.text(bytes)
        #expect(!html.contains("<script>alert"))
        #expect(!html.contains("<img src=https"))
        #expect(!html.lowercased().contains("href=\"javascript:"))
        #expect(!html.contains(/<a [^>]*onclick="/))
        #expect(!html.contains("<!--"))
        #expect(RemoteAddresses.inPage(bytes) == [])
      }
      let html = Samples.text(files[0])
      let start = try #require(html.firstRange(of: "id=\"p_data\">"))
      let json = html[start.upperBound...].prefix { $0 != "<" }
      let data = try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      #expect((data["toolkit"] as? [String: Any])?["title"] as? String == Self.hostile)
      #expect(html.contains("{{main}}"))
    }
  }

  @Test func textInAnotherLanguageSaysSo() throws {
    let toolkit = SampleToolkit.toolkit()
    let arabic = Samples.text(try Samples.pages().page(for: toolkit.editions[1]))
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\""))
    #expect(
      arabic.contains(#"id="m02" data-page-kind="module" data-file="m02" lang="en" dir="ltr""#))
    #expect(arabic.contains(#"<li id="m01-o2" lang="en" dir="ltr">find three risks"#))
    #expect(arabic.contains(#"id="term_disclosure" data-term="disclosure" lang="en" dir="ltr""#))
    let english = Samples.text(try Samples.pages().page(for: toolkit.editions[0]))
    #expect(english.contains(#"<div class="passage" lang="ar" dir="rtl">"#))
    #expect(!english.contains(#"class="passage" lang="en""#))
  }

  @Test func deepNestingDoesNotOverflow() throws {
    var blocks: [Block] = [.text("deepest")]
    for _ in 0..<2_000 {
      blocks = [
        .callout(Callout(kind: .note, title: nil, anchor: nil, situation: nil, blocks: blocks))
      ]
    }
    let nested = blocks
    let toolkit = SampleToolkit.toolkit().mapBlocks { _ in nested[0] }
    let page = try Samples.pages(toolkit).page(for: toolkit.editions[0])
    #expect(Samples.text(page).contains("deepest"))
  }
}
