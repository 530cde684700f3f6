package import CourseCompiler
package import CourseModel
import Exporters
import HTMLRendering
import Synchronization

/// A toolkit that compiled, with its pages; each is written when somebody asks for it.
package final class ShownToolkit: Sendable {
  private struct SiteKey: Hashable {
    let language: Language
    let isForFacilitators: Bool
  }

  /// A site, and a number that changes when what its pages share does.
  private struct Site: Sendable {
    let pages: SitePages
    let course: [UInt8]
    let version: Checksum
  }

  /// The toolkit.
  package let toolkit: Toolkit
  /// Its variants; none when it is one itself.
  package let variants: [VariantToolkit]
  private let shownVariants = Mutex<[Variant: ShownToolkit]>([:])
  private let pictures: [String]
  private let learner: ToolkitPages
  private let facilitator: ToolkitPages
  private let sharedVersion: Checksum
  private let look: PreviewLook
  private let memory: PageMemory
  /// Learners' pages in the default language, which show that the theme works.
  private let firstPages: SitePages?
  private let shelves = Mutex<[PackageStandard: PackageShelf]>([:])
  private let sites = Mutex<[SiteKey: Site]>([:])

  /// Prepares the pages, and writes nothing but what shows that the theme works.
  ///
  /// - Parameters:
  ///   - variants: the same for some of its readers.
  ///   - pictures: paths of all pictures of the content; a toolkit holds only those that learners
  ///     see.
  ///   - memory: what pages show of modules that are as they were.
  init(
    _ toolkit: Toolkit, variants: [VariantToolkit] = [], pictures: [String], look: PreviewLook,
    memory: PageMemory
  ) throws(ThemeError) {
    self.toolkit = toolkit
    self.variants = variants
    self.pictures = pictures
    self.look = look
    self.memory = memory
    learner = ToolkitPages(
      toolkit: toolkit, theme: look.theme, assets: look.assets, memory: memory)
    facilitator = ToolkitPages(
      toolkit: Self.forFacilitators(toolkit, pictures: pictures), theme: look.theme,
      assets: look.assets, memory: memory)
    var version = Checksum()
    for file in learner.siteAssets() where !file.path.hasPrefix("media/") {
      version.add(file.bytes)
    }
    sharedVersion = version
    _ = try learner.siteIndex()
    if let edition = toolkit.editions.first {
      firstPages = try SitePages(learner, edition)
    } else {
      firstPages = nil
    }
  }

  /// A variant as authors write it, `sector=wash`, made ready when somebody looks at it first; the
  /// toolkit itself for an empty name. Nil when there is no such.
  func variant(_ text: String) -> ShownToolkit? {
    if text.isEmpty { return self }
    guard let variant = variants.first(where: { $0.variant.text == text }) else { return nil }
    if let known = shownVariants.withLock({ $0[variant.variant] }) { return known }
    let made = try? ShownToolkit(
      variant.toolkit, pictures: pictures, look: look, memory: memory)
    guard let shown = made else { return nil }
    shownVariants.withLock { $0[variant.variant] = shown }
    return shown
  }

  /// The module or tree of a page that some variant has, whichever.
  func file(ofPage file: String, _ tag: String, _ audience: Audience) -> FileID? {
    let names = [""] + variants.map(\.variant.text)
    return names.lazy.compactMap { self.variant($0)?.draft(tag, file, audience)?.0.file }.first
  }

  /// The same toolkit under an id of its own, so that looking at facilitators' pages leaves no mark
  /// in a learner's work.
  private static func forFacilitators(_ toolkit: Toolkit, pictures: [String]) -> Toolkit {
    let known = Set(toolkit.media.map(\.path))
    let more = pictures.filter { !known.contains($0) }
      .map { Media(path: $0, mediaType: "", bytes: []) }
    return Toolkit(
      id: toolkit.id + "_facilitators", version: toolkit.version,
      defaultLanguage: toolkit.defaultLanguage, editions: toolkit.editions, engine: toolkit.engine,
      media: toolkit.media + more)
  }

  private func pages(_ audience: Audience) -> ToolkitPages {
    switch audience {
    case .learner: learner
    case .facilitator: facilitator
    }
  }

  private func site(_ tag: String, _ audience: Audience) -> Site? {
    guard let edition = toolkit.editions.first(where: { $0.language.tag == tag }) else {
      return nil
    }
    let key = SiteKey(language: edition.language, isForFacilitators: audience == .facilitator)
    if let known = sites.withLock({ $0[key] }) { return known }
    let isFirst =
      audience == .learner && edition.language == toolkit.editions.first?.language
    let made =
      isFirst ? firstPages : try? SitePages(pages(audience), edition, audience: audience)
    guard let pages = made else { return nil }
    let course = pages.courseScript()
    var version = sharedVersion
    version.add(course)
    let site = Site(pages: pages, course: course, version: version)
    sites.withLock { $0[key] = site }
    return site
  }

  /// A page of a language, and a number that changes when the page or anything it runs does.
  ///
  /// - Parameter file: `m01.html`; an empty name is the start page's.
  func draft(
    _ tag: String, _ file: String, _ audience: Audience
  ) -> (SitePages.Draft, version: String)? {
    guard let site = site(tag, audience),
      let draft = site.pages.draft(of: file.isEmpty ? "index.html" : file)
    else { return nil }
    var version = site.version
    version.add(draft.start)
    return (draft, version.text)
  }

  /// A file that the pages share: `course-en.js`, `learner.css`.
  func asset(_ name: String, _ audience: Audience) -> [UInt8]? {
    if let tag = name.between("course-", ".js") { return site(tag, audience)?.course }
    if let part = name.between("search-", ".js"), let number = part.lastIndex(of: "-") {
      return site(String(part[..<number]), audience)?.pages.searchScript(name)
    }
    return pages(audience).siteAssets().first { $0.path == "assets/\(name)" }?.bytes
  }

  /// The packages for a standard, made when somebody asks for them.
  func shelf(_ standard: PackageStandard) -> PackageShelf {
    shelves.withLock { shelves in
      if let known = shelves[standard] { return known }
      let shelf = PackageShelf(
        toolkit, standard: standard, theme: look.theme, assets: look.assets)
      shelves[standard] = shelf
      return shelf
    }
  }

  /// The one-file form exactly as a build writes it; nil when there is no such file.
  func builtFile(_ name: String) -> [UInt8]? {
    if name.isEmpty || name == "index.html" { return try? learner.index() }
    guard let tag = name.between("", ".html"),
      let edition = toolkit.editions.first(where: { $0.language.tag == tag })
    else { return nil }
    return try? learner.page(for: edition)
  }
}

extension String {
  /// What stands between a beginning and an end.
  func between(_ start: String, _ end: String) -> String? {
    guard hasPrefix(start), hasSuffix(end), utf8.count > start.utf8.count + end.utf8.count else {
      return nil
    }
    return String(dropFirst(start.count).dropLast(end.count))
  }
}

/// FNV-1a, 64 bits: tells whether bytes changed, nothing more.
struct Checksum: Sendable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in more bytes.
  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ UInt64(bytes.count)) &* 0x100_0000_01b3
  }

  /// The number as hexadecimal digits.
  var text: String { String(value, radix: 16) }
}
