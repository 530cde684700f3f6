public import CaseManagement
public import Foundation

/// Exports.
///
/// They take only what is de-identified: the compiler refuses anything else.
public enum DeidentifiedFile {
  /// The version of the format this library writes.
  public static let version: Int64 = 1

  /// De-identified records as JSON.
  public static func json<R: DeidentifiedRecord>(_ records: [R]) -> Data {
    JSONFile.data([
      "format": .string("amparo-deidentified"), "version": .number(version),
      "records": .list(records.map(JSONWriter.write)),
    ])
  }

  /// Reads de-identified records back.
  ///
  /// - Throws: ``ExchangeError``, naming the place.
  public static func records<R: DeidentifiedRecord>(
    _ type: R.Type, from data: Data
  ) throws(ExchangeError) -> [R] {
    let object = try JSONFile.object(
      from: data, format: "amparo-deidentified", version: version, limit: CaseLogFile.limit)
    guard case .list(let items)? = object["records"] else { throw .missingKey(path: "records") }
    var records: [R] = []
    for (index, item) in items.enumerated() {
      records.append(try JSONReader.read(R.self, from: item, path: "records[\(index)]"))
    }
    return records
  }

  /// A table of counts as CSV with a row of HXL tags.
  ///
  /// Suppressed counts are empty.
  public static func csv(_ table: AggregateTable) -> String {
    var csv = CSV(header: ["\(table.rows.word)", "\(table.columns.word)", "cases"])
    csv.add([table.rows.tag, table.columns.tag, "#affected+cases+num"])
    for cell in table.cells {
      csv.add([cell.row.string, cell.column.string, cell.count.map { "\($0)" } ?? ""])
    }
    return csv.text
  }
}

/// Service maps and indicators as CSV with HXL tags.
///
/// They hold no person.
public enum MonitoringFile {
  /// A service map: who does what where, with gaps.
  public static func csv(_ entries: [ServiceMapEntry]) -> String {
    var csv = CSV(header: [
      "organization", "sector", "service", "place", "availability", "quality", "gap", "verified",
    ])
    csv.add([
      "#org", "#sector", "#service+type", "#loc+code", "#status+availability", "#status+quality",
      "#status+gap", "#date+verified",
    ])
    for entry in entries {
      for service in entry.services.elements {
        csv.add([
          entry.provider.string, "\(entry.sector.word)", "\(service.word)", entry.place.string,
          "\(entry.availability.word)", "\(entry.quality.word)", "\(entry.gap.word)",
          entry.verifiedOn?.text ?? "",
        ])
      }
    }
    return csv.text
  }

  /// Indicators with baseline, target, latest value and progress in percent.
  public static func csv(_ indicators: [Indicator]) -> String {
    var csv = CSV(header: ["indicator", "statement", "baseline", "target", "actual", "progress"])
    csv.add([
      "#indicator+code", "#indicator+name", "#indicator+value+baseline",
      "#indicator+value+target", "#indicator+value+actual", "#indicator+progress+pct",
    ])
    for indicator in indicators {
      var progress = ""
      if case .thousandths(let number) = indicator.progress { progress = decimal(number, by: 10) }
      csv.add([
        indicator.id.string, indicator.statement.string,
        decimal(Int64(indicator.baseline.thousandths), by: 1000),
        decimal(Int64(indicator.target.thousandths), by: 1000),
        indicator.actual.last.map { decimal(Int64($0.thousandths), by: 1000) } ?? "", progress,
      ])
    }
    return csv.text
  }

  /// A number of tenths or thousandths with a point, always the same way.
  private static func decimal(_ number: Int64, by unit: Int64) -> String {
    let size = number.magnitude
    let digits = "\(size % UInt64(unit))"
    let width = unit == 10 ? 1 : 3
    let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
    return "\(number < 0 ? "-" : "")\(size / UInt64(unit)).\(padded)"
  }
}

extension AggregateDimension {
  /// The HXL tag of the dimension; `#x_` marks tags of our own.
  fileprivate var tag: String {
    switch self {
    case .entryPoint: "#x_entry+code"
    case .ageBand: "#affected+age"
    case .sex: "#affected+sex"
    case .group: "#affected+type"
    case .caseClass: "#x_class+code"
    case .risk: "#severity"
    case .stage: "#status"
    }
  }
}

/// Writes CSV (RFC 4180) and keeps spreadsheets from taking a text for a formula.
struct CSV {
  private(set) var text = ""

  init(header: [String]) { add(header) }

  mutating func add(_ fields: [String]) {
    text += fields.map(CSV.field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ value: String) -> String {
    var value = value
    if let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(value) == nil
    {
      value = "'" + value
    }
    guard value.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
