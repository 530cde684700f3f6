internal import Diagnostics

/// Finds text that somebody wanted to write later: TODO, lorem ipsum, `[insert …]`, `[...]`, `()`.
enum Placeholders: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let wording = file.wording
    let words = wording.finds.hits.filter { $0.matter == .placeholder && isMeant($0, file) }
    return words.map { problem($0.range, file) }
      + wording.finds.brackets.compactMap { place in
        bracket(place, wording).map { problem($0, file) }
      }
  }

  private static func problem(_ range: Range<Int>, _ file: CheckedFile) -> Diagnostic {
    file.problem(
      .placeholder, file.wording.source(range),
      "`\(file.wording.text.string(range))` holds the place of text that is still missing.",
      help: "Write the text, or take the place out. Learners would read it as it stands here.")
  }

  /// Words in quotation marks are spoken about; `to be confirmed` is a placeholder only where no
  /// sentence goes on with it.
  private static func isMeant(_ hit: Wording.Hit, _ file: CheckedFile) -> Bool {
    guard
      !file.wording.isMentioned(hit.range, in: file.markup)
        || file.wording.text.bytes[hit.range].allSatisfy({ $0 < UInt8(ascii: "a") })
    else { return false }
    let word = file.wording.text.string(hit.range)
    guard openEnded.contains(word.lowercased()) else { return true }
    let block = file.wording.text.blocks[hit.block].range
    let before = file.wording.text.bytes[block.lowerBound..<hit.range.lowerBound].last { $0 != 32 }
    let after = file.wording.text.bytes[hit.range.upperBound..<block.upperBound].first { $0 != 32 }
    let opens = before.map { "[(:".utf8.contains($0) } ?? true
    return opens && after.map { "])".utf8.contains($0) } ?? true
  }

  /// Phrases that also occur in ordinary sentences.
  private static let openEnded: Set<String> = [
    "to be completed", "to be written", "to be determined", "to be confirmed", "insert name",
    "insert text", "insert here", "à compléter", "à rédiger", "por completar", "por definir",
    "por redactar", "يستكمل", "يُستكمل", "قيد الإعداد",
  ]

  /// From a bracket through its end, when it holds nothing, dots only, or an order to insert.
  private static func bracket(_ place: Wording.Place, _ wording: Wording) -> Range<Int>? {
    let block = wording.text.blocks[place.block].range
    let start = place.range.lowerBound
    let isSquare = wording.text.bytes[start] == UInt8(ascii: "[")
    let close = isSquare ? UInt8(ascii: "]") : UInt8(ascii: ")")
    let rest = wording.text.bytes[start + 1..<block.upperBound].prefix(80)
    guard let end = rest.firstIndex(of: close) else { return nil }
    let inside = String(decoding: rest[..<end], as: UTF8.self).lowercased()
    let plain = inside.filter { !$0.isWhitespace }
    // `show()` names a function; an empty box belongs to a form.
    let isName = start > block.lowerBound && wording.text.bytes[start - 1] > UInt8(ascii: "/")
    if plain.isEmpty {
      return isName || (isSquare && !inside.isEmpty) ? nil : start..<end + 1
    }
    if isSquare, plain == "..." || plain == "…" {
      let place = Wording.Place(block: place.block, range: start..<end + 1)
      return isOmission(place, wording) ? nil : place.range
    }
    return orders.contains { inside.hasPrefix($0) } ? start..<end + 1 : nil
  }

  /// `He said […] that`: with words on both sides the dots stand for words left out of a quotation.
  private static func isOmission(_ place: Wording.Place, _ wording: Wording) -> Bool {
    func hasWords(_ bytes: ArraySlice<UInt8>) -> Bool {
      bytes.contains { $0 >= 0x80 || ($0 | 32 >= 97 && $0 | 32 <= 122) }
    }
    let (before, after) = wording.around(place, 200)
    return hasWords(before) && hasWords(after)
  }

  private static let orders = [
    "insert ", "add ", "enter ", "your ", "fill in", "name of your", "insérer ", "insérez ",
    "ajouter ", "ajoutez ", "indiquer ", "votre ", "insertar ", "inserte ", "agregar ", "añadir ",
    "su nombre", "أدخل ", "أضف ", "اكتب ", "اسم ",
  ]
}
