/// A standard for the exchange of texts or questions: a system takes them over and keeps learners'
/// work in its own way.
enum ExchangeStandard: Sendable {
  /// Common Cartridge.
  case cartridge
  /// QTI 2.1.
  case questions

  /// The standard as people call it.
  var title: String {
    switch self {
    case .cartridge: "Common Cartridge"
    case .questions: "QTI 2.1"
    }
  }

  /// What an activity loses: the table "Item kinds" of docs/packages.md; nil when nothing is lost.
  ///
  /// `CartridgeQuestionType` and `QTIInteraction` say what questions become.
  func loss(of activity: PackageActivity) -> String? {
    switch self {
    case .cartridge:
      switch activity {
      case .single, .trueFalse: nil
      case .multiple: "a partly right answer earns nothing there"
      case .quiz: "what passes and the advice by result are told on its page only"
      case .tree: "it becomes a page to read"
      }
    case .questions:
      switch activity {
      case .single, .trueFalse, .multiple: nil
      case .quiz: "how often it may be taken isn't told"
      case .tree: "it is left out"
      }
    }
  }
}
