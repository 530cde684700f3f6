public import CourseModel

extension ToolkitPages {
  /// A file of a site: its path inside the site's folder and its bytes.
  public typealias SiteFile = (path: String, bytes: [UInt8])

  /// The pages of one edition for a web server, with its course and search data.
  public func site(for edition: Edition) throws(ThemeError) -> [SiteFile] {
    let site = try SitePages(self, edition)
    let articles = site.writer.articles()
    let tag = edition.language.tag
    var files = articles.map { article in
      SiteFile(path: "\(tag)/\(PageMap.fileName(of: article.id))", bytes: site.page(article))
    }
    files.append(("assets/course-\(tag).js", site.courseScript()))
    files.append(("assets/search-\(tag).js", SearchEntry.script(articles, site.writer.map)))
    return files
  }

  /// What all editions of a site share: scripts, styles, engine, media.
  public func siteAssets() -> [SiteFile] {
    let engine =
      "globalThis.AmparoData = {\"wasm\": \"\(assets.engine)\", \"engine\": \"\(base64(toolkit.engine))\"};\n"
    return [
      ("assets/engine.js", Array(engine.utf8)),
      ("assets/head.js", Array(assets.headScript.utf8)),
      ("assets/learner.css", Array(theme.styles.utf8)),
      ("assets/learner.js", Array(assets.script.utf8)),
    ] + toolkit.media.map { ("media/\($0.path)", $0.bytes) }
  }

  /// The chooser of languages of a site; works without scripts.
  public func siteIndex() throws(ThemeError) -> [UInt8] { try index { "\($0.tag)/index.html" } }

  /// Addresses of media, seen from a page of an edition.
  func siteMedia() -> [String: String] {
    Dictionary(
      toolkit.media.map { media in
        var address: [UInt8] = []
        MarkupBytes.escapeAddress(Array("../media/\(media.path)".utf8)[...], into: &address)
        return (media.path, String(decoding: address, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// What a site's search knows of a page.
struct SearchEntry: Encodable {
  let href, title, context, text: String

  /// A script that sets the entries of all pages.
  static func script(_ articles: [Article], _ map: PageMap) -> [UInt8] {
    let entries = articles.map { article in
      SearchEntry(
        href: map.address(of: article.id, on: article.id, from: nil), title: article.title,
        context: article.context, text: visibleText(article.html))
    }
    return Array("globalThis.AmparoSearch = ".utf8) + CourseData.json(entries)
      + Array(";\n".utf8)
  }

  /// The words of a page as it stands there, so that search finds nothing that the page doesn't
  /// show: tags and templates are left out, runs of white space become one space.
  static func visibleText(_ html: [UInt8]) -> String {
    var words: [UInt8] = []
    var index = 0
    var hidden = 0
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<") {
        let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
        let tag = html[index...end]
        if tag.starts(with: "<template".utf8) { hidden += 1 }
        if tag.starts(with: "</template".utf8) { hidden -= 1 }
        index = end + 1
        if let last = words.last, last != 32, isBlock(tag) { words.append(32) }
        continue
      }
      index += 1
      if hidden > 0 { continue }
      if byte == 32 || byte == 10 {
        if let last = words.last, last != 32 { words.append(32) }
      } else if byte == UInt8(ascii: "&"), let (character, length) = reference(html[index...]) {
        words.append(character)
        index += length
      } else {
        words.append(byte)
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// The character that a reference of ours stands for, and its length behind the `&`.
  private static func reference(_ rest: ArraySlice<UInt8>) -> (UInt8, Int)? {
    if rest.starts(with: "lt;".utf8) { return (UInt8(ascii: "<"), 3) }
    if rest.starts(with: "gt;".utf8) { return (UInt8(ascii: ">"), 3) }
    if rest.starts(with: "quot;".utf8) { return (UInt8(ascii: "\""), 5) }
    return rest.starts(with: "amp;".utf8) ? (UInt8(ascii: "&"), 4) : nil
  }

  /// Whether a tag ends a word: all but those inside a line of text.
  private static func isBlock(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { $0 > 47 && $0 != 62 }
    let inline = ["a", "em", "strong", "code", "sup", "del", "bdi", "span"]
    return !inline.contains { name.elementsEqual($0.utf8) }
  }
}
