/// One character as a terminal shows it: what to print and how many columns it takes.
struct DisplayCell: Equatable {
  let text: String
  let width: Int
}

/// Turns text from files into what is safe and true to print on a terminal.
///
/// Widths follow Unicode's East Asian Width (wide and full-width take two columns) and general
/// categories (marks and format characters take none). The width counts columns in the order in
/// which the text is stored, as terminals without bidirectional layout draw it.
enum DisplayText {
  /// The cells of a text that starts at `column` (from 0). Tabs reach to the next multiple of 4.
  static func cells(of text: String, from column: Int = 0) -> [DisplayCell] {
    var cells: [DisplayCell] = []
    var column = column
    for character in text {
      let cell = cell(for: character, at: column)
      column += cell.width
      cells.append(cell)
    }
    return cells
  }

  /// A text without anything that could steer the terminal, on one line.
  static func oneLine(_ text: String) -> String {
    cells(of: text).map(\.text).joined()
  }

  /// Columns that a text takes.
  static func width(of text: String) -> Int {
    cells(of: text).reduce(0) { $0 + $1.width }
  }

  /// Whether a text holds letters that run from right to left.
  static func runsRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  private static func cell(for character: Character, at column: Int) -> DisplayCell {
    if character == "\t" {
      let width = 4 - column % 4
      return DisplayCell(text: String(repeating: " ", count: width), width: width)
    }
    var text = ""
    var width = 0
    for scalar in character.unicodeScalars {
      let shown = shown(scalar)
      text += shown.text
      // Parts of one character stand on top of each other, except those that are spelled out.
      width = shown.isSpelledOut ? width + shown.width : max(width, shown.width)
      if scalar.value == 0xFE0F, width == 1 { width = 2 }
    }
    return DisplayCell(text: text, width: width)
  }

  private static func shown(
    _ scalar: Unicode.Scalar
  ) -> (text: String, width: Int, isSpelledOut: Bool) {
    switch scalar.value {
    // Marks of direction that authors of right-to-left texts need, and that nobody sees.
    case 0x200E, 0x200F, 0x061C: return ("", 0, false)
    // Overrides and isolates would turn the rest of our own line around.
    case 0x202A...0x202E, 0x2066...0x2069:
      return ("<U+\(String(scalar.value, radix: 16, uppercase: true))>", 8, true)
    case 0x0A, 0x0D: return (" ", 1, false)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return ("\u{FFFD}", 1, false)
    case .nonspacingMark, .enclosingMark, .format: return (String(scalar), 0, false)
    default: return (String(scalar), isWide(scalar) ? 2 : 1, false)
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
