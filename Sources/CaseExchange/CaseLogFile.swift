public import CaseManagement
public import Foundation

/// Why a file can't be read.
///
/// Nothing is half read.
public enum ExchangeError: Error, Equatable {
  /// Larger than the limit, or a text in it is.
  case tooLarge(path: String)
  /// Not JSON.
  case notJSON
  /// Not UTF-8, or with a byte order mark, or with a zero byte.
  case notUTF8
  /// Objects and lists nested deeper than any file of this library.
  case tooDeep(path: String)
  /// A key that stands twice in one object: nobody could say which value counts.
  case duplicateKey(path: String)
  /// Not a file of this kind.
  case otherFormat
  /// Written by a newer version of this library.
  case unknownVersion(Int64)
  /// A key is missing.
  case missingKey(path: String)
  /// A key nobody knows.
  case unknownKey(path: String)
  /// A value that can't be.
  case wrongValue(path: String)
  /// The log was made with another profile, or holds an illegal event.
  case replay(ReplayError)
}

/// The log of a case as a JSON file, for the office that keeps the case.
///
/// This is storage, not an export: a log holds no name and no contact detail, but it tells one
/// person's story. It is read back event by event through the guards.
public enum CaseLogFile {
  /// The version of the format this library writes.
  public static let version: Int64 = 1
  /// Largest file read, in bytes.
  public static let limit = 16 * 1024 * 1024

  /// The file of a log: the same bytes for the same log, always.
  public static func data(of log: CaseLog) -> Data {
    let events = log.events.map { JSONWriter.write(ProposedEvent($0)) }
    return JSONFile.data([
      "format": .string("amparo-case-log"), "version": .number(version),
      "header": JSONWriter.write(log.header), "events": .list(events),
    ])
  }

  /// The log of a file, checked again event by event.
  ///
  /// - Parameters:
  ///   - data: The file.
  ///   - profile: The profile the log was made with.
  /// - Returns: The log.
  /// - Throws: ``ExchangeError``, naming the place.
  public static func log(
    from data: Data, profile: AgencyProfile
  ) throws(ExchangeError) -> CaseLog {
    let object = try JSONFile.object(
      from: data, format: "amparo-case-log", version: version, limit: limit)
    guard let head = object["header"] else { throw .missingKey(path: "header") }
    let header = try JSONReader.read(CaseHeader.self, from: head, path: "header")
    guard case .list(let items)? = object["events"] else { throw .missingKey(path: "events") }
    var proposals: [ProposedEvent] = []
    for (index, item) in items.enumerated() {
      proposals.append(
        try JSONReader.read(ProposedEvent.self, from: item, path: "events[\(index)]"))
    }
    do throws(ReplayError) {
      return try CaseLog(header: header, replaying: proposals, profile: profile)
    } catch {
      throw .replay(error)
    }
  }
}

/// Opening and writing of versioned JSON files.
enum JSONFile {
  static func data(_ object: [String: JSONValue]) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings, numbers and lists of them can't fail.
    return (try? encoder.encode(JSONValue.object(object))) ?? Data()
  }

  static func object(
    from data: Data, format: String, version: Int64, limit: Int
  ) throws(ExchangeError) -> [String: JSONValue] {
    guard data.count <= limit else { throw .tooLarge(path: "") }
    try JSONScan.check(data)
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: data) else { throw .notJSON }
    guard case .object(let object) = value, object["format"] == .string(format) else {
      throw .otherFormat
    }
    guard case .number(let found)? = object["version"] else { throw .missingKey(path: "version") }
    guard found == version else { throw .unknownVersion(found) }
    return object
  }
}
