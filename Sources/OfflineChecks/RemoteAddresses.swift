/// Finds what a page would fetch from elsewhere.
///
/// A toolkit must work without a network, so there must be nothing to find.
///
/// Links that a person follows (`<a href>`) are allowed and not looked at.
public enum RemoteAddresses {
  /// Something that would be fetched.
  public struct Place: Sendable, Equatable {
    /// Line in the file, from 1.
    public let line: Int
    /// Where it stands: `img src`, `style url()`.
    public let element: String
    /// The address, cut after 200 characters.
    public let address: String
  }

  /// What an HTML page would fetch from elsewhere when it is opened, in document order.
  public static func inPage(_ html: [UInt8]) -> [Place] {
    RemoteAddressScan.suspects(html) ? readPage(html) : []
  }

  /// The same by reading every attribute; for the pages that a quick look can't clear, and for
  /// comparing it with.
  package static func readPage(_ html: [UInt8]) -> [Place] {
    var scanner = TagScanner(html)
    var places: [Place] = []
    while let tag = scanner.next() {
      for attribute in tag.attributes where fetches(tag.name, attribute, tag.attributes) {
        for address in addresses(in: attribute) where isRemote(address) {
          places.append(
            place(html, attribute.offset, "\(tag.name) \(attribute.name)", address))
        }
      }
      for attribute in tag.attributes where attribute.name == "style" {
        places += inStyles(Array(attribute.value.utf8)).map {
          place(html, attribute.offset, "\(tag.name) style", $0.address)
        }
      }
      if tag.name == "style" {
        let content = scanner.rawContent(of: "style")
        places += styleAddresses(html, content).map { place(html, $0, "style url()", $1) }
      } else if tag.name == "script" {
        _ = scanner.rawContent(of: "script")
      }
    }
    return places
  }

  /// What a style sheet would fetch from elsewhere, in order.
  public static func inStyles(_ css: [UInt8]) -> [Place] {
    styleAddresses(css, css.startIndex..<css.endIndex).map { place(css, $0, "url()", $1) }
  }

  /// Whether an attribute's address is fetched by the browser on its own.
  static func fetches(
    _ tag: String, _ attribute: TagScanner.Attribute, _ all: [TagScanner.Attribute]
  ) -> Bool {
    switch attribute.name {
    case "src", "srcset", "imagesrcset", "poster", "background", "data", "codebase", "manifest",
      "ping", "formaction", "action", "longdesc", "archive", "classid", "profile":
      true
    case "href", "xlink:href": tag != "a" && tag != "area"
    case "content":
      tag == "meta"
        && all.contains { $0.name == "http-equiv" && $0.value.lowercased() == "refresh" }
    default: false
    }
  }

  /// The addresses in an attribute's value: several in a list of sources.
  static func addresses(in attribute: TagScanner.Attribute) -> [String] {
    switch attribute.name {
    case "srcset", "imagesrcset":
      // A `data:` address holds commas; it is the only kind we write, and never remote.
      attribute.value.hasPrefix("data:") && !attribute.value.contains(", ")
        ? []
        : attribute.value.split(separator: ",").map {
          String($0.drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
        }
    case "content":
      attribute.value.lowercased().split(separator: "=").dropFirst().map {
        String($0.drop { $0.isWhitespace || $0 == "'" || $0 == "\"" })
      }
    case "ping", "archive", "profile": attribute.value.split(separator: " ").map(String.init)
    default: [attribute.value]
    }
  }

  /// Whether an address leads away from the page and its folder.
  ///
  /// Browsers drop tabs and line ends inside addresses and take `\` for `/`.
  static func isRemote(_ address: String) -> Bool {
    let text = address.unicodeScalars.filter { !($0.value <= 0x20) }
      .map { $0 == "\\" ? "/" : Character($0) }
    let start = String(text.prefix(64)).lowercased()
    if start.hasPrefix("//") { return true }
    let scheme = start.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard scheme.count < start.count, start[scheme.endIndex] == ":" else { return false }
    return !["data", "blob", "about"].contains(String(scheme))
  }

  /// The addresses of `url()`, `@import` and `image-set()` in a style sheet, with their offsets.
  private static func styleAddresses(
    _ css: [UInt8], _ range: Range<Int>
  ) -> [(Int, String)] {
    var found: [(Int, String)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if matches(css, "url(", at: index, range.upperBound) {
        let address = text(
          css, from: index + 4, range.upperBound,
          until: [UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "\"")])
        if isRemote(address) { found.append((index, address)) }
        index += 4
      } else if matches(css, "@import", at: index, range.upperBound)
        || matches(css, "image-set(", at: index, range.upperBound)
        || matches(css, "src(", at: index, range.upperBound)
      {
        let rest = text(css, from: index, range.upperBound, until: [UInt8(ascii: ";"), 10])
        for quoted in rest.split(whereSeparator: { $0 == "\"" || $0 == "'" }).dropFirst()
        where isRemote(String(quoted)) {
          found.append((index, String(quoted)))
        }
        index += 4
      } else {
        index += 1
      }
    }
    return found
  }

  private static func matches(
    _ bytes: [UInt8], _ name: StaticString, at index: Int, _ end: Int
  ) -> Bool {
    guard index + name.utf8CodeUnitCount <= end else { return false }
    return name.withUTF8Buffer { name in
      name.indices.allSatisfy { offset in
        let byte = bytes[index + offset]
        return byte == name[offset] || (byte >= 65 && byte <= 90 && byte + 32 == name[offset])
      }
    }
  }

  private static func text(
    _ bytes: [UInt8], from start: Int, _ end: Int, until stops: [UInt8]
  ) -> String {
    var start = start
    while start < end,
      [32, 9, 10, 13, UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[start])
    { start += 1 }
    let limit = min(end, start + 200)
    let stop = bytes[start..<limit].firstIndex { stops.contains($0) } ?? limit
    return String(decoding: bytes[start..<stop], as: UTF8.self)
  }

  static func place(
    _ bytes: [UInt8], _ offset: Int, _ element: String, _ address: String
  ) -> Place {
    let line = bytes[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    return Place(line: line, element: element, address: String(address.prefix(200)))
  }
}
