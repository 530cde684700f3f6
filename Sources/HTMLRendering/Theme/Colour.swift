#if canImport(Glibc)
internal import Glibc
#else
internal import Foundation
#endif

/// A colour of sRGB, each part from 0 to 255.
struct Colour: Equatable {
  let red, green, blue: UInt8

  /// Describes a colour by its parts.
  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rgb`, `#rrggbb`, `black` and `white`; nil for every other form, which isn't judged.
  init?(_ css: String) {
    switch css.lowercased() {
    case "black": self.init(red: 0, green: 0, blue: 0)
    case "white": self.init(red: 255, green: 255, blue: 255)
    case let text:
      guard text.hasPrefix("#") else { return nil }
      let digits = text.dropFirst().compactMap { $0.hexDigitValue }
      guard digits.count == text.count - 1 else { return nil }
      switch digits.count {
      case 3:
        self.init(
          red: UInt8(digits[0] * 17), green: UInt8(digits[1] * 17), blue: UInt8(digits[2] * 17))
      case 6:
        self.init(
          red: UInt8(digits[0] * 16 + digits[1]), green: UInt8(digits[2] * 16 + digits[3]),
          blue: UInt8(digits[4] * 16 + digits[5]))
      default: return nil
      }
    }
  }

  /// The contrast of two colours, from 1 to 21: WCAG 2.2, definition of contrast ratio.
  static func contrast(_ one: Colour, _ other: Colour) -> Double {
    let lighter = max(one.luminance, other.luminance)
    let darker = min(one.luminance, other.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// Relative luminance, from 0 to 1: WCAG 2.2, definition of relative luminance.
  private var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
