import Foundation
import Learning
import Testing

@Suite("Search")
struct SearchTests {
  /// A scalar folded, as text; separators are a space.
  private func folded(_ scalar: Unicode.Scalar) -> String {
    func text(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "?" }
    switch Folding.fold(scalar.value) {
    case .separator: return " "
    case .ignored: return ""
    case .one(let letter): return text(letter)
    case .two(let first, let second): return text(first) + text(second)
    }
  }

  @Test("Latin letters fold to what Unicode's decomposition leaves of them")
  func latin() {
    var compared = 0
    for value in Array(0x00C0...0x024F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let base = String(scalar).lowercased().decomposedStringWithCanonicalMapping
        .unicodeScalars.first { $0.properties.canonicalCombiningClass == .notReordered }
      guard let base, base.isASCII, base.properties.isAlphabetic else { continue }
      compared += 1
      #expect(folded(scalar) == String(base), "U+\(String(value, radix: 16))")
    }
    #expect(compared > 450)
  }

  @Test("Greek, Cyrillic and Armenian letters fold to lower case without accents")
  func otherAlphabets() {
    for value in Array(0x0386...0x03CE) + Array(0x0400...0x0481) + Array(0x048A...0x0556) {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else {
        continue
      }
      let lower = String(scalar).lowercased()
      // Whatever the letter folds to, its capital folds to the same.
      for small in lower.unicodeScalars.prefix(1) { #expect(folded(scalar) == folded(small)) }
    }
    #expect("ΆΈΉΊΌΎΏΪΫς".unicodeScalars.map(folded).joined() == "αεηιουωιυσ")
    #expect("ЁЙЇЂ".unicodeScalars.map(folded).joined() == "ейїђ")
  }

  @Test("Arabic presentation forms fold like the letters that they show")
  func arabicForms() {
    for value in 0xFE80...0xFEFC {
      guard let form = Unicode.Scalar(UInt32(value)) else { continue }
      let letters = String(form).precomposedStringWithCompatibilityMapping.unicodeScalars
      #expect(folded(form) == letters.map(folded).joined(), "U+\(String(value, radix: 16))")
    }
    #expect("أإآٱ".unicodeScalars.map(folded).joined() == "اااا")
    #expect("ةىیکؤئ".unicodeScalars.map(folded).joined() == "هييكوي")
    #expect("مُحَمَّدـ".unicodeScalars.map(folded).joined() == "محمد")
  }

  @Test("Decimal digits of the listed scripts become ASCII")
  func digits() {
    for zero: UInt32 in [
      0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0BE6, 0x0D66, 0x0E50, 0x1040, 0x17E0, 0xFF10,
    ] {
      for digit: UInt32 in 0...9 {
        #expect(Folding.fold(zero + digit) == .one(0x30 + digit))
      }
    }
  }

  @Test("No scalar folds to something that folds further")
  func isStable() {
    for value: UInt32 in 0...0x2FFFF {
      let letters: [UInt32]
      switch Folding.fold(value) {
      case .separator, .ignored: continue
      case .one(let letter): letters = [letter]
      case .two(let first, let second): letters = [first, second]
      }
      for letter in letters where Folding.fold(letter) != .one(letter) {
        Issue.record("U+\(String(value, radix: 16)) folds to U+\(String(letter, radix: 16))")
      }
    }
  }

  @Test("Random bytes are searched without a crash, and every mark holds")
  func randomBytes() {
    var random = RandomSource(seed: 5)
    let pieces = [
      "consent", "إحالة", "ال", "é", "ช่วย", "同意", " ", ". ", "\u{301}", "ـ", "😀", "72", "٧٢",
    ]
    func text(_ length: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      for _ in 0..<random.number(below: length) {
        if random.number(below: 12) == 0 {
          bytes.append(UInt8(random.number(below: 256)))
        } else {
          bytes += Array(pieces[random.number(below: pieces.count)].utf8)
        }
      }
      return bytes
    }
    var found = 0
    for _ in 0..<400 {
      let documents = (0..<random.number(below: 8)).map { _ in (title: text(6), body: text(200)) }
      let index = SearchIndex(documents: documents)
      for _ in 0..<10 {
        for hit in index.search(text(5), limit: 5) {
          found += 1
          let document = documents[hit.document]
          check(hit.titleRanges, inside: 0..<document.title.count)
          check(hit.snippetRanges, inside: hit.snippet)
          #expect(hit.snippet.upperBound <= document.body.count)
          #expect(hit.score > 0)
        }
      }
    }
    #expect(found > 500)
  }

  @Test("A title counts more than a body, a rare word more than a common one, near more than far")
  func ranking() {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    func order(_ query: String, _ documents: [(String, String)]) -> [Int] {
      let index = SearchIndex(documents: documents.map { (title: bytes($0.0), body: bytes($0.1)) })
      return index.search(bytes(query), limit: 10).map(\.document)
    }
    #expect(order("consent", [("A", "consent"), ("Consent", "")]) == [1, 0])
    #expect(order("consent", [("A", "consents"), ("B", "consent")]) == [1, 0])
    #expect(order("ask", [("A", "ask"), ("B", "ask")]) == [0, 1])
    let far = String(repeating: "other words stand here ", count: 20)
    #expect(
      order("safe place", [("A", "safe \(far) place"), ("B", "a place that is safe")]) == [1, 0])
  }

  private func check(_ ranges: [Range<Int>], inside: Range<Int>) {
    var last = inside.lowerBound
    for range in ranges {
      #expect(range.lowerBound >= last && range.upperBound <= inside.upperBound && !range.isEmpty)
      last = range.upperBound
    }
  }
}
