internal import Diagnostics
internal import MarkupTree

/// Finds what looks like data of a real person: telephone numbers, e-mail addresses, dates of birth,
/// numbers of passports and accounts.
///
/// A toolkit is copied without end, and what stands in it can't be called back. Slots are no such
/// data; addresses of example.org and its like (RFC 2606), telephone numbers kept for fiction
/// (`NumberRun.isFictional`) and zeros are allowed.
enum PersonalData: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    let wording = file.wording
    var findings = wording.finds.atSigns.compactMap { email($0, file) } + mailLinks(file)
    guard !wording.finds.numbers.isEmpty else { return findings }
    let accounts = wording.finds.numbers.compactMap { account($0, wording) }
    var taken = accounts
    findings += accounts.map {
      problem(file, $0, "an account number", "Write one of zeros: `XX00 0000 0000 0000`.")
    }
    for hit in wording.finds.hits where hit.matter == .paper {
      guard let place = paper(behind: hit, wording), !overlaps(place, taken) else { continue }
      taken.append(place)
      findings.append(
        problem(file, place, "the number of an identity document", "Write zeros: `A0000000`."))
    }
    for run in NumberRun.all(in: wording) {
      guard !overlaps(run.range, taken) else { continue }
      if run.isDate, isBirth(run.range, run.block, wording) {
        findings.append(birth(file, run.range))
      } else if run.isTelephone(isCalled: isCalled(run, wording)), !run.isFictional,
        !isISBN(run, wording)
      {
        findings.append(
          problem(
            file, run.range, "a telephone number",
            "Use a slot, `{{emergency-contact}}`, or a number for fiction: `+1 202 555 0123`."))
      }
    }
    return findings + writtenDates(file)
  }

  private static func problem(
    _ file: CheckedFile, _ range: Range<Int>, _ what: String, _ help: String
  ) -> Diagnostic {
    file.problem(
      .personalData, file.wording.source(range),
      "`\(file.wording.text.string(range))` looks like \(what).",
      help: help + " What is in a toolkit can't be called back.")
  }

  private static func birth(_ file: CheckedFile, _ range: Range<Int>) -> Diagnostic {
    problem(file, range, "a date of birth", "Give an age, or the year only: `born in 2004`.")
  }

  private static func overlaps(_ range: Range<Int>, _ others: [Range<Int>]) -> Bool {
    others.contains { $0.overlaps(range) }
  }

  // MARK: Addresses

  /// The e-mail address around an `@`.
  private static func email(_ place: Wording.Place, _ file: CheckedFile) -> Diagnostic? {
    let bytes = file.wording.text.bytes
    let block = file.wording.text.blocks[place.block].range
    let name = bytes[block.lowerBound..<place.range.lowerBound].reversed().prefix {
      $0.isASCIILetterOrDigit || "._%+-".utf8.contains($0)
    }.count
    var domain = bytes[place.range.upperBound..<block.upperBound].prefix {
      $0.isASCIILetterOrDigit || ".-".utf8.contains($0)
    }
    while let last = domain.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "-") {
      domain.removeLast()
    }
    guard name > 0, domain.contains(UInt8(ascii: ".")), !isReserved(domain) else { return nil }
    let range = place.range.lowerBound - name..<domain.endIndex
    return problem(
      file, range, "an e-mail address", "Use a slot, or an address of `example.org`.")
  }

  /// Links that write to somebody, whatever their words are.
  private static func mailLinks(_ file: CheckedFile) -> [Diagnostic] {
    file.nodes.links.compactMap { link in
      let address = file.markup.utf8(file.markup.nodes[link].text)
      guard address.starts(with: "mailto:".utf8),
        let sign = address.firstIndex(of: UInt8(ascii: "@")),
        !isReserved(address[(sign + 1)...].prefix { $0 != UInt8(ascii: "?") }),
        // The words of the link are looked at, too.
        !file.markup.nodes[file.markup.subtree(link)].contains(where: {
          $0.kind == .text && file.markup.utf8($0.text).contains(UInt8(ascii: "@"))
        })
      else { return nil }
      return file.problem(
        .personalData, file.range(of: link),
        "This link writes to `\(String(decoding: address.dropFirst(7), as: UTF8.self))`.",
        help: "Use a slot, or an address of `example.org`.")
    }
  }

  /// Whether a domain belongs to nobody: RFC 2606 and RFC 6761.
  private static func isReserved(_ domain: ArraySlice<UInt8>) -> Bool {
    let labels = String(decoding: domain, as: UTF8.self).lowercased().split(separator: ".")
    guard let last = labels.last else { return false }
    if ["example", "test", "invalid", "localhost"].contains(last) { return true }
    return labels.dropLast().last == "example" && ["com", "net", "org", "edu"].contains(last)
  }

  // MARK: Numbers

  /// Whether a word such as `call` stands shortly before a number.
  private static func isCalled(_ run: NumberRun, _ wording: Wording) -> Bool {
    wording.finds.hits.contains {
      $0.matter == .telephone && $0.block == run.block
        && $0.range.upperBound <= run.range.lowerBound
        && run.range.lowerBound - $0.range.upperBound <= 40
    }
  }

  private static func isISBN(_ run: NumberRun, _ wording: Wording) -> Bool {
    let before = wording.text.bytes[..<run.range.lowerBound].suffix(8)
    return String(decoding: before, as: UTF8.self).uppercased().contains("ISBN")
      || (run.digits.count == 13 && (run.digits.hasPrefix("978") || run.digits.hasPrefix("979")))
  }

  /// Whether a word of birth stands near a date.
  private static func isBirth(_ range: Range<Int>, _ block: Int, _ wording: Wording) -> Bool {
    wording.finds.hits.contains { hit in
      hit.matter == .birth && hit.block == block
        && (hit.range.upperBound <= range.lowerBound
          ? range.lowerBound - hit.range.upperBound <= 40
          : hit.range.lowerBound - range.upperBound <= 20)
    }
  }

  /// `born on 12 March 2004`: a day, a word and a year.
  private static func writtenDates(_ file: CheckedFile) -> [Diagnostic] {
    let wording = file.wording
    guard wording.finds.hits.contains(where: { $0.matter == .birth }) else { return [] }
    let runs = NumberRun.all(in: wording)
    return zip(runs, runs.dropFirst()).compactMap { day, year in
      let date = day.range.lowerBound..<year.range.upperBound
      guard day.block == year.block, let number = Int(day.digits), (1...31).contains(number),
        year.groups.count == 1, ("1900"..."2099").contains(year.digits), date.count <= 40,
        wording.text.bytes[day.range.upperBound..<year.range.lowerBound].allSatisfy({
          $0 >= 0x80 || $0 == 32 || $0 == UInt8(ascii: ",") || ($0 | 32 >= 97 && $0 | 32 <= 122)
        }), isBirth(date, day.block, wording)
      else { return nil }
      return birth(file, date)
    }
  }

  /// A word of six signs or more, most of them digits, behind `passport` or the like.
  private static func paper(behind hit: Wording.Hit, _ wording: Wording) -> Range<Int>? {
    let place = wording.finds.numbers.first {
      $0.block == hit.block && $0.range.lowerBound >= hit.range.upperBound
        && $0.range.lowerBound - hit.range.upperBound <= 30
    }
    guard let place, place.range.count >= 6 else { return nil }
    let word = wording.text.bytes[place.range]
    let digits = word.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return digits.count >= 5 && digits.contains { $0 != UInt8(ascii: "0") } ? place.range : nil
  }

  /// An international account number (ISO 13616): its check digits must be right, so that other
  /// numbers are left in peace.
  private static func account(_ place: Wording.Place, _ wording: Wording) -> Range<Int>? {
    let bytes = wording.text.bytes
    let word = bytes[place.range]
    guard word.count >= 4, word.prefix(2).allSatisfy({ $0 >= 65 && $0 <= 90 }),
      word.dropFirst(2).prefix(2).allSatisfy({ $0 >= 48 && $0 <= 57 })
    else { return nil }
    var signs: [UInt8] = []
    var end = place.range.lowerBound
    let limit = wording.text.blocks[place.block].range.upperBound
    var offset = end
    while offset < limit, signs.count < 34,
      bytes[offset].isASCIILetterOrDigit || bytes[offset] == 32
    {
      if bytes[offset] != 32 {
        signs.append(bytes[offset])
        end = offset + 1
        if signs.count >= 15, isAccount(signs), end == limit || !bytes[end].isASCIILetterOrDigit {
          return place.range.lowerBound..<end
        }
      }
      offset += 1
    }
    return nil
  }

  private static func isAccount(_ signs: [UInt8]) -> Bool {
    guard signs.dropFirst(4).contains(where: { $0 != UInt8(ascii: "0") }) else { return false }
    var rest = 0
    for sign in signs.dropFirst(4) + signs.prefix(4) {
      if sign <= 57 {
        rest = (rest * 10 + Int(sign) - 48) % 97
      } else {
        rest = (rest * 100 + Int(sign & 0xDF) - 55) % 97
      }
    }
    return rest == 1
  }
}
