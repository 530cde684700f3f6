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
    var script = ByteBuffer()
    var places: [SearchPlace] = []
    MarkupBytes.put("globalThis.AmparoSearch = (globalThis.AmparoSearch || []).concat([", &script)
    for (position, entry) in zip(pages, known) {
      if position > pages.lowerBound { script.append(UInt8(ascii: ",")) }
      let start = script.count
      switch entry {
      case .json(let json): script.append(contentsOf: json)
      case .before(let place):
        if let before = files[place.part], place.range.upperBound <= before.count {
          script.append(contentsOf: before[place.range])
        } else {
          script.append(contentsOf: json(at: position))
        }
      case .unknown: script.append(contentsOf: json(at: position))
      }
      places.append(SearchPlace(part: part, range: start..<script.count))
    }
    MarkupBytes.put("]);\n", &script)
    return (script.bytes, places)
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
    var json = JSONBytes(capacity: article.html.out.count / 2 + 200)
    json.key("context", article.context, isFirst: true)
    json.key("href", map.address(of: article.id, on: article.id, from: nil))
    json.key("text")
    article.html.out.withBytes { html in
      VisibleText.withWords(of: html) { json.string($0) }
    }
    json.key("title", article.title)
    json.endObject()
    return json.bytes
  }
}
