public import CaseManagement

/// The monitoring forms as XLSForm, in the sectioned CSV that XLSForm converters read.
///
/// The forms follow the rules of the library: the phone comes first, nothing is asked before
/// consent and a safe moment, no names, no telephone numbers, no GBV incidents.
public enum XLSForm: CaseIterable, Sendable {
  case household, keyInformant, observation

  /// File name of the form, without extension.
  public var name: String {
    switch self {
    case .household: "household-interview"
    case .keyInformant: "key-informant-interview"
    case .observation: "direct-observation"
    }
  }

  /// The form for a profile: the phone attempts and age bands are the profile's.
  public func csv(profile: AgencyProfile) -> String {
    var csv = CSV(header: ["survey"] + Array(repeating: "", count: 8))
    csv.add(
      ["", "type", "name"] + FormText.columns + ["required", "relevant", "constraint"])
    for question in questions(profile) {
      csv.add(
        ["", question.type, question.name] + question.label.cells
          + [question.required ? "yes" : "", question.relevant, question.constraint])
    }
    csv.add(["choices"])
    csv.add(["", "list_name", "name"] + FormText.columns)
    for list in FormLists.all {
      for item in list.items { csv.add(["", list.name, item.word] + item.label.cells) }
    }
    csv.add(["settings"])
    csv.add(["", "form_title", "form_id", "version", "default_language"])
    csv.add(["", title, name, "\(profile.version)", "English (en)"])
    return csv.text
  }

  private var title: String {
    switch self {
    case .household: "Household interview"
    case .keyInformant: "Key-informant interview"
    case .observation: "Direct observation"
    }
  }

  private func questions(_ profile: AgencyProfile) -> [FormQuestion] {
    switch self {
    case .household: FormQuestions.household(profile)
    case .keyInformant: FormQuestions.keyInformant
    case .observation: FormQuestions.observation
    }
  }
}
