public import CourseModel
internal import Learning
import Synchronization

/// What pages leave for the next time they are wanted, so that only those are written again that
/// would come out differently.
///
/// A page is known by the digest of the module or tree it shows, by the frame around it, and by every
/// answer it got about the rest of its edition. What is taken from here is what would be made
/// without it.
public final class PageMemory: Sendable {
  /// What one page rests on.
  struct Page: Sendable {
    /// Digest of what it shows by itself, and of its frame.
    let basis: ContentDigest
    /// What it asked, with the answers; `PageInquiry.decode` reads it.
    let inquiries: [UInt8]
    /// A hash of all that could be asked, as it was when the answers were last looked at.
    var world: UInt64
    /// Its entry in the search data; nil when that isn't in memory.
    var search: [UInt8]?
    /// Where that entry stands in the search data that was written last.
    var searchPlace: SearchPlace?
  }

  /// A module as an audience sees it.
  struct SummaryKey: Sendable, Hashable {
    let module: ContentDigest
    let audience: Audience
  }

  struct State: Sendable {
    var summaries: [SummaryKey: ModuleSummary] = [:]
    /// By their paths inside the site's folder.
    var pages: [String: Page] = [:]
  }

  private let state: Mutex<State>
  private let loadBefore = Mutex<(@Sendable (String) -> [UInt8]?)?>(nil)

  /// Creates an empty memory.
  public convenience init() { self.init(State()) }

  init(_ state: State) { self.state = Mutex(state) }

  /// Everything in it.
  var content: State { state.withLock { $0 } }

  /// What other pages show of a module.
  func summary(of module: Module, for audience: Audience) -> ModuleSummary {
    guard let digest = module.digest else { return ModuleSummary(module, audience: audience) }
    let key = SummaryKey(module: digest, audience: audience)
    if let known = state.withLock({ $0.summaries[key] }) { return known }
    let summary = ModuleSummary(module, audience: audience)
    state.withLock { $0.summaries[key] = summary }
    return summary
  }

  /// What a page rests on.
  func page(at path: String) -> Page? { state.withLock { $0.pages[path] } }

  /// Remembers a page.
  func remember(_ page: Page, at path: String) { state.withLock { $0.pages[path] = page } }

  /// Says where files of the site as it was written last are to be had.
  ///
  /// - Parameter load: the bytes of a file by its path inside the site's folder; nil unless they are
  ///   exactly those that were written.
  public func lookUpFiles(with load: @escaping @Sendable (String) -> [UInt8]?) {
    loadBefore.withLock { $0 = load }
  }

  /// A file of the site as it was written last.
  func fileBefore(_ path: String) -> [UInt8]? { loadBefore.withLock { $0 }?(path) }

  /// Remembers where entries stand in the search data just written, instead of the entries.
  func remember(searchPlaces: [(path: String, place: SearchPlace)]) {
    state.withLock { state in
      for (path, place) in searchPlaces {
        state.pages[path]?.searchPlace = place
        state.pages[path]?.search = nil
      }
    }
  }

  /// Forgets what belongs to no module and no page of a site.
  public func forget(except toolkit: Toolkit, paths: Set<String>) {
    let digests = Set(toolkit.editions.flatMap { $0.modules.compactMap(\.digest) })
    state.withLock { state in
      state.summaries = state.summaries.filter { digests.contains($0.key.module) }
      state.pages = state.pages.filter { paths.contains($0.key) }
    }
  }
}

extension PageInquiry {
  /// Some questions with their answers as bytes, which `decode` reads.
  static func encode(_ inquiries: [PageInquiry], _ answer: (PageInquiry) -> UInt64) -> [UInt8] {
    var writer = ByteBuffer(capacity: inquiries.count * 32 + 5)
    writer.count(inquiries.count)
    for inquiry in inquiries {
      inquiry.encode(to: &writer)
      var answer = answer(inquiry).littleEndian
      withUnsafeBytes(of: &answer) { bytes in
        for byte in bytes { writer.append(byte) }
      }
    }
    return writer.bytes
  }

  /// Reads such bytes.
  static func decode(
    _ bytes: [UInt8]
  ) throws(CodecError) -> [(inquiry: PageInquiry, answer: UInt64)] {
    var reader = ByteReader(bytes)
    var found: [(PageInquiry, UInt64)] = []
    for _ in 0..<(try reader.count(upTo: 1 << 24, eachAtLeast: 9)) {
      let inquiry = try PageInquiry(from: &reader)
      found.append((inquiry, try reader.fixed64()))
    }
    try reader.finish()
    return found
  }

  private func encode(to writer: inout ByteBuffer) {
    switch self {
    case .after(let page): writer.entry(0, page)
    case .before(let page): writer.entry(1, page)
    case .afterModule(let file): writer.entry(2, file.text)
    case .position(let file): writer.entry(3, file.text)
    case .title(let file): writer.entry(4, file.text)
    case .number(let file): writer.entry(5, file.text)
    case .tree(let file): writer.entry(6, file.text)
    case .node(let place): writer.entry(7, place)
    case .term(let id): writer.entry(8, id)
    case .source(let id): writer.entry(9, id)
    case .place(let place): writer.entry(10, place)
    case .hasTerm(let id): writer.entry(11, id)
    case .hasSource(let id): writer.entry(12, id)
    case .ownPages: writer.append(13)
    case .contents(let file): writer.entry(14, file.text)
    case .editions(let page): writer.entry(15, page)
    }
  }

  private init(from reader: inout ByteReader) throws(CodecError) {
    switch try reader.byte() {
    case 0: self = .after(try reader.text())
    case 1: self = .before(try reader.text())
    case 2: self = .afterModule(FileID(try reader.text()))
    case 3: self = .position(FileID(try reader.text()))
    case 4: self = .title(FileID(try reader.text()))
    case 5: self = .number(FileID(try reader.text()))
    case 6: self = .tree(FileID(try reader.text()))
    case 7: self = .node(try reader.place())
    case 8: self = .term(try reader.text())
    case 9: self = .source(try reader.text())
    case 10: self = .place(try reader.place())
    case 11: self = .hasTerm(try reader.text())
    case 12: self = .hasSource(try reader.text())
    case 13: self = .ownPages
    case 14: self = .contents(FileID(try reader.text()))
    case 15: self = .editions(try reader.text())
    default: throw .unknownValue
    }
  }
}

extension ByteWriter {
  /// Appends a text: its length and its bytes.
  mutating func text(_ text: String) { block(Array(text.utf8)) }

  /// Appends a place.
  mutating func place(_ place: Anchor) {
    text(place.file.text)
    flag(place.element != nil)
    if let element = place.element { text(element) }
  }
}

// Bytes as `ByteWriter` writes them, without an array for each text.
extension ByteBuffer {
  fileprivate mutating func count(_ count: Int) {
    var rest = UInt32(clamping: count)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  private mutating func text(_ text: String) {
    text.withBytes { bytes in
      count(bytes.count)
      append(contentsOf: bytes)
    }
  }

  fileprivate mutating func entry(_ kind: UInt8, _ text: String) {
    append(kind)
    self.text(text)
  }

  fileprivate mutating func entry(_ kind: UInt8, _ place: Anchor) {
    entry(kind, place.file.text)
    append(place.element == nil ? 0 : 1)
    if let element = place.element { text(element) }
  }
}

extension ByteReader {
  /// Reads a text; bytes that aren't UTF-8 are refused.
  mutating func text() throws(CodecError) -> String {
    let bytes = try block(upTo: 1 << 24)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .unknownValue }
    return text
  }

  /// Reads a place.
  mutating func place() throws(CodecError) -> Anchor {
    let file = FileID(try text())
    return Anchor(file, try flag() ? try text() : nil)
  }
}
