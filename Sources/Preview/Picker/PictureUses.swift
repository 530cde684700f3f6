import Foundation

/// Where a text shows a picture, and the items of the task list under it.
package struct PictureUse: Sendable, Encodable, Equatable {
  /// An item that an area can be written behind.
  package struct Item: Sendable, Encodable, Equatable {
    /// Line of the file, from 1.
    package let line: Int
    /// Its words.
    package let words: String
    /// The area it has.
    package let area: PictureArea?
  }

  /// The picture's path in the content folder.
  package let picture: String
  /// The text's path in the content folder.
  package let file: String
  /// Line of the picture, from 1.
  package let line: Int
  /// Tells whether the file has changed since.
  package let digest: String
  /// The items, in their order.
  package let items: [Item]
}

/// Finds pictures in Markdown, line by line.
///
/// It looks at the text as it is typed rather than at a parsed document, because what it finds is to
/// be written back into exactly that line.
package enum PictureUses {
  /// The uses of pictures in a text, in its order.
  package static func find(in bytes: [UInt8], file: String) -> [PictureUse] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return [] }
    let digest = digest(of: bytes)
    var uses: [PictureUse] = []
    var items: [PictureUse.Item] = []
    var open: (picture: String, line: Int)?
    var fence: Character?
    func close() {
      if let open {
        uses.append(
          PictureUse(
            picture: open.picture, file: file, line: open.line, digest: digest, items: items))
      }
      open = nil
      items = []
    }
    for (index, line) in lines(of: text).enumerated() {
      if let mark = fenceMark(line) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
        continue
      }
      guard fence == nil else { continue }
      if line.hasPrefix("#") { close() }
      for target in pictureTargets(in: line) {
        close()
        open = resolve(target, from: file).map { ($0, index + 1) }
      }
      if open != nil, let item = TaskLine(String(line)) {
        items.append(PictureUse.Item(line: index + 1, words: item.words, area: item.area))
      }
    }
    close()
    return uses
  }

  /// The text with an area behind an item; nil when that line is no item of a task list.
  package static func writing(_ area: PictureArea, line: Int, in bytes: [UInt8]) -> [UInt8]? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var lines = lines(of: text)
    guard lines.indices.contains(line - 1), let item = TaskLine(String(lines[line - 1])) else {
      return nil
    }
    // Everything else stays byte by byte, line ends too.
    let start = lines[line - 1].startIndex
    let end = lines[line - 1].endIndex
    lines = []
    return Array((text[..<start] + item.writing(area) + text[end...]).utf8)
  }

  /// A number that changes when the bytes do.
  package static func digest(of bytes: [UInt8]) -> String {
    var checksum = Checksum()
    checksum.add(bytes)
    return checksum.text
  }

  /// The lines without their ends. (`\r\n` is one character in Swift.)
  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  private static func fenceMark(_ line: Substring) -> Character? {
    let rest = line.drop { $0 == " " }
    return rest.hasPrefix("```") ? "`" : rest.hasPrefix("~~~") ? "~" : nil
  }

  /// What the pictures on a line point at: `![words](target "title")`.
  private static func pictureTargets(in line: Substring) -> [String] {
    var targets: [String] = []
    var rest = line
    while let mark = rest.firstRange(of: "![") {
      rest = rest[mark.upperBound...]
      guard let middle = rest.firstRange(of: "](") else { break }
      rest = rest[middle.upperBound...]
      guard let end = rest.firstIndex(of: ")") else { break }
      var target = rest[..<end].drop { $0 == " " }
      if target.hasPrefix("<") {
        target = target.dropFirst().prefix { $0 != ">" }
      } else {
        target = target.prefix { $0 != " " }
      }
      targets.append(String(target))
      rest = rest[end...]
    }
    return targets
  }

  /// The path in the content folder of what a text points at; nil outside of it.
  private static func resolve(_ target: String, from file: String) -> String? {
    guard !target.isEmpty, !target.contains(":"), !target.hasPrefix("/"),
      let decoded = target.removingPercentEncoding
    else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in decoded.split(separator: "/", omittingEmptySubsequences: true).map(String.init) {
      switch part {
      case ".": break
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
