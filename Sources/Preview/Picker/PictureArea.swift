import Foundation

/// A rectangle in a picture, in whole percent of its width and height, from its upper left corner.
///
/// `{area=10-30,40-60}` reaches from 10 to 30 percent of the width and from 40 to 60 percent of the
/// height (docs/authoring.md).
package struct PictureArea: Sendable, Equatable, Codable {
  /// Edges: from 0 to 100, `left` before `right`, `top` before `bottom`.
  package let left, right, top, bottom: Int

  /// Checks edges; nil when they make no rectangle inside the picture.
  package init?(left: Int, right: Int, top: Int, bottom: Int) {
    guard left >= 0, left < right, right <= 100, top >= 0, top < bottom, bottom <= 100 else {
      return nil
    }
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// Reads the value of `area=`: `10-30,40-60`.
  package init?(value: some StringProtocol) {
    let numbers = value.split(separator: ",", omittingEmptySubsequences: false).map { range in
      range.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    }
    guard numbers.count == 2, numbers.allSatisfy({ $0.count == 2 }),
      let left = numbers[0][0], let right = numbers[0][1], let top = numbers[1][0],
      let bottom = numbers[1][1]
    else { return nil }
    self.init(left: left, right: right, top: top, bottom: bottom)
  }

  /// As it is written: `area=10-30,40-60`.
  package var attribute: String { "area=\(left)-\(right),\(top)-\(bottom)" }
}

/// A line of Markdown that is an item of a task list, taken apart at the pair of braces at its end.
package struct TaskLine: Sendable, Equatable {
  /// The words of the item, without marks and braces.
  package let words: String
  /// The area in its braces, if there is one that can be read.
  package let area: PictureArea?
  /// Everything before the braces, or before the white space at the end.
  private let before: String
  /// What stands in the braces; nil without any.
  private let attributes: String?
  /// The white space at the end.
  private let end: String

  /// Takes a line apart; nil when it is no item of a task list.
  package init?(_ line: String) {
    guard let start = Self.startOfWords(in: line) else { return nil }
    let trimmed = line.trimmingTrailingSpace
    end = String(line.dropFirst(trimmed.count))
    if let brace = Self.attributes(in: trimmed), brace.lowerBound >= start {
      before = String(trimmed[..<brace.lowerBound])
      attributes = String(trimmed[brace].dropFirst().dropLast())
    } else {
      before = String(trimmed)
      attributes = nil
    }
    words = String(before[start...]).trimmingCharacters(in: .whitespaces)
    area = attributes.flatMap(Self.areaRange).flatMap { PictureArea(value: $0.value) }
  }

  /// The line with an area in its braces: in the place of another, beside an id, or in braces of its
  /// own.
  package func writing(_ area: PictureArea) -> String {
    guard let attributes else {
      let space = before.last == " " ? "" : " "
      return before + space + "{\(area.attribute)}" + end
    }
    guard let old = Self.areaRange(attributes) else {
      let space = attributes.isEmpty || attributes.last == " " ? "" : " "
      return before + "{" + attributes + space + area.attribute + "}" + end
    }
    return before + "{" + attributes.replacingCharacters(in: old.range, with: area.attribute) + "}"
      + end
  }

  /// Where the words begin, behind `- [x] `, also inside quotes.
  private static func startOfWords(in line: String) -> String.Index? {
    var rest = line[...]
    rest = rest.drop {
      $0 == " " || $0 == "\t" || $0 == ">" || $0 == "\u{200F}" || $0 == "\u{200E}"
    }
    guard let mark = rest.first, "-*+–•".contains(mark) else { return nil }
    rest = rest.dropFirst()
    let afterMark = rest.drop { $0.isSpace }
    guard afterMark.startIndex > rest.startIndex, afterMark.first == "[" else { return nil }
    guard let close = afterMark.firstIndex(of: "]") else { return nil }
    let tick = afterMark[afterMark.index(after: afterMark.startIndex)..<close]
      .filter { !$0.isSpace }
    guard tick.isEmpty || tick.lowercased() == "x" else { return nil }
    let behind = afterMark[close...].dropFirst()
    let words = behind.drop { $0.isSpace }
    guard words.startIndex > behind.startIndex, !words.isEmpty else { return nil }
    return words.startIndex
  }

  /// The pair of braces at the end of a line; slots in double braces are none.
  private static func attributes(in line: Substring) -> Range<String.Index>? {
    guard line.hasSuffix("}"), !line.hasSuffix("}}"), let open = line.lastIndex(of: "{") else {
      return nil
    }
    guard open == line.startIndex || line[line.index(before: open)] != "{" else { return nil }
    return open..<line.endIndex
  }

  /// Where `area=…` stands among attributes.
  private static func areaRange(
    _ attributes: String
  ) -> (range: Range<String.Index>, value: Substring)? {
    for word in attributes.split(whereSeparator: { $0.isSpace }) where word.hasPrefix("area=") {
      return (word.startIndex..<word.endIndex, word.dropFirst("area=".count))
    }
    return nil
  }
}

extension Character {
  /// White space inside a line, the non-breaking one too.
  fileprivate var isSpace: Bool { self == " " || self == "\t" || self == "\u{A0}" }
}

extension String {
  fileprivate var trimmingTrailingSpace: Substring {
    var rest = self[...]
    while let last = rest.last, last.isSpace { rest = rest.dropLast() }
    return rest
  }
}
