internal import Diagnostics

/// Finds parts that are hard to read, by the formula of the language (`ReadingMeasure`).
///
/// Paragraphs and list items count; headings and cells of tables are no sentences. A part is a
/// section of a hundred words, the sample that Flesch's formula and its relatives were made for; a
/// shorter section is judged together with the next.
enum HardTexts: FileCheck {
  /// Fewer words say nothing.
  static let sample = 100

  static func findings(in file: CheckedFile) -> [Diagnostic] {
    guard let language = file.wording.language, let limit = file.rules.gradeLimit else { return [] }
    let measure = ReadingMeasure(language)
    return [true, false].flatMap { isForLearners in
      parts(in: file, isForLearners: isForLearners).compactMap { part -> Diagnostic? in
        let years = measure.years(part.counts)
        guard years > Double(limit) else { return nil }
        return file.problem(
          isForLearners ? .hardText : .hardTextForFacilitators,
          file.wording.source(file.wording.text.blocks[part.start].range),
          "From here, \(part.counts.words) words ask for \(years > 16 ? "more than 16" : rounded(years)) years of school "
            + "(\(measure.name)); \(limit) is the limit, and 8 the aim.",
          help: "Write shorter sentences, and everyday words in the place of long ones. They have "
            + "\(rounded(Double(part.counts.words) / Double(max(1, part.counts.sentences)))) words "
            + "on average.")
      }
    }
  }

  /// Texts that are judged together.
  struct Part {
    /// The first of them.
    var start: Int
    var counts: TextCounts
  }

  /// The parts of a file for one sort of readers.
  static func parts(in file: CheckedFile, isForLearners: Bool) -> [Part] {
    var parts: [Part] = []
    var open: Part?
    func close() {
      guard let part = open, part.counts.words >= sample else { return }
      parts.append(part)
      open = nil
    }
    for (index, block) in file.wording.text.blocks.enumerated() {
      switch block.kind {
      case .heading(let level): if level <= 2 { close() }
      case .tableCell, .title: break
      case .paragraph:
        guard block.isForFacilitators != isForLearners else { continue }
        let counts = file.wording.finds.counts[index]
        open =
          open.map { Part(start: $0.start, counts: $0.counts + counts) }
          ?? Part(start: index, counts: counts)
      }
    }
    close()
    return parts
  }

  /// With one digit behind the point.
  private static func rounded(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
