internal import Diagnostics

/// What the checks know of acronyms.
enum Acronym {
  /// Acronyms that need no explanation: everyday words, and names that people in this work know by
  /// their letters only. docs/diagnostics.md lists them; toolkit.yml adds to them.
  static let everybodyKnows: Set<String> = [
    "AIDS", "AM", "CC", "BY", "CD", "COVID", "DVD", "GPS", "HIV", "ICRC", "ID", "IOM", "OCHA", "OK",
    "PDF", "PIN", "PM", "QR", "SIM", "SMS", "SOS", "SVG", "TV", "UK", "UN", "UNESCO", "UNFPA",
    "UNHCR", "UNICEF", "US", "USA", "USB", "WFP", "WHO", "FAQ", "EU", "IT", "NGO", "ISBN",
    // French and Spanish
    "CICR", "DIU", "OIM", "OMS", "ONG", "ONU", "SIDA", "VIH", "PAM", "PMA", "HCR", "ACNUR", "UE",
    "EE", "UU", "DNI", "NB",
  ]

  /// Words that people write in capitals to stress them, in the languages of the checks.
  static let stressed: Set<String> = [
    "NOT", "NO", "NEVER", "ALL", "ALWAYS", "AND", "OR", "MUST", "DO", "ANY", "EXCEPT", "ONLY",
    "BEFORE",
    "AFTER", "NON", "NE", "PAS", "JAMAIS", "TOUS", "TOUT", "OU", "ET", "SAUF", "AVANT", "NUNCA",
    "SIN",
    "TODO", "TODOS", "SIEMPRE", "SOLO", "ANTES", "SALVO", "STOP", "ALTO",
  ]

  /// An acronym without the `s` of its plural.
  static func plain(_ word: String) -> String {
    word.last == "s" ? String(word.dropLast()) : word
  }

  /// Whether a word of capitals is an acronym: no Roman number, no stressed word.
  static func isAcronym(_ word: String) -> Bool {
    guard word.count > 1, word.count <= 8, !stressed.contains(word),
      word.unicodeScalars.allSatisfy({ $0.properties.isUppercase && $0.value < 0x250 })
    else { return false }
    return !word.allSatisfy { "IVXLCDM".contains($0) } || word == "CD"
  }
}

/// Finds acronyms that a text uses before it explains them, or never explains.
///
/// Explained is `long form (ABC)` and `ABC (long form)`, a term of the glossary, and what everybody
/// knows. What facilitators alone read explains nothing to learners. One finding for each acronym of
/// a file.
enum UndefinedAcronyms: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard file.wording.language != nil else { return [] }
    var explained: [String: (learners: Bool, facilitators: Bool)] = [:]
    var reported: Set<String> = []
    var findings: [Diagnostic] = []
    for place in file.wording.finds.capitals {
      // The title and the content warning stand before any text that could explain.
      guard file.wording.text.blocks[place.block].kind != .title,
        !isInCapitals(place, file.wording), !isNumbered(place, file.wording)
      else { continue }
      let word = Acronym.plain(file.wording.text.string(place.range))
      guard Acronym.isAcronym(word), !file.rules.isKnown(word, in: file.written.language)
      else { continue }
      let isForLearners = file.wording.isForLearners(place.block)
      if isExplained(place, file.wording) {
        explained[word, default: (false, false)].facilitators = true
        if isForLearners { explained[word, default: (false, false)].learners = true }
        continue
      }
      let known = explained[word] ?? (false, false)
      guard !(known.learners || (known.facilitators && !isForLearners)),
        !isHeading(place, file.wording) || !isExplainedBelow(word, place, file.wording),
        reported.insert(word).inserted
      else { continue }
      findings.append(
        file.problem(
          .undefinedAcronym, file.wording.source(place.range),
          "Nothing before this says what `\(word)` stands for.",
          help:
            "Write it out once: `long form (\(word))`. A term of the glossary explains it, too. "
            + "If all your readers know it: `known-acronyms: [\(word)]` in toolkit.yml."))
    }
    return findings
  }

  /// Whether a whole text is written in capitals.
  private static func isInCapitals(_ place: Wording.Place, _ wording: Wording) -> Bool {
    let block = wording.text.blocks[place.block].range
    return block.count < 400 && wording.text.bytes[block].contains(UInt8(ascii: " "))
      && !wording.text.bytes[block].contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
      && wording.text.bytes[block].allSatisfy { $0 < 0xD8 }
  }

  /// Whether letters are part of a number, `IN/232`, `A-12`, or of a mark.
  private static func isNumbered(_ place: Wording.Place, _ wording: Wording) -> Bool {
    // The word of a block, `[!KEY`, that wasn't recognised.
    let before = wording.text.bytes[..<place.range.lowerBound].suffix(2)
    if before.elementsEqual("[!".utf8) { return true }
    let after = wording.text.bytes[place.range.upperBound...].prefix(2)
    return after.count == 2 && after.first.map { "/-:".utf8.contains($0) } ?? false
      && after.last.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false
  }

  private static func isHeading(_ place: Wording.Place, _ wording: Wording) -> Bool {
    if case .heading = wording.text.blocks[place.block].kind { true } else { false }
  }

  /// Whether the text right under a heading explains an acronym that the heading uses.
  private static func isExplainedBelow(
    _ word: String, _ place: Wording.Place, _ wording: Wording
  ) -> Bool {
    let next = wording.finds.capitals.partitioningIndex { $0.block > place.block }
    return wording.finds.capitals[next...].prefix(20).contains { other in
      other.block <= place.block + 3
        && Acronym.plain(wording.text.string(other.range)) == word && isExplained(other, wording)
    }
  }

  /// Whether an acronym stands alone in brackets behind words, or has words in brackets behind it.
  private static func isExplained(_ place: Wording.Place, _ wording: Wording) -> Bool {
    let (before, after) = wording.around(place, 120)
    let rest = after.drop { $0 == UInt8(ascii: "s") }
    let opens = before.last == UInt8(ascii: "(")
    if opens || rest.first == UInt8(ascii: ")") {
      let open = before.lastIndex(of: UInt8(ascii: "(")) ?? before.startIndex
      let hasWords = before[..<open].contains { $0 != UInt8(ascii: " ") }
      if hasWords, opens || before.endIndex - open < 60 { return true }
    }
    let inside = rest.drop { $0 == UInt8(ascii: " ") }
    guard inside.first == UInt8(ascii: "("), let end = inside.firstIndex(of: UInt8(ascii: ")"))
    else { return false }
    return inside[..<end].contains(UInt8(ascii: " "))
  }
}
