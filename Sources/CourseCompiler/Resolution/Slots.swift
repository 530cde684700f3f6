internal import CourseModel
internal import Diagnostics

/// What fills slots in one toolkit.
struct SlotValues {
  /// The chosen place; nil when the toolkit has none.
  let place: Place?
  /// The language whose values stand in for missing ones.
  let defaultLanguage: Language

  /// Names of all slots of the place.
  var names: Set<String> { Set((place?.slots ?? [:]).keys) }

  /// What became of a slot.
  enum Outcome {
    case value(String)
    case unfilled(help: String)
  }

  /// The text for a slot.
  ///
  /// The word `none` means that the place has no such thing.
  func value(_ name: String, language: Language) -> Outcome {
    guard let place else {
      return .unfilled(
        help: "Add a place, for example `places/my-town.yml`, with "
          + "`slots:` and `\(name): …` under it.")
    }
    guard let value = place.slots[name]?.text(for: language, default: defaultLanguage) else {
      return .unfilled(
        help: Suggestion.help(for: name, in: place.slots.keys)
          ?? "Add `\(name): …` under `slots:` in \(place.path), or `\(name): none`.")
    }
    return .value(value == "none" ? Self.none(in: language) : value)
  }

  private static func none(in language: Language) -> String {
    switch language.primary {
    case "ar": "لا يوجد"
    case "es": "ninguno"
    case "fr": "aucun"
    default: "none"
    }
  }
}

/// Finds slots in text.
enum SlotScanner {
  /// One slot: its name and the bytes from `{{` through `}}`.
  struct Slot {
    let name: String
    let range: Range<Int>
  }

  /// All `{{name}}` in a text.
  ///
  /// Names are ASCII letters, digits and hyphens.
  static func slots(in bytes: ArraySlice<UInt8>) -> [Slot] {
    var result: [Slot] = []
    var index = bytes.startIndex
    while let open = nextPair(UInt8(ascii: "{"), in: bytes, from: index) {
      guard let close = nextPair(UInt8(ascii: "}"), in: bytes, from: open + 2) else { break }
      let name = String(decoding: bytes[(open + 2)..<close], as: UTF8.self)
        .trimmed
      if !name.isEmpty, name.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == 45 }) {
        result.append(Slot(name: name, range: open..<(close + 2)))
        index = close + 2
      } else {
        index = open + 2
      }
    }
    return result
  }

  private static func nextPair(
    _ byte: UInt8, in bytes: ArraySlice<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index + 1 < bytes.endIndex {
      if bytes[index] == byte, bytes[index + 1] == byte { return index }
      index += 1
    }
    return nil
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var view = self[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
