internal import CaseManagement

extension FieldValue {
  /// How a value is written in JSON: a word, a day, a moment, a flag or a number.
  var jsonValue: JSONValue {
    switch Self.shape {
    case .flag: .flag(number != 0)
    case .number, .identifier: .number(number)
    case .choice: .string("\(Self.word(of: number) ?? "")")
    case .day: .string(Day(number: number)?.text ?? "")
    case .moment: .string(Moment(number: number)?.text ?? "")
    }
  }

  /// The value that JSON means, nil when it means none.
  init?(jsonValue: JSONValue) {
    switch (Self.shape, jsonValue) {
    case (.flag, .flag(let flag)): self.init(number: flag ? 1 : 0)
    case (.number, .number(let number)), (.identifier, .number(let number)):
      self.init(number: number)
    case (.choice, .string(let word)):
      for number in Self.range where "\(Self.word(of: number) ?? "")" == word {
        self.init(number: number)
        return
      }
      return nil
    case (.day, .string(let text)):
      guard let day = UTF8Text(text).calendarDay else { return nil }
      self.init(number: day.number)
    case (.moment, .string(let text)):
      guard let moment = Moment(text: text) else { return nil }
      self.init(number: moment.number)
    case (.flag, _), (.number, _), (.identifier, _), (.choice, _), (.day, _), (.moment, _):
      return nil
    }
  }
}

extension Day {
  /// The day as `2026-03-09`.
  var text: String {
    let date = civil
    return "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
  }
}

extension Moment {
  /// The moment as `2026-03-09T19:10`.
  var text: String {
    let minute = Int32(truncatingIfNeeded: minuteOfDay)
    return "\(day.text)T\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
  }

  init?(text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = UTF8Text(String(parts[0])).calendarDay else { return nil }
    let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard time.count == 2, time[0].count == 2, time[1].count == 2,
      let hour = Int64(time[0]), let minute = Int64(time[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    self.init(day, hour: hour, minute: minute)
  }
}

private func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
