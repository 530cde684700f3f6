public import CourseModel

/// A file of a site.
public struct SiteFile: Sendable {
  /// What a file is made from.
  public enum Origin: Sendable, Equatable {
    /// Nothing that an author wrote.
    case none
    /// One module or tree.
    case file(FileID)
    /// Some of them; one may be named twice.
    case files([FileID])
    /// All modules and trees of an edition.
    case edition
  }

  /// Path inside the site's folder.
  public let path: String
  /// What it is made from.
  public let origin: Origin
  /// Whether it gathers what other files leave while they are made: made last, it costs nothing
  /// twice.
  public let isLast: Bool
  private let make: @Sendable () -> [UInt8]
  private let findKey: @Sendable () -> ContentDigest?

  init(
    _ path: String, _ origin: Origin, isLast: Bool = false,
    key: @escaping @Sendable () -> ContentDigest? = { nil },
    make: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.origin = origin
    self.isLast = isLast
    findKey = key
    self.make = make
  }

  /// Its bytes, made anew each time; the same bytes every time.
  public var bytes: [UInt8] { make() }

  /// A digest of what its bytes rest on: equal keys, equal bytes. Nil when that isn't known, or not
  /// before the bytes were made.
  public var key: ContentDigest? { findKey() }
}

extension ToolkitPages {
  /// The pages of one edition for a web server, with its course and search data.
  ///
  /// Pages are written when their bytes are asked for, so that only those at hand are in memory.
  public func site(for edition: Edition) throws(ThemeError) -> [SiteFile] {
    let site = try SitePages(self, edition)
    let tag = edition.language.tag
    let (memory, paths) = (memory, site.plan.map { "\(tag)/\(PageMap.fileName(of: $0.id))" })
    let search = SearchGathering(site.plan, site.writer) { part in
      memory?.fileBefore(SearchPart.path(part, tag))
    }
    let known = KnownPages(site, search, memory)
    var files = site.plan.enumerated().map { position, planned in
      known.file(paths[position], planned, at: position)
    }
    let whole = key("edition \(tag)")
    files.append(
      SiteFile("assets/course-\(tag).js", .edition, key: { whole }) { site.courseScript() })
    for part in 0..<search.parts {
      let range = SearchPart.range(part, of: paths.count)
      let sources = site.plan[range].map(\.file)
      // The toolkit's own pages show something of everything.
      let origin: SiteFile.Origin =
        sources.contains(nil) ? .edition : .files(sources.compactMap { $0 })
      files.append(
        SiteFile(
          SearchPart.path(part, tag), origin, isLast: true, key: { search.key(of: part) }
        ) {
          let (bytes, places) = search.script(part)
          memory?.remember(searchPlaces: Array(zip(paths[range], places)))
          search.forget(part)
          return bytes
        })
    }
    return files
  }

  /// What all editions of a site share: scripts, styles, engine, media.
  public func siteAssets() -> [SiteFile] {
    let assets = self.assets
    let plain =
      assets.plainEngine.map { plain in
        [SiteFile("assets/\(PlainEngine.fileName)", .none) { Array(plain.script.utf8) }]
      } ?? []
    return [
      SiteFile("assets/engine.js", .none) {
        let engine =
          "globalThis.AmparoData = {\"wasm\": \"\(assets.engine)\", \"engine\": \"\(base64(toolkit.engine))\"};\n"
        return Array(engine.utf8)
      }
    ] + plain + [
      SiteFile("assets/head.js", .none) { Array(assets.headScript.utf8) },
      SiteFile("assets/learner.css", .none) { Array(theme.styles.utf8) },
      SiteFile("assets/learner.js", .none) { Array(assets.script.utf8) },
    ] + toolkit.media.map { media in SiteFile("media/\(media.path)", .none) { media.bytes } }
  }

  /// The chooser of languages of a site; works without scripts.
  public func siteIndex() throws(ThemeError) -> [UInt8] { try index { "\($0.tag)/index.html" } }

  /// Addresses of media, seen from a page of an edition.
  func siteMedia() -> [String: String] {
    Dictionary(
      toolkit.media.map { media in
        var address = ByteBuffer()
        MarkupBytes.escapeAddress(Array("../media/\(media.path)".utf8)[...], into: &address)
        return (media.path, String(decoding: address.bytes, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
  }
}
