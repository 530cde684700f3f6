/// One cell of a table of counts.
public struct AggregateCell: DeidentifiedRecord {
  /// Word of the row.
  public var row: UTF8Text
  /// Word of the column.
  public var column: UTF8Text
  /// The count; nil when it is too small to show, or would give a small one away.
  public var count: Int32?

  /// An empty cell, to be filled.
  public init() {
    row = ""
    column = ""
  }

  init(row: UTF8Text, column: UTF8Text, count: Int32?) {
    self.row = row
    self.column = column
    self.count = count
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.text("row", &row)
    try archive.text("column", &column)
    try archive.optional("count", &count)
  }
}

/// What the rows and columns of a table are.
public enum AggregateDimension: UInt8, Choice {
  case entryPoint, ageBand, sex, group, caseClass, risk, stage

  /// How many there are.
  public static var count: Int { 7 }

  /// The word of the dimension.
  public var word: StaticString {
    switch self {
    case .entryPoint: "entry-point"
    case .ageBand: "age-band"
    case .sex: "sex"
    case .group: "group"
    case .caseClass: "class"
    case .risk: "risk"
    case .stage: "stage"
    }
  }

  /// How many values the dimension has; the last one is "not known".
  func size(profile: AgencyProfile) -> Int {
    switch self {
    case .entryPoint: EntryPoint.count + 1
    case .ageBand: profile.ageBands.count + 1
    case .sex: Sex.count + 1
    case .group: PopulationGroup.count + 1
    case .caseClass: CaseClass.count + 1
    case .risk: RiskLevel.count + 1
    case .stage: Stage.count + 1
    }
  }

  func place(of summary: CaseSummary, profile: AgencyProfile) -> Int {
    switch self {
    case .entryPoint: Int(summary.entryPoint.rawValue)
    case .ageBand: summary.ageBand.map { Int($0) } ?? profile.ageBands.count
    case .sex: summary.sex.map { Int($0.rawValue) } ?? Sex.count
    case .group: Int(summary.group.rawValue)
    case .caseClass: Int(summary.caseClass.rawValue)
    case .risk: summary.risk.map { Int($0.rawValue) } ?? RiskLevel.count
    case .stage: Int(summary.stage.rawValue)
    }
  }

  func label(_ place: Int, profile: AgencyProfile) -> UTF8Text {
    let number = Int64(place)
    let word: StaticString?
    switch self {
    case .entryPoint: word = EntryPoint.word(of: number)
    case .ageBand:
      guard place < profile.ageBands.count else { return "not-known" }
      let band = profile.ageBands[place]
      return UTF8Text(bytes: digits(band.from) + [45] + digits(band.to))
    case .sex: word = Sex.word(of: number)
    case .group: word = PopulationGroup.word(of: number)
    case .caseClass: word = CaseClass.word(of: number)
    case .risk: word = RiskLevel.word(of: number)
    case .stage: word = Stage.word(of: number)
    }
    return UTF8Text(word: word ?? "not-known")
  }

  private func digits(_ number: Int32) -> [UInt8] {
    var rest = max(0, number)
    var result: [UInt8] = []
    repeat {
      result.insert(48 + UInt8(truncatingIfNeeded: rest % 10), at: 0)
      rest /= 10
    } while rest > 0
    return result
  }
}

/// A table of counts in which small cells are suppressed.
public struct AggregateTable: DeidentifiedRecord {
  /// What the rows are.
  public var rows: AggregateDimension
  /// What the columns are.
  public var columns: AggregateDimension
  /// The cells that were counted, row by row.
  ///
  /// Empty rows and columns are left out.
  public var cells: [AggregateCell]

  /// An empty table, to be filled.
  public init() {
    rows = .ageBand
    columns = .sex
    cells = []
  }

  /// Counts summaries by two dimensions.
  ///
  /// A count from 1 to below the profile's smallest cell is suppressed. Where only one cell of a
  /// row or column is suppressed, the next smallest is suppressed too: otherwise somebody who knows
  /// the total could work it out.
  public init(
    _ summaries: [CaseSummary], rows: AggregateDimension, columns: AggregateDimension,
    profile: AgencyProfile
  ) {
    self.rows = rows
    self.columns = columns
    cells = []
    let height = rows.size(profile: profile)
    let width = columns.size(profile: profile)
    var grid = CountGrid(width: width, height: height)
    for summary in summaries {
      grid.add(
        row: rows.place(of: summary, profile: profile),
        column: columns.place(of: summary, profile: profile))
    }
    grid.suppress(below: profile.smallestCell)
    for row in 0..<height {
      for column in 0..<width where grid.counts[row * width + column] > 0 {
        let index = row * width + column
        cells.append(
          AggregateCell(
            row: rows.label(row, profile: profile), column: columns.label(column, profile: profile),
            count: grid.hidden[index] ? nil : grid.counts[index]))
      }
    }
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("rows", &rows)
    try archive.value("columns", &columns)
    try archive.records("cells", &cells)
  }
}

/// Counts, and which of them are hidden.
private struct CountGrid {
  let width: Int
  let height: Int
  var counts: [Int32]
  var hidden: [Bool]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    counts = [Int32](repeating: 0, count: width * height)
    hidden = [Bool](repeating: false, count: width * height)
  }

  mutating func add(row: Int, column: Int) {
    guard row >= 0, row < height, column >= 0, column < width else { return }
    counts[row * width + column] &+= 1
  }

  mutating func suppress(below smallest: Int32) {
    for index in counts.indices where counts[index] > 0 && counts[index] < smallest {
      hidden[index] = true
    }
    // Hiding a second cell can leave a single one in the other direction; the grid is finite.
    var changed = true
    while changed {
      changed = false
      for row in 0..<height {
        let line = (0..<width).map { row * width + $0 }
        if hideSecond(line) { changed = true }
      }
      for column in 0..<width {
        let line = (0..<height).map { $0 * width + column }
        if hideSecond(line) { changed = true }
      }
    }
  }

  private mutating func hideSecond(_ line: [Int]) -> Bool {
    var hiddenCount = 0
    var next: Int?
    for index in line {
      if hidden[index] {
        hiddenCount += 1
      } else if counts[index] > 0, next.map({ counts[index] < counts[$0] }) ?? true {
        next = index
      }
    }
    guard hiddenCount == 1, let next else { return false }
    hidden[next] = true
    return true
  }
}
