internal import FoundationEssentials

/// One text of the interface as people name it: `quiz.passed`.
package struct InterfaceEntry: Sendable, Equatable {
  /// What a text is.
  package enum Value: Sendable, Equatable {
    case text(String)
    /// Several texts of one sort: months, hints.
    case list([String])
    /// One text for each plural category.
    case counted([PluralCategory: String])
  }

  /// The group, as docs/page.md names it.
  package let group: String
  /// The name in its group.
  package let name: String
  /// What is written.
  package var value: Value

  /// Names a text.
  package init(group: String, name: String, value: Value) {
    self.group = group
    self.name = name
    self.value = value
  }
}

extension InterfaceTexts {
  /// Every text by group and name, in the order in which they are declared.
  package var entries: [InterfaceEntry] {
    let groups = [page as Any, script as Any, packages as Any].flatMap {
      Array(Mirror(reflecting: $0).children)
    }
    return groups.flatMap { group in
      Mirror(reflecting: group.value).children.compactMap { text -> InterfaceEntry? in
        guard let name = text.label, let group = group.label else { return nil }
        let value: InterfaceEntry.Value
        switch text.value {
        case let text as String: value = .text(text)
        case let list as [String]: value = .list(list)
        case let counted as CountedText: value = .counted(counted.forms)
        default: return nil
        }
        return InterfaceEntry(group: group, name: name, value: value)
      }
    }
  }

  /// The texts of a language that nothing is built in for yet: English, with counted texts in the
  /// language's categories.
  package static func start(for language: Language) -> InterfaceTexts {
    guard !isTranslated(language) else { return texts(for: language) }
    let rule = PluralRule.rule(for: language)
    let entries = english.entries.map { entry in
      guard case .counted(let forms) = entry.value else { return entry }
      var entry = entry
      entry.value = .counted(rule.forms(fromEnglish: forms))
      return entry
    }
    return english.changed(to: language, entries)
  }

  /// Texts put together from entries, which must be all of them and of the right form; these texts
  /// when they are not.
  package func changed(to language: Language, _ entries: [InterfaceEntry]) -> InterfaceTexts {
    var groups: [String: [String: InterfaceEntry.Value]] = [:]
    for entry in entries { groups[entry.group, default: [:]][entry.name] = entry.value }
    let decoder = JSONDecoder()
    if let key = CountedText.ruleKey {
      decoder.userInfo[key] = PluralRule.rule(for: language)
    }
    guard let json = try? JSONEncoder().encode(groups),
      let page = try? decoder.decode(PageTexts.self, from: json),
      let script = try? decoder.decode(ScriptTexts.self, from: json),
      let packages = try? decoder.decode(PackageTexts.self, from: json)
    else { return self }
    return InterfaceTexts(language: language, page: page, script: script, packages: packages)
  }
}

extension PluralRule {
  /// English words in another language's categories: the singular only where it is for 1 alone.
  fileprivate func forms(fromEnglish forms: [PluralCategory: String]) -> [PluralCategory: String] {
    let other = forms[.other] ?? ""
    let isOnlyOne = (0...200).filter { category(of: $0) == .one } == [1]
    return Dictionary(
      categories.map { category in
        (category, category == .one && isOnlyOne ? forms[.one] ?? other : other)
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension InterfaceEntry.Value: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .counted(let forms):
      try container.encode(
        Dictionary(
          forms.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
