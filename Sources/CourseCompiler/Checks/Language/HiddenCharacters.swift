internal import Diagnostics

/// Finds characters that can't be seen inside of words: zero-width spaces, soft hyphens, direction
/// marks; and signs that show a text in another order than it is stored.
///
/// Between two words direction marks are right where scripts meet, and at the edge of a word they do
/// no harm. Inside a word they hide it from the search. Zero-width joiners belong to scripts that
/// need them (Persian, Urdu) and are left alone there.
enum HiddenCharacters: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.wording.finds.hidden.compactMap { place in
      let bytes = file.wording.text.bytes[place.range]
      let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
      guard let scalar = scalars.first, !isJoinerInScript(scalar, place, file.wording) else {
        return nil
      }
      let code = String(scalar.value, radix: 16, uppercase: true)
      let range = file.wording.source(place.range)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      return file.problem(
        .hiddenCharacter, range, "Here is the invisible character \(name).",
        help: "Delete it. No search finds a word that holds it.",
        fixes: range.upper - range.lower == place.range.count
          ? [.init("Delete it", range: range, replacement: "")] : [])
    }
  }

  /// A joiner or non-joiner between letters of a script without capitals.
  private static func isJoinerInScript(
    _ scalar: Unicode.Scalar, _ place: Wording.Place, _ wording: Wording
  ) -> Bool {
    guard scalar.value == 0x200C || scalar.value == 0x200D else { return false }
    let block = wording.text.blocks[place.block].range
    let next = place.range.upperBound
    return next < block.upperBound && wording.text.bytes[next] >= 0xD6
  }
}
