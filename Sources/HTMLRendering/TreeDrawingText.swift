extension TreeDrawing {
  /// A text cut into lines for a box.
  struct WrappedText: Sendable, Equatable {
    /// The lines, none empty; no lines for an empty text.
    let lines: [String]
    /// Width of the widest line, in tenths of a pixel.
    let width: Int
    /// Whether the text was too long and ends with an ellipsis.
    let isShortened: Bool

    /// Cuts a text into lines of about the same length, at spaces where it can.
    ///
    /// - Parameters:
    ///   - text: a text as `TreeDrawing.clean` leaves it.
    ///   - style: its size and weight.
    ///   - limit: the widest a line may get, in pixels.
    ///   - lineLimit: how many lines at most; what is left over becomes an ellipsis.
    init(_ text: String, style: TextStyle, limit: Int, lineLimit: Int = 7) {
      // Nothing behind this could fit, and a text of a megabyte should not take a second.
      let start = text.prefix(limit * lineLimit)
      let words = start.split(separator: " ").map(String.init)
      let full = max(100, limit * 100 / style.size)
      var (lines, widest) = Self.fill(words, style: style, limit: full)
      isShortened = lines.count > lineLimit || start.endIndex < text.endIndex
      if isShortened {
        lines = Array(lines.prefix(lineLimit))
        if let last = lines.popLast() { lines.append(last + "…") }
        widest = lines.map(style.width).max() ?? 0
      } else {
        (lines, widest) = Self.balance(words, lines: lines, widest: widest, style: style)
      }
      self.lines = lines
      width = (widest * style.size + 9) / 10
    }

    /// The narrowest lines that need no more of them than `lines`, so that no word stands alone.
    private static func balance(
      _ words: [String], lines: [String], widest: Int, style: TextStyle
    ) -> ([String], Int) {
      var best = (lines, widest)
      var low = widest / 2
      var high = widest
      while low < high {
        let middle = (low + high) / 2
        let attempt = fill(words, style: style, limit: middle)
        if attempt.lines.count <= lines.count && attempt.widest <= middle {
          best = (attempt.lines, attempt.widest)
          high = middle
        } else {
          low = middle + 1
        }
      }
      return best
    }

    /// Puts as many words on each line as fit.
    ///
    /// A word wider than a line is cut between characters.
    private static func fill(
      _ words: [String], style: TextStyle, limit: Int
    ) -> (lines: [String], widest: Int) {
      var lines: [String] = []
      var widest = 0
      var line = ""
      func close() {
        guard !line.isEmpty else { return }
        widest = max(widest, style.width(line))
        lines.append(line)
        line = ""
      }
      for word in words {
        if style.width(line.isEmpty ? word : line + " " + word) <= limit {
          line += line.isEmpty ? word : " " + word
          continue
        }
        close()
        line = word
        if style.width(word) <= limit { continue }
        line = ""
        for character in word {
          if !line.isEmpty && style.width(line + String(character)) > limit { close() }
          line.append(character)
        }
      }
      close()
      return (lines, widest)
    }
  }

  /// Size and weight of a text.
  struct TextStyle: Sendable {
    /// Height of the letters, in pixels.
    let size: Int
    /// Distance between two lines, in pixels.
    let lineHeight: Int
    /// Whether it is semibold.
    let isStrong: Bool

    /// A heading of a node.
    static func title(_ text: String) -> TextStyle {
      isArabic(text)
        ? TextStyle(size: 18, lineHeight: 30, isStrong: true)
        : TextStyle(size: 16, lineHeight: 22, isStrong: true)
    }

    /// The kind of a node.
    static func caption(_ text: String) -> TextStyle {
      isArabic(text)
        ? TextStyle(size: 15, lineHeight: 24, isStrong: true)
        : TextStyle(size: 13, lineHeight: 18, isStrong: true)
    }

    /// An answer or the title of another tree.
    static func label(_ text: String) -> TextStyle {
      isArabic(text)
        ? TextStyle(size: 17, lineHeight: 28, isStrong: false)
        : TextStyle(size: 15, lineHeight: 21, isStrong: false)
    }

    /// Arabic letters are smaller in their em than Latin ones and reach further up and down.
    private static func isArabic(_ text: String) -> Bool {
      text.unicodeScalars.contains { (0x600...0x8FF).contains($0.value) }
    }

    /// Width of a text in hundredths of an em.
    func width(_ text: String) -> Int {
      isStrong ? Widths.strong(text) : Widths.regular(text)
    }
  }

  /// A text fit for drawing: white space becomes one space, characters that XML forbids go.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029:
        pendingSpace = !result.isEmpty
      case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF:
        continue
      case let value where value & 0xFFFE == 0xFFFE:
        continue
      default:
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
