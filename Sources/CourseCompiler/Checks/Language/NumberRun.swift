/// Digits that stand together, with what is between them: `+33 1 99 00 12 34`, `2026-03-01`.
struct NumberRun {
  let block: Int
  /// From the `+` or the first digit to the last.
  let range: Range<Int>
  /// The groups of digits, in Western digits.
  let groups: [String]
  /// The first sign between each two groups.
  let signs: [UInt8]
  let hasPlus: Bool

  /// All digits.
  var digits: String { groups.joined() }

  /// The runs of a text, in order; words that hold letters, too, are left out.
  static func all(in wording: Wording) -> [NumberRun] {
    let bytes = wording.text.bytes
    var runs: [NumberRun] = []
    var open: (block: Int, range: Range<Int>, groups: [String], signs: [UInt8])?
    func close() {
      guard let run = open else { return }
      let block = wording.text.blocks[run.block].range
      let plus =
        run.range.lowerBound > block.lowerBound
        && bytes[run.range.lowerBound - 1] == UInt8(ascii: "+")
      runs.append(
        NumberRun(
          block: run.block, range: (run.range.lowerBound - (plus ? 1 : 0))..<run.range.upperBound,
          groups: run.groups, signs: run.signs, hasPlus: plus))
      open = nil
    }
    for place in wording.finds.numbers {
      guard let digits = westernDigits(bytes[place.range]) else {
        close()
        continue
      }
      // More groups than this are a list of numbers.
      if let run = open, run.block == place.block, run.groups.count < 12,
        let sign = sign(bytes[run.range.upperBound..<place.range.lowerBound])
      {
        open = (
          run.block, run.range.lowerBound..<place.range.upperBound, run.groups + [digits],
          run.signs + [sign]
        )
      } else {
        close()
        open = (place.block, place.range, [digits], [])
      }
    }
    close()
    return runs
  }

  /// The digits of a word in Western form; nil when it holds anything else.
  private static func westernDigits(_ word: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        result.append(byte)
        index += 1
      } else if byte == 0xD9 || byte == 0xDB, index + 1 < word.endIndex {
        let zero: UInt8 = byte == 0xD9 ? 0xA0 : 0xB0
        guard word[index + 1] >= zero, word[index + 1] <= zero + 9 else { return nil }
        result.append(UInt8(ascii: "0") + word[index + 1] - zero)
        index += 2
      } else {
        return nil
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands between two groups of one number: at most three signs, none of which parts two
  /// numbers. A no-break space counts as a space, any dash as `-`.
  private static func sign(_ between: ArraySlice<UInt8>) -> UInt8? {
    guard !between.isEmpty, between.count <= 3 else { return nil }
    let text = Array(between)
    if text == [0xC2, 0xA0] || text == [0xE2, 0x80, 0xAF] { return UInt8(ascii: " ") }
    if text.count == 3, text.starts(with: [0xE2, 0x80]), (0x90...0x95).contains(text[2]) {
      return UInt8(ascii: "-")
    }
    let signs = " -./()".utf8
    return text.allSatisfy { signs.contains($0) }
      ? text.first { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: " ") : nil
  }
}

extension NumberRun {
  /// Whether it is a whole date: day, month and year.
  var isDate: Bool {
    guard groups.count == 3, let year = groups.first(where: { $0.count == 4 }).flatMap({ Int($0) })
    else { return false }
    return (1900...2100).contains(year)
      && groups.allSatisfy { $0.count <= 2 && (Int($0) ?? 99) <= 31 || $0.count == 4 }
      && !signs.contains(UInt8(ascii: " "))
  }

  /// Whether it is an amount, `300 000`, or years, `2013-2020`.
  private var isAmountOrYears: Bool {
    if !hasPlus, groups.count > 1, !digits.hasPrefix("0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), Set(signs).count == 1,
      signs[0] == UInt8(ascii: " ") || signs[0] == UInt8(ascii: ".")
    {
      return true
    }
    return !hasPlus && groups.allSatisfy { $0.count == 4 && ("1800"..."2200").contains($0) }
  }

  /// Whether it has the form of a telephone number.
  ///
  /// International: `+` or 00 and 8 to 15 digits (ITU-T E.164). Local: a leading 0 and 9 to 11
  /// digits, or the North American 3-4 and 3-3-4.
  ///
  /// - Parameter isCalled: a word such as `call` or `phone` stands before it.
  func isTelephone(isCalled: Bool) -> Bool {
    let count = digits.utf8.count
    guard !isDate, isCalled && count >= 9 || !isAmountOrYears, count >= 7, count <= 15 else {
      return false
    }
    if hasPlus { return count >= 8 }
    if digits.hasPrefix("00") { return count >= 10 }
    if digits.hasPrefix("0") {
      return (9...11).contains(count) && groups.allSatisfy { $0.count >= 2 }
    }
    let lengths = groups.map(\.count)
    if lengths == [3, 4] || lengths == [3, 3, 4], !signs.contains(UInt8(ascii: "/")) {
      return signs.contains { $0 != UInt8(ascii: " ") } || isCalled
    }
    return isCalled && groups.allSatisfy { $0.count >= 2 } && !digits.hasPrefix("97")
  }

  /// Whether it is a number that nobody has: kept for fiction, or of zeros.
  ///
  /// 555-0100 to 555-0199 (North American Numbering Plan), Ofcom's numbers for drama (020 7946 0,
  /// 01632 960, 07700 900), the French ones of Arcep (01 99 00, 02 61 91, 03 53 01, 04 65 71,
  /// 05 36 49, 06 39 98), and five zeros or more in a row.
  var isFictional: Bool {
    if digits.hasSuffix("0000") && digits.contains("00000") { return true }
    if digits.contains("55501") && digits.suffix(7).hasPrefix("55501") { return true }
    let national =
      ["0044", "44", "0033", "33", "0"].first { digits.hasPrefix($0) }
      .map { digits.dropFirst($0.count) } ?? digits[...]
    return Self.fictional.contains { national.hasPrefix($0) }
  }

  private static let fictional = [
    "2079460", "1632960", "7700900", "19900", "26191", "35301", "46571", "53649", "63998",
  ]
}
