internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// What the class behind a heading says it is: `{.single}`.
enum HeadingKind: Equatable {
  case outcomes
  case session(Session.Form)
  case question(Question.Kind)
  case quiz
  case callout(Callout.Kind)
  /// A decision tree's node; `question` needs no class.
  case treeNode(Tree.Kind)
  /// Known to the format, not built yet; the word is as written.
  case later(String)

  /// The kind that a word names; nil when it names none.
  init?(word: String) {
    guard let kind = Self.byWord[word] else { return nil }
    self = kind
  }

  private static let byWord: [String: HeadingKind] = {
    let sessions = Session.Form.allCases.map { ($0.rawValue, HeadingKind.session($0)) }
    let questions = Question.Kind.allCases.map { ($0.rawValue, HeadingKind.question($0)) }
    let callouts = Callout.Kind.allCases.map { ($0.rawValue, HeadingKind.callout($0)) }
    let nodes = Tree.Kind.allCases.filter { $0 != .question }
      .map { ($0.rawValue, HeadingKind.treeNode($0)) }
    let later = laterWords.map { ($0, HeadingKind.later($0)) }
    return Dictionary(
      sessions + questions + callouts + nodes + [("outcomes", .outcomes), ("quiz", .quiz)] + later,
      uniquingKeysWith: { first, _ in first })
  }()

  /// Kinds of the format that this version leaves out.
  static let laterWords: Set<String> = [
    "numeric", "short-text", "gap", "matching", "ordering", "categorise", "hotspot", "reflection",
    "scale", "bank", "pre-test", "post-test", "role", "answer", "hint", "score",
    "transcript", "goal", "secret", "limit", "also", "scene", "person", "facts", "services",
    "harmful", "events", "debrief", "ending",
  ]

  /// Every word that may be a heading's kind, for suggestions.
  static let allWords: [String] =
    Session.Form.allCases.map(\.rawValue) + Question.Kind.allCases.map(\.rawValue)
    + Callout.Kind.allCases.map(\.rawValue)
    + Tree.Kind.allCases.map(\.rawValue).filter { $0 != "question" } + ["outcomes", "quiz"]
    + laterWords.sorted()

  /// Whether a heading of this kind is an activity, which a `---` ends and which needs an id.
  var isActivity: Bool {
    switch self {
    case .question, .quiz: true
    case .outcomes, .session, .callout, .treeNode: false
    case .later(let word): !["role", "answer", "hint"].contains(word)
    }
  }

  /// Whether the lists under a heading of this kind are options to choose from.
  var hasOptions: Bool {
    switch self {
    case .question: true
    case .outcomes, .session, .quiz, .callout, .treeNode, .later: false
    }
  }

  /// Words that stand beside a kind and change it: `.critical`.
  static let flags: Set<String> = ["critical", "all-or-nothing", "observer"]

  /// Keys that may stand in the braces of a heading of this kind.
  var keys: [String] {
    switch self {
    case .session: ["minutes", "group"]
    case .question: ["outcome", "tries", "twin"]
    case .quiz: ["pass", "tries", "draw", "minutes", "from"]
    case .callout, .outcomes, .treeNode: []
    case .later: ["outcome", "tries", "twin", "from", "minutes", "group", "after"]
    }
  }
}

extension Attributes {
  /// Whether a heading with these braces is an activity, which `---` ends.
  var isActivity: Bool {
    classes.contains { HeadingKind(word: $0.text)?.isActivity ?? false }
  }
}
