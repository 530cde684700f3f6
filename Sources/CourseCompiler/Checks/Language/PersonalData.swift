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
    findings += accounts.map {
      problem(file, $0, "an account number", "Write one of zeros: `XX00 0000 0000 0000`.")
    }
    let papers = papers(wording, besides: Nearness(accounts))
    findings += papers.map {
      problem(file, $0, "the number of an identity document", "Write zeros: `A0000000`.")
    }
    let runs = NumberRun.all(in: wording)
    let taken = (Nearness(accounts), Nearness(papers))
    let births = Nearness(.birth, in: wording)
    let calls = Nearness(.telephone, in: wording)
    for run in runs where !taken.0.overlaps(run.range) && !taken.1.overlaps(run.range) {
      let block = wording.text.blocks[run.block].range
      if run.isDate, isBirth(run.range, block, births) {
        findings.append(birth(file, run.range))
      } else if run.isTelephone(
        isCalled: calls.isAny(in: window(run.range.lowerBound, before: 40, block))),
        !run.isFictional, !isISBN(run, wording)
      {
        findings.append(
          problem(
            file, run.range, "a telephone number",
            "Use a slot, `{{emergency-contact}}`, or a number for fiction: `+1 202 555 0123`."))
      }
    }
    return findings + writtenDates(runs, births, file)
  }

  /// Offsets shortly before one, inside of a text.
  private static func window(_ offset: Int, before: Int, _ block: Range<Int>) -> Range<Int> {
    max(block.lowerBound, offset - before)..<offset
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

  private static func isISBN(_ run: NumberRun, _ wording: Wording) -> Bool {
    let before = wording.text.bytes[..<run.range.lowerBound].suffix(8)
    return String(decoding: before, as: UTF8.self).uppercased().contains("ISBN")
      || (run.digits.count == 13 && (run.digits.hasPrefix("978") || run.digits.hasPrefix("979")))
  }

  /// Whether a word of birth stands near a date.
  private static func isBirth(_ date: Range<Int>, _ block: Range<Int>, _ births: Nearness) -> Bool {
    births.isAny(in: window(date.lowerBound, before: 50, block))
      || births.isAny(in: date.upperBound..<min(block.upperBound, date.upperBound + 20))
  }

  /// `born on 12 March 2004`: a day, a word and a year.
  private static func writtenDates(
    _ runs: [NumberRun], _ births: Nearness, _ file: CheckedFile
  ) -> [Diagnostic] {
    let wording = file.wording
    return zip(runs, runs.dropFirst()).compactMap { day, year in
      let date = day.range.lowerBound..<year.range.upperBound
      guard day.block == year.block, let number = Int(day.digits), (1...31).contains(number),
        year.groups.count == 1, ("1900"..."2099").contains(year.digits), date.count <= 40,
        wording.text.bytes[day.range.upperBound..<year.range.lowerBound].allSatisfy({
          $0 >= 0x80 || $0 == 32 || $0 == UInt8(ascii: ",") || ($0 | 32 >= 97 && $0 | 32 <= 122)
        }), isBirth(date, wording.text.blocks[day.block].range, births)
      else { return nil }
      return birth(file, date)
    }
  }

  /// Words of six signs or more, most of them digits, behind `passport` or the like; in order.
  private static func papers(_ wording: Wording, besides others: Nearness) -> [Range<Int>] {
    let numbers = Nearness(wording.finds.numbers.map(\.range))
    var papers: [Range<Int>] = []
    for hit in wording.finds.hits where hit.matter == .paper {
      guard let place = numbers.first(from: hit.range.upperBound), place.count >= 6,
        place.lowerBound - hit.range.upperBound <= 30, papers.last != place,
        wording.text.blocks[hit.block].range.contains(place.lowerBound), !others.overlaps(place)
      else { continue }
      let digits = wording.text.bytes[place].filter {
        $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
      }
      if digits.count >= 5, digits.contains(where: { $0 != UInt8(ascii: "0") }) {
        papers.append(place)
      }
    }
    return papers
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
