public import CaseManagement
internal import Foundation

extension CaseLogFile {
  /// One event as JSON text: what forms and other systems hand over.
  public static func eventText(_ event: CaseEvent) -> String {
    guard case .object(let object) = JSONWriter.write(event) else { return "" }
    return String(decoding: JSONFile.data(object), as: UTF8.self)
  }

  /// The event of a JSON text.
  ///
  /// It is only a proposal: a log decides whether it is legal.
  ///
  /// - Throws: ``ExchangeError``, naming the place.
  public static func event(fromText text: String) throws(ExchangeError) -> CaseEvent {
    guard text.utf8.count <= 100_000 else { throw .tooLarge(path: "") }
    try JSONScan.check(Data(text.utf8))
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
      throw .notJSON
    }
    return try JSONReader.read(CaseEvent.self, from: value, path: "event")
  }
}
