import CourseModel
import Learning

/// What a learner does in a package, as far as an administrator may hear of it.
///
/// A new kind of question or block makes ``PackageActivity`` a new case here, and every mapping
/// below must then say what becomes of it.
enum PackageActivity: Sendable, Hashable, CaseIterable {
  case single, multiple, trueFalse, quiz, tree

  init(_ kind: Question.Kind) {
    switch kind {
    case .single: self = .single
    case .multiple: self = .multiple
    case .trueFalse: self = .trueFalse
    }
  }

  /// In a sentence: "a decision tree".
  var words: String {
    switch self {
    case .single: "a question with one right answer"
    case .multiple: "a question with several right answers"
    case .trueFalse: "a true-false question"
    case .quiz: "a quiz"
    case .tree: "a decision tree"
    }
  }
}

/// What an activity becomes in a standard.
enum ActivityMapping: Sendable, Hashable {
  /// A record of what the learner chose: SCORM and xAPI call it an interaction.
  case interaction(InteractionType)
  /// Score, status and success.
  case result
  /// Nothing; the reason goes into the build report.
  case lost(String)
}

/// Types of interactions that our activities become; the words are the standards' own.
enum InteractionType: String, Sendable {
  case choice
  case performance
}

extension PackageStandard {
  /// The table "Item kinds" of docs/packages.md.
  func mapping(of activity: PackageActivity) -> ActivityMapping {
    switch self {
    case .scorm12, .scorm2004, .cmi5:
      switch activity {
      // Which option means "true" is only in the author's words, so it is a choice of two.
      case .single, .multiple, .trueFalse: .interaction(.choice)
      case .quiz: .result
      case .tree: .interaction(.performance)
      }
    }
  }

  /// The standard as people call it.
  package var title: String {
    switch self {
    case .scorm12: "SCORM 1.2"
    case .scorm2004: "SCORM 2004"
    case .cmi5: "cmi5"
    }
  }

  /// How many options a choice can have: SCORM names them by one letter or digit each, and 2004
  /// allows 36 as well (RTE 4.2.9.1).
  var mostOptions: Int {
    switch self {
    case .scorm12, .scorm2004: 36
    case .cmi5: CourseLimits.options
    }
  }

  /// How many interactions and objectives every system must take (2004: RTE 4.2.9 and 4.2.17);
  /// nil when the standard names no number.
  var mostRecords: (interactions: Int, objectives: Int)? {
    switch self {
    case .scorm2004: (250, 100)
    case .scorm12, .cmi5: nil
    }
  }

  /// How many characters a description can have; nil when there is no place for one.
  var descriptionLength: Int? {
    switch self {
    case .scorm12: nil
    case .scorm2004, .cmi5: 250
    }
  }

  /// Characters that `suspend_data` may have, and those that a learner's state may need at most.
  var stateLimit: (characters: Int, budget: Int)? {
    switch self {
    case .scorm12: (4096, 4096 * 8 / 10)
    // The standard allows 64,000; a browser's last message as it closes doesn't carry that much.
    case .scorm2004: (64_000, 16_000 * 8 / 10)
    case .cmi5: nil
    }
  }
}

/// Names of options by their position: `a` to `z`, `0` to `9`, then `o37`.
func optionToken(_ position: Int) -> String {
  switch position {
  case 0..<26: String(UnicodeScalar(UInt8(97 + position)))
  case 26..<36: String(UnicodeScalar(UInt8(48 + position - 26)))
  default: "o\(position + 1)"
  }
}

/// An author's id in the letters that every learning system takes: `q-say` becomes `q_say`.
///
/// Moodle refuses hyphens in identifiers of SCORM 2004, and some systems don't tell `a` from `A`.
func foldedID(_ id: String) -> String {
  String(
    decoding: id.utf8.map { byte in
      switch byte {
      case 65...90: byte + 32
      case 97...122, 48...57, 46, 95: byte
      default: UInt8(ascii: "_")
      }
    }, as: UTF8.self)
}

extension Anchor {
  /// The place in the letters that every learning system takes: `m01.q_say`.
  var packageID: String {
    foldedID(file.text) + (element.map { "." + foldedID($0) } ?? "")
  }
}
