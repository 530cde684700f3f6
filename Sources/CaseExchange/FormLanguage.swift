/// The four languages of a form, in the order of its label columns.
struct FormText {
  let en: String
  let fr: String
  let es: String
  let ar: String

  init(_ en: String, _ fr: String, _ es: String, _ ar: String) {
    self.en = en
    self.fr = fr
    self.es = es
    self.ar = ar
  }

  /// Column names as XLSForm writes them.
  static let columns = [
    "label::English (en)", "label::Français (fr)", "label::Español (es)", "label::العربية (ar)",
  ]

  var cells: [String] { [en, fr, es, ar] }
}

/// A closed list of a form.
struct FormList {
  let name: String
  let items: [(word: String, label: FormText)]
}

/// A question of a form.
struct FormQuestion {
  let type: String
  let name: String
  let label: FormText
  var required = false
  var relevant = ""
  var constraint = ""
}
