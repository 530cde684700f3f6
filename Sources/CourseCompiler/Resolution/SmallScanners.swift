internal import CourseModel
internal import MarkdownSyntax
internal import MarkupTree

/// Takes comments out of raw HTML: they are notes between authors and must not reach a page.
enum HTMLComments {
  /// The bytes without `<!-- … -->`; a comment that isn't closed reaches to the end.
  static func removed(from bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes
    let open = Array("<!--".utf8)
    let close = Array("-->".utf8)
    while let start = rest.indices.first(where: { rest[$0...].starts(with: open) }) {
      result.append(contentsOf: rest[..<start])
      rest = rest[(start + open.count)...]
      guard let end = rest.indices.first(where: { rest[$0...].starts(with: close) }) else {
        return result
      }
      rest = rest[(end + close.count)...]
    }
    result.append(contentsOf: rest)
    return result
  }
}

/// The time in front of a step: `7′`, `7'`, `7’` or `7 min`, in Latin, Arabic or Persian digits.
enum StepTime {
  /// The minutes and how many bytes they and the white space behind them take; nil when a text
  /// doesn't begin with a time.
  static func read(_ bytes: ArraySlice<UInt8>) -> (minutes: Int, length: Int)? {
    // Digits are ASCII or stand far behind it; no other step goes on from here.
    guard let first = bytes.first, (0x30...0x39).contains(first) || first >= 0x80 else {
      return nil
    }
    let text = String(decoding: bytes.prefix(40), as: UTF8.self).unicodeScalars
    var index = text.startIndex
    var minutes = 0
    var digits = 0
    while index < text.endIndex, let digit = digitValue(text[index]), digits < 3 {
      minutes = minutes * 10 + digit
      digits += 1
      index = text.index(after: index)
    }
    guard digits > 0 else { return nil }
    let marks: [String.UnicodeScalarView] = ["′", "'", "’", " min ", " min."].map(\.unicodeScalars)
    guard let mark = marks.first(where: { text[index...].starts(with: $0) }) else { return nil }
    index = text.index(index, offsetBy: mark.count)
    while index < text.endIndex, text[index].properties.isWhitespace {
      index = text.index(after: index)
    }
    let length = text[..<index].reduce(0) { $0 + String($1).utf8.count }
    return (minutes, length)
  }

  private static func digitValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0x660...0x669: Int(scalar.value) - 0x660
    case 0x6F0...0x6F9: Int(scalar.value) - 0x6F0
    default: nil
    }
  }
}

/// What facilitators alone may read.
struct FacilitatorText {
  /// Node ranges in order, without overlaps.
  private let ranges: [Range<Markup.NodeID>]

  /// Finds facilitators' blocks and everything under facilitators' headings.
  ///
  /// - Parameter ids: ids of more headings that are for facilitators, for translations.
  init(in outline: Outline, ids: Set<String> = []) {
    let markup = outline.document.markup
    var found = outline.document.alerts.compactMap { node, alert in
      Callout.Kind(rawValue: alert.word.text.lowercased())?.audience == .facilitator
        ? markup.subtree(node) : nil
    }
    var stack = outline.headings
    while let heading = stack.popLast() {
      if heading.isForFacilitators || heading.id.map({ ids.contains($0.text) }) ?? false {
        found.append(heading.node..<Self.lastNode(under: heading, in: markup))
      } else {
        stack.append(contentsOf: heading.headings)
      }
    }
    var ranges: [Range<Markup.NodeID>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    self.ranges = ranges
  }

  /// Whether a node is in it.
  func contains(_ node: Markup.NodeID) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(node)
  }

  private static func lastNode(under heading: Heading, in markup: Markup) -> Markup.NodeID {
    var end = Int(markup.nodes[heading.node].end)
    var last: Heading.Element? = heading.elements.last
    while let element = last {
      switch element {
      case .block(let node):
        end = max(end, Int(markup.nodes[node].end))
        last = nil
      case .heading(let inner):
        end = max(end, Int(markup.nodes[inner.node].end))
        last = inner.elements.last
      }
    }
    return end
  }
}
