public import CourseModel
internal import Crypto

/// Pages of one edition of a site that may be known from the last time.
///
/// A class, since every page refers to it.
final class KnownPages: Sendable {
  private let site: SitePages
  private let search: SearchGathering
  private let memory: PageMemory?
  /// Digest of what is the same on all pages: template, interface texts, languages, version.
  private let frame: ContentDigest?
  /// Modules and trees by id.
  private let digests: [FileID: (digest: ContentDigest?, number: Int)]
  private let whole: ContentDigest?

  init(_ site: SitePages, _ search: SearchGathering, _ memory: PageMemory?) {
    self.site = site
    self.search = search
    self.memory = PageAnswers.canTell(site.writer.edition) ? memory : nil
    frame = site.frame
    whole = site.pages.key("edition \(site.writer.edition.language.tag)")
    let edition = site.writer.edition
    digests = Dictionary(
      edition.modules.map { ($0.id, ($0.digest, $0.engineIndex)) }
        + edition.trees.map { ($0.id, ($0.digest, $0.engineIndex)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The file of a page.
  func file(_ path: String, _ planned: PlannedArticle, at position: Int) -> SiteFile {
    guard let file = planned.file else {
      // The toolkit's own pages show something of everything.
      let key: @Sendable () -> ContentDigest? = { [self] in
        search.note(key: whole, at: position)
        return whole
      }
      return SiteFile(path, .edition, key: key) { [self] in page(planned, at: position) }
    }
    guard let memory, let basis = basis(of: planned, file) else {
      return SiteFile(path, .file(file)) { [self] in page(planned, at: position) }
    }
    let key: @Sendable () -> ContentDigest? = { [self] in
      guard let page = current(path, basis, memory) else { return nil }
      if let entry = page.search {
        search.note(.json(entry), at: position)
      } else if let place = page.searchPlace {
        search.note(.before(place), at: position)
      }
      let key = Self.digest([basis.bytes, page.inquiries])
      search.note(key: key, at: position)
      return key
    }
    return SiteFile(path, .file(file), key: key) { [self] in
      tracedPage(planned, at: position, path: path, basis: basis, memory)
    }
  }

  /// Writes a page.
  private func page(_ planned: PlannedArticle, at position: Int) -> [UInt8] {
    let article = planned.write(site.writer)
    search.note(article, at: position)
    return site.page(article)
  }

  /// Writes a page and remembers what it rests on.
  private func tracedPage(
    _ planned: PlannedArticle, at position: Int, path: String, basis: ContentDigest,
    _ memory: PageMemory
  ) -> [UInt8] {
    let trace = PageTrace()
    let writer = site.writer.traced(trace)
    let article = planned.write(writer)
    let entry = search.note(article, at: position)
    let bytes = site.page(article, by: writer)
    let inquiries = PageInquiry.encode(trace.inquiries, site.answers.answer)
    memory.remember(
      .init(basis: basis, inquiries: inquiries, world: site.answers.world, search: entry), at: path)
    return bytes
  }

  /// What is known of a page, when it would come out the same again.
  private func current(
    _ path: String, _ basis: ContentDigest, _ memory: PageMemory
  ) -> PageMemory.Page? {
    guard var page = memory.page(at: path), page.basis == basis else { return nil }
    if page.world == site.answers.world { return page }
    guard let asked = try? PageInquiry.decode(page.inquiries),
      asked.allSatisfy({ site.answers.answer($0.inquiry) == $0.answer })
    else { return nil }
    page.world = site.answers.world
    memory.remember(page, at: path)
    return page
  }

  /// Digest of what a page shows by itself, and of its frame.
  private func basis(of planned: PlannedArticle, _ file: FileID) -> ContentDigest? {
    guard let frame, let (digest, number) = digests[file], let digest else { return nil }
    return Self.digest([
      frame.bytes, digest.bytes, Array("\(number) \(planned.id)".utf8),
    ])
  }

  private static func digest(_ parts: [[UInt8]]) -> ContentDigest? {
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return hash.finalize().withUnsafeBytes { ContentDigest($0) }
  }
}

extension SitePages {
  /// Digest of what is the same on all pages of the edition; nil when there is none.
  fileprivate var frame: ContentDigest? {
    var parts = common
    // Marks in the place of what differs: where it stands in the template is part of the frame.
    parts.pageID = Array("\u{1}page".utf8)
    parts.windowTitle = Array("\u{1}title".utf8)
    parts.languageLinks = Array("\u{1}languages".utf8)
    parts.contents = Array("\u{1}contents".utf8)
    parts.main = Array("\u{1}main".utf8)
    parts.data = Array("\u{1}data".utf8)
    var hash = SHA256()
    hash.update(data: shell.filled(parts))
    hash.update(data: Array(writer.edition.language.tag.utf8))
    hash.update(data: Array(writer.edition.title.utf8))
    // Every text of the interface by name, whatever there may be, and those for parts that are still
    // in the default language.
    for texts in [writer.texts, writer.edition.interface(for: Language("und"))] {
      // JSON with sorted keys: a description would list dictionaries in another order in each run.
      hash.update(data: CourseData.json(texts.page))
      hash.update(data: CourseData.json(texts.script))
      hash.update(data: CourseData.json(texts.numbers))
      hash.update(data: Array(texts.language.tag.utf8))
    }
    for entry in languages { hash.update(data: Array("\(entry)\n".utf8)) }
    return ContentDigest(Array(hash.finalize()))
  }
}

extension ToolkitPages {
  /// A digest of everything that anything made of the toolkit may rest on, and of what is made; nil
  /// when nobody vouches for the toolkit.
  public func key(_ what: String) -> ContentDigest? {
    guard let digest = toolkit.digest else { return nil }
    var hash = SHA256()
    hash.update(data: digest.bytes)
    for text in [what] + toolkit.editions.map(\.language.tag) + look {
      hash.update(data: Array("\(text.utf8.count) ".utf8))
      hash.update(data: Array(text.utf8))
    }
    return ContentDigest(Array(hash.finalize()))
  }

  private var look: [String] {
    theme.files.flatMap { [$0.name, $0.text] } + [assets.headScript, assets.script, assets.engine]
      + PackageStandard.allCases.compactMap { assets.packageScripts[$0] }
  }
}
