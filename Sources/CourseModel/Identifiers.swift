/// The id of a file of the toolkit: a module or a decision tree, `m08` or `t1`.
public struct FileID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// ASCII letters, digits and hyphens, as the author wrote it.
  public let text: String
  /// Wraps an id.
  public init(_ text: String) { self.text = text }
  /// The id itself.
  public var description: String { text }
  /// Whether an id comes before another in the order of their letters.
  public static func < (left: FileID, right: FileID) -> Bool { left.text < right.text }
}

/// The place of a heading, activity, node or term in the toolkit: `m08#q-say`, or a whole file: `m08`.
public struct Anchor: Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let file: FileID
  /// The id inside the file; nil for the file as a whole.
  public let element: String?
  /// Names a place.
  public init(_ file: FileID, _ element: String? = nil) {
    self.file = file
    self.element = element
  }
  /// As an author writes it in a link: `m08#q-say`.
  public var description: String { element.map { "\(file.text)#\($0)" } ?? file.text }
  /// As an HTML id that is unique in a page which holds the whole toolkit: `m08-q-say`.
  public var htmlID: String { element.map { "\(file.text)-\($0)" } ?? file.text }
}

/// A BCP 47 language tag and what pages need to know of the language.
public struct Language: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The tag: `en`, `ar`, `es-MX`.
  public let tag: String
  /// Wraps a tag.
  public init(_ tag: String) { self.tag = tag }
  /// The tag itself.
  public var description: String { tag }
  /// Whether a tag comes before another in the order of their letters.
  public static func < (left: Language, right: Language) -> Bool { left.tag < right.tag }

  /// The part before the first hyphen.
  public var primary: String { String(tag.prefix { $0 != "-" }) }
  /// Which way its script runs.
  public var direction: Direction {
    ["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"].contains(primary)
      ? .rightToLeft : .leftToRight
  }
  /// Its name in itself; the tag when the toolkit has no name for it.
  public var autonym: String {
    switch primary {
    case "en": "English"
    case "ar": "العربية"
    case "fr": "Français"
    case "es": "Español"
    default: tag
    }
  }
}

/// Which way a script runs.
public enum Direction: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

/// Who a text is for.
///
/// Learners' outputs never contain the others' texts.
public enum Audience: Sendable, Hashable {
  case learner, facilitator
}
