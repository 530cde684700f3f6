internal import CourseModel
internal import Diagnostics

/// What fills slots in one toolkit.
struct SlotValues: Sendable {
  /// The values by themselves.
  struct Table: Sendable {
    /// The chosen place; nil when the toolkit has none.
    let place: Place?
    /// The language whose values stand in for missing ones.
    let defaultLanguage: Language

    /// The values of a place.
    init(place: Place?, defaultLanguage: Language) {
      self.place = place
      self.defaultLanguage = defaultLanguage
    }
  }

  private let table: Table
  private let trace: Trace?

  /// Fills slots.
  /// - Parameter trace: remembers what was asked.
  init(_ table: Table, trace: Trace?) {
    self.table = table
    self.trace = trace
  }

  /// Whether the place has a slot of this name.
  func has(_ name: String) -> Bool {
    trace?.note(.named(.slots, name))
    return table.place?.slots[name] != nil
  }

  /// What became of a slot.
  enum Outcome {
    case value(String)
    case unfilled(help: String)
  }

  /// The text for a slot.
  ///
  /// The word `none` means that the place has no such thing.
  func value(_ name: String, language: Language) -> Outcome {
    trace?.note(.slot(name, language: language.tag))
    guard let place = table.place else {
      return .unfilled(
        help: "Add a place, for example `places/my-town.yml`, with "
          + "`slots:` and `\(name): …` under it.")
    }
    guard let value = place.slots[name]?.text(for: language, default: table.defaultLanguage) else {
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
      guard let close = end(of: open, in: bytes) else {
        index = open + 2
        continue
      }
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

  /// Where the `}}` of a slot stands; nil when another brace opens before, or nothing closes it.
  private static func end(of open: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    var index = open + 2
    while index + 1 < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "{") { return nil }
      if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == bytes[index] { return index }
      index += 1
    }
    return nil
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
    // Nearly all texts begin and end with a plain letter or sign.
    if let first = utf8.first, let last = utf8.last, first > 32, first < 128, last > 32, last < 128
    {
      return self
    }
    var view = self[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
