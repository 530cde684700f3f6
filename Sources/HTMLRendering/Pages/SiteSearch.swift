internal import CourseModel
internal import Crypto
internal import Synchronization

/// How a site's search data is cut: so that no device reads one file of many megabytes, and no build
/// holds one.
enum SearchPart {
  /// So many pages go into one file, some 400 kB.
  static let pages = 200

  /// How many files there are for some pages; at least one.
  static func count(pages count: Int) -> Int { max(1, (count + pages - 1) / pages) }

  /// Which of the pages are in a file.
  static func range(_ part: Int, of count: Int) -> Range<Int> {
    min(count, part * pages)..<min(count, (part + 1) * pages)
  }

  /// Name of a file: `search-en-1.js` is the first.
  static func name(_ part: Int, _ tag: String) -> String { "search-\(tag)-\(part + 1).js" }

  /// Its path inside the site.
  static func path(_ part: Int, _ tag: String) -> String { "assets/" + name(part, tag) }
}

/// Where the entry of a page stands in the search data that was written.
struct SearchPlace: Sendable {
  /// Number of the file, from 0.
  let part: Int
  let range: Range<Int>
}

/// What a site's search knows of its pages, gathered while they are written.
final class SearchGathering: Sendable {
  /// An entry as JSON, as far as it is known.
  enum Entry: Sendable {
    case unknown
    case json([UInt8])
    /// The entry stands in the search data of the build before.
    case before(SearchPlace)
  }

  private let plan: [PlannedArticle]
  private let writer: ArticleWriter
  /// A file of the search data of the build before; nil when it can't be had.
  private let loadBefore: @Sendable (_ part: Int) -> [UInt8]?
  /// Entries by the position of their page, each with the key of the page.
  private let entries: Mutex<[(entry: Entry, key: ContentDigest?)]>

  /// Begins for the articles of a plan.
  init(
    _ plan: [PlannedArticle], _ writer: ArticleWriter,
    before: @escaping @Sendable (_ part: Int) -> [UInt8]? = { _ in nil }
  ) {
    self.plan = plan
    self.writer = writer
    loadBefore = before
    entries = Mutex(Array(repeating: (.unknown, nil), count: plan.count))
  }

  /// How many files the data has.
  var parts: Int { SearchPart.count(pages: plan.count) }

  /// Notes an article that was written.
  /// - Returns: its entry.
  @discardableResult
  func note(_ article: Article, at position: Int) -> [UInt8] {
    let entry = SearchEntry.json(article, writer.map)
    note(.json(entry), at: position)
    return entry
  }

  /// Notes the entry of an article that needn't be written.
  func note(_ entry: Entry, at position: Int) { entries.withLock { $0[position].entry = entry } }

  /// Notes a digest of what a page rests on: its entry can't differ where that doesn't.
  func note(key: ContentDigest?, at position: Int) {
    entries.withLock { $0[position].key = key }
  }

  /// A digest of what a file of the data rests on; nil before the keys of all its pages are known.
  func key(of part: Int) -> ContentDigest? {
    var hash = SHA256()
    for page in entries.withLock({ $0[SearchPart.range(part, of: plan.count)] }) {
      guard let key = page.key else { return nil }
      hash.update(data: key.bytes)
    }
    return ContentDigest(Array(hash.finalize()))
  }

  /// A script that adds the entries of the pages in a range, and where each stands in it; those not
  /// written yet are written for it.
  func script(_ part: Int) -> (bytes: [UInt8], places: [SearchPlace]) {
    let pages = SearchPart.range(part, of: plan.count)
    let known = entries.withLock { $0[pages].map(\.entry) }
    var files: [Int: [UInt8]] = [:]
    for case .before(let place) in known where files[place.part] == nil {
      files[place.part] = loadBefore(place.part) ?? []
    }
    var script: [UInt8] = []
    var places: [SearchPlace] = []
    MarkupBytes.put("globalThis.AmparoSearch = (globalThis.AmparoSearch || []).concat([", &script)
    for (position, entry) in zip(pages, known) {
      if position > pages.lowerBound { script.append(UInt8(ascii: ",")) }
      let start = script.count
      switch entry {
      case .json(let json): script += json
      case .before(let place):
        if let before = files[place.part], place.range.upperBound <= before.count {
          script += before[place.range]
        } else {
          script += json(at: position)
        }
      case .unknown: script += json(at: position)
      }
      places.append(SearchPlace(part: part, range: start..<script.count))
    }
    MarkupBytes.put("]);\n", &script)
    return (script, places)
  }

  /// Forgets the entries of a file that is written; for the same file again they are written anew.
  func forget(_ part: Int) {
    entries.withLock { entries in
      for position in SearchPart.range(part, of: plan.count) { entries[position].entry = .unknown }
    }
  }

  private func json(at position: Int) -> [UInt8] {
    SearchEntry.json(plan[position].write(writer), writer.map)
  }
}

/// What a site's search knows of a page.
enum SearchEntry {
  /// The entry as JSON.
  static func json(_ article: Article, _ map: PageMap) -> [UInt8] {
    var json = JSONBytes(capacity: article.html.count / 2 + 200)
    json.key("context", article.context, isFirst: true)
    json.key("href", map.address(of: article.id, on: article.id, from: nil))
    json.key("text")
    visibleText(article.html).withUnsafeBufferPointer { json.string($0) }
    json.key("title", article.title)
    json.endObject()
    return json.bytes
  }

  /// The words of a page as it stands there, so that search finds nothing that the page doesn't
  /// show: tags and templates are left out, runs of white space become one space.
  private static func visibleText(_ html: [UInt8]) -> [UInt8] {
    html.withUnsafeBufferPointer { html in
      [UInt8](unsafeUninitializedCapacity: html.count) { words, count in
        count = VisibleText(html: html, words: words).copy()
      }
    }
  }
}

/// Copies the words of a page; they never take more room than the page.
private struct VisibleText {
  let html: UnsafeBufferPointer<UInt8>
  let words: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var hidden = 0

  init(html: UnsafeBufferPointer<UInt8>, words: UnsafeMutableBufferPointer<UInt8>) {
    self.html = html
    self.words = words
  }

  /// Copies all; returns how many bytes there are.
  consuming func copy() -> Int {
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<") {
        index = tag(at: index)
        continue
      }
      index += 1
      if byte == 32 || byte == 10 {
        addSpace()
      } else if byte == UInt8(ascii: "&") {
        let (character, length) = reference(at: index)
        add(character)
        index += length
      } else {
        index = run(from: index - 1)
      }
    }
    return count
  }

  /// Copies everything up to a byte that means something; returns where that stands.
  private mutating func run(from start: Int) -> Int {
    var end = start
    // Letters and everything beyond ASCII need no further look.
    while end < html.count,
      html[end] > UInt8(ascii: "<")
        || (html[end] != UInt8(ascii: "<") && html[end] != UInt8(ascii: "&") && html[end] != 32
          && html[end] != 10)
    { end += 1 }
    if hidden == 0, let target = words.baseAddress, let source = html.baseAddress {
      (target + count).update(from: source + start, count: end - start)
      count += end - start
    }
    return end
  }

  private mutating func add(_ byte: UInt8) {
    guard hidden == 0 else { return }
    words[count] = byte
    count += 1
  }

  private mutating func addSpace() {
    if count > 0, words[count - 1] != 32 { add(32) }
  }

  /// Passes a tag; returns where the page goes on.
  private mutating func tag(at start: Int) -> Int {
    var end = start
    while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
    // The letter behind `<` or `</` tells most names apart.
    let isEnd = start + 1 < html.count && html[start + 1] == UInt8(ascii: "/")
    let name = isEnd ? start + 2 : start + 1
    switch name < html.count ? html[name] : 0 {
    case UInt8(ascii: "t"):
      if starts(with: "template", at: name) { hidden += isEnd ? -1 : 1 }
      addSpace()
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "d"),
      UInt8(ascii: "e"), UInt8(ascii: "s"), UInt8(ascii: "/"):
      if isBlock(start) { addSpace() }
    default: addSpace()
    }
    return end + 1
  }

  private func starts(with text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= html.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where html[start + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The character that a reference of ours stands for, and its length behind the `&`.
  private func reference(at start: Int) -> (UInt8, Int) {
    if starts(with: "lt;", at: start) { return (UInt8(ascii: "<"), 3) }
    if starts(with: "gt;", at: start) { return (UInt8(ascii: ">"), 3) }
    if starts(with: "quot;", at: start) { return (UInt8(ascii: "\""), 5) }
    return (UInt8(ascii: "&"), starts(with: "amp;", at: start) ? 4 : 0)
  }

  /// Whether a tag ends a word: all but those inside a line of text.
  private func isBlock(_ start: Int) -> Bool {
    var name = start + 1
    while name < html.count, html[name] == UInt8(ascii: "/") { name += 1 }
    var end = name
    while end < html.count, html[end] > UInt8(ascii: "/"), html[end] != UInt8(ascii: ">") {
      end += 1
    }
    func isName(_ text: StaticString) -> Bool {
      end - name == text.utf8CodeUnitCount && starts(with: text, at: name)
    }
    return
      !(isName("a") || isName("em") || isName("strong") || isName("code") || isName("sup")
      || isName("del") || isName("bdi") || isName("span"))
  }
}
