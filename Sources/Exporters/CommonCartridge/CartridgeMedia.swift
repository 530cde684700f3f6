import CourseModel

/// Pictures and sounds of a cartridge: their files, and how texts name them.
struct CartridgeMedia {
  /// Where a text stands that names media.
  enum Place {
    /// In a page, which is a file of its own.
    case page
    /// In the XML of a quiz or topic.
    case document
  }

  private let files: [PackageFiles.MediaFile]
  /// What the manifest lists.
  let resources: [CartridgeResource]
  private let identifiers: [String: String]

  init(_ content: PackageContent) {
    files = PackageFiles.mediaFiles(of: content)
    resources = zip(files, content.toolkit.media).enumerated().map { position, pair in
      CartridgeResource(
        identifier: "M_\(position + 1)", kind: .media, path: pair.0.path, media: [],
        bytes: pair.1.bytes)
    }
    identifiers = Dictionary(
      resources.map { ($0.path, $0.identifier) }, uniquingKeysWith: { first, _ in first })
  }

  /// Addresses by the path in the content folder.
  func addresses(_ place: Place) -> [String: String] {
    Dictionary(
      files.map { ($0.media, Self.base(place) + $0.path) }, uniquingKeysWith: { first, _ in first })
  }

  /// Identifiers of the media that a text names, sorted.
  func used(in text: [UInt8], _ place: Place) -> [String] {
    guard !files.isEmpty else { return [] }
    let mark = Array((Self.base(place) + "media/").utf8)
    var found: Set<String> = []
    var index = 0
    while index + mark.count <= text.count {
      guard text[index] == mark[0], text[index...].starts(with: mark) else {
        index += 1
        continue
      }
      let start = index + mark.count - "media/".utf8.count
      let end = text[start...].firstIndex { !$0.isMediaLetter } ?? text.count
      if let known = identifiers[String(decoding: text[start..<end], as: UTF8.self)] {
        found.insert(known)
      }
      index = end
    }
    return found.sorted()
  }

  /// From a page, media are beside its folder. In XML the standard wants a word of its own in front,
  /// which stands for the folder of the document.
  private static func base(_ place: Place) -> String {
    switch place {
    case .page: "../"
    case .document: "$IMS-CC-FILEBASE$../"
    }
  }
}

extension UInt8 {
  /// The letters of `PackageFiles.mediaFiles(of:)`.
  fileprivate var isMediaLetter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
