/// A language of the preview's own interface.
package enum PreviewLanguage: String, CaseIterable, Sendable {
  case en, fr, es, ar

  /// The language for a browser's wishes (`Accept-Language`), else the toolkit's, else English.
  package init(wishes: String, toolkit: String?) {
    let wanted = (wishes.split(separator: ",") + [toolkit?[...] ?? ""]).map { wish in
      String(wish.drop { $0 == " " }.prefix { $0.isLetter }).lowercased()
    }
    self = wanted.compactMap(Self.init(rawValue:)).first ?? .en
  }

  /// Which way its script runs.
  package var direction: String {
    switch self {
    case .en, .fr, .es: "ltr"
    case .ar: "rtl"
    }
  }
}

/// A text of the preview's interface in every language.
package struct Phrase: Sendable {
  let en, fr, es, ar: String

  init(_ en: String, fr: String, es: String, ar: String) {
    self.en = en
    self.fr = fr
    self.es = es
    self.ar = ar
  }

  /// The text in one of them.
  package subscript(language: PreviewLanguage) -> String {
    switch language {
    case .en: en
    case .fr: fr
    case .es: es
    case .ar: ar
    }
  }
}

/// Texts that belong together, by name. A text without all languages doesn't compile.
///
/// Scripts fill places in braces. A text with `one=` or `other=` in it has a form per plural
/// category, as `Intl.PluralRules` names them, with `|` between.
package protocol PreviewTexts: CaseIterable, RawRepresentable<String>, Sendable {
  /// The text in every language.
  var phrase: Phrase { get }
}

/// All texts of the preview.
package enum AllPreviewTexts {
  /// Every text by name, in every language.
  package static var phrases: [String: Phrase] {
    var all: [String: Phrase] = [:]
    func add<Group: PreviewTexts>(_ group: Group.Type) {
      for text in group.allCases { all[text.rawValue] = text.phrase }
    }
    add(BarText.self)
    add(ProblemText.self)
    add(PageText.self)
    add(PickerText.self)
    add(LMSText.self)
    return all
  }

  /// The texts of a language, for scripts.
  static func texts(in language: PreviewLanguage) -> [String: String] {
    phrases.mapValues { $0[language] }
  }
}
