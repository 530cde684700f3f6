/// What people write at the start of a quote that is meant for facilitators, instead of the marker.
///
/// Such a quote would be read by learners.
enum RoleWords {
  /// The block that a label means; nil when it is no such label.
  ///
  /// - Parameters:
  ///   - label: the words without marks and colon.
  ///   - isMarked: whether they are bold. A single word must be bold or in capitals, since a
  ///     dialogue begins with `Facilitator:`, too.
  static func block(for label: String, isMarked: Bool) -> String? {
    // Nearly every label ends here, at its first letter.
    if let first = label.utf8.first, TypedCharacters.isLetter(first),
      !initials.contains(first | 32)
    {
      return nil
    }
    let words = singleSpaced(label.lowercased())
    if phrases.contains(words) { return "FACILITATOR" }
    guard let role = roles[words] else { return nil }
    let isCapital = label == label.uppercased() && label != label.lowercased()
    return isMarked || isCapital ? role : nil
  }

  /// Words with one plain space between two of them, as nearly all are typed.
  private static func singleSpaced(_ words: String) -> String {
    var previous = UInt8(ascii: " ")
    let isPlain = words.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte < 0x80 && (byte != UInt8(ascii: " ") || previous != byte)
    }
    if isPlain, previous != UInt8(ascii: " ") { return words }
    return words.unicodeScalars.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
      .map { String($0) }.joined(separator: " ")
  }

  /// Phrases that address facilitators: English, French, Spanish and Arabic.
  private static let phrases: Set<String> = [
    "facilitator note", "facilitator notes", "facilitator's note", "facilitator’s note",
    "facilitators' note", "facilitators’ note", "facilitators' notes", "facilitators’ notes",
    "for facilitators", "for the facilitator", "for the facilitators", "note for facilitators",
    "note for the facilitator", "note to facilitators", "note to the facilitator",
    "notes for facilitators", "for trainers", "for the trainer", "note for trainers",
    "note for the trainer", "note to the trainer", "trainer note", "trainer's note",
    "trainer’s note",
    "note pour le facilitateur", "note pour la facilitatrice", "note pour les facilitateurs",
    "note pour l'animateur", "note pour l’animateur", "note pour les animateurs",
    "note pour le formateur", "note pour les formateurs", "note au formateur",
    "note à l'animateur", "note à l’animateur", "pour le facilitateur", "pour les facilitateurs",
    "pour l'animateur", "pour l’animateur", "pour le formateur", "pour les formateurs",
    "nota para el facilitador", "nota para la facilitadora", "nota para los facilitadores",
    "nota para quien facilita", "nota para el formador", "nota para la persona facilitadora",
    "para el facilitador", "para la facilitadora", "para los facilitadores",
    "para quien facilita", "para el formador",
    "ملاحظة للميسر", "ملاحظة للميسرة", "ملاحظة للميسرين", "ملاحظات للميسر", "ملاحظات للميسرين",
    "ملاحظة للمدرب", "ملاحظة للمدربين", "ملاحظة إلى الميسر", "للميسر", "للميسرة", "للميسرين",
    "للمدرب", "للمدربين",
  ]

  /// The first bytes of all of them.
  private static let initials = Set(phrases.union(roles.keys).compactMap(\.utf8.first))

  /// Single words for who leads a session.
  private static let roles: [String: String] = [
    "facilitator": "FACILITATOR", "facilitators": "FACILITATOR", "trainer": "FACILITATOR",
    "trainers": "FACILITATOR", "facilitation": "FACILITATOR",
    "cofacilitator": "COFACILITATOR", "co-facilitator": "COFACILITATOR",
    "materials": "MATERIALS", "slide": "SLIDE",
    "facilitateur": "FACILITATOR", "facilitatrice": "FACILITATOR",
    "facilitateurs": "FACILITATOR", "animateur": "FACILITATOR", "animatrice": "FACILITATOR",
    "formateur": "FACILITATOR", "formatrice": "FACILITATOR",
    "cofacilitateur": "COFACILITATOR", "co-facilitateur": "COFACILITATOR",
    "facilitador": "FACILITATOR", "facilitadora": "FACILITATOR", "facilitadores": "FACILITATOR",
    "formador": "FACILITATOR", "formadora": "FACILITATOR", "capacitador": "FACILITATOR",
    "capacitadora": "FACILITATOR", "cofacilitador": "COFACILITATOR",
    "cofacilitadora": "COFACILITATOR",
    "الميسر": "FACILITATOR", "الميسرة": "FACILITATOR", "الميسرون": "FACILITATOR",
    "ميسر": "FACILITATOR", "المدرب": "FACILITATOR", "المدربة": "FACILITATOR",
    "الميسر المشارك": "COFACILITATOR",
  ]
}
