import CaseExchange
import CaseManagement
import CaseVectors
import Foundation
import Testing

/// Files that mean two things, or that are made to wear a reader out.
@Suite struct HostileFileTests {
  private func good() throws -> String {
    let log = try Files.story("01-stranded-worker", try Files.profile())
    return String(decoding: CaseLogFile.data(of: log), as: UTF8.self)
  }

  private func error(_ data: Data) throws -> ExchangeError? {
    do {
      _ = try CaseLogFile.log(from: data, profile: try Files.profile())
      return nil
    } catch let error as ExchangeError { return error }
  }

  private func error(_ old: String, _ new: String) throws -> ExchangeError? {
    let good = try good()
    let place = try #require(good.range(of: old), "\(old) is in the file")
    return try error(Data(good.replacingCharacters(in: place, with: new).utf8))
  }

  @Test func aGoodFilePasses() throws {
    #expect(try error(Data(try good().utf8)) == nil)
    #expect(try error(Data(("\n " + (try good()) + "\r\n\t").utf8)) == nil, "white space is free")
  }

  /// Of a key that stands twice some readers take the first and others the last.
  @Test func doubledKeysAreRefusedHoweverTheyAreWritten() throws {
    #expect(
      try error("\"version\":1", "\"version\":1,\"version\":2") == .duplicateKey(path: "version"))
    #expect(
      try error("\"version\":1", "\"\\u0076ersion\":2,\"version\":1")
        == .duplicateKey(path: "version"), "an escape is the same letter")
    #expect(
      try error("\"header\":{", "\"header\":{\"id\":1,")
        == .duplicateKey(path: "header.id"))
    #expect(
      try error("\"event\":\"received\"", "\"event\":\"received\",\"event\":\"withdrawn\"")
        == .duplicateKey(path: "events[0].what.event"))
    // é as one letter, and as e with an accent behind it: one key to the decoder.
    #expect(
      try error("\"header\":{", "\"header\":{\"\u{E9}\":1,\"e\u{301}\":2,")
        == .duplicateKey(path: "header.e\u{301}"))
    // Equal keys of two objects, and a value equal to a key, are fine.
    #expect(try error("\"events\":[", "\"events\":[{\"a\":\"b\",\"b\":\"a\"},") != nil)
    #expect(
      try error("\"events\":[", "\"events\":[{\"a\":\"a\"},{\"a\":\"a\"},")
        == .missingKey(path: "events[0].at"))
  }

  @Test func depthHasALimit() throws {
    func nested(_ levels: Int) -> Data {
      let open = String(repeating: "{\"a\":", count: levels)
      return Data((open + "1" + String(repeating: "}", count: levels)).utf8)
    }
    #expect(try error(nested(32)) == .otherFormat)
    let path = Array(repeating: "a", count: 32).joined(separator: ".")
    #expect(try error(nested(33)) == .tooDeep(path: path))
    #expect(try error(nested(1_000_000)) == .tooDeep(path: path))
  }

  @Test func sizeHasALimit() throws {
    let full = Data(repeating: UInt8(ascii: " "), count: CaseLogFile.limit + 1)
    #expect(try error(full) == .tooLarge(path: ""))
    // Few bytes, many values: each would become a node of its own.
    let many = "{\"a\":[" + String(repeating: "1,", count: 1_000_000) + "1]}"
    #expect(try error(Data(many.utf8)) == .tooLarge(path: "a[999998]"))
    let long = String(repeating: " ", count: 100_001)
    #expect(throws: ExchangeError.tooLarge(path: "")) { try CaseLogFile.event(fromText: long) }
  }

  @Test func otherEncodingsAreRefused() throws {
    let good = try good()
    #expect(try error(Data([0xEF, 0xBB, 0xBF]) + Data(good.utf8)) == .notUTF8)
    #expect(try error(try #require(good.data(using: .utf16LittleEndian))) == .notUTF8)
    #expect(try error(try #require(good.data(using: .utf32))) == .notUTF8)
    #expect(try error(Data(good.utf8) + Data([0xFF])) == .notUTF8)
    #expect(try error(Data(good.utf8) + Data([0])) == .notUTF8)
  }

  @Test func numbersAreWholeAndTextHasNoZero() throws {
    for number in ["1.0", "1e0", "1E2", "1e400", "1.5"] {
      #expect(try error("\"version\":1", "\"version\":\(number)") == .wrongValue(path: "version"))
    }
    #expect(
      try error("\"format\":\"", "\"format\":\"\\u0000") == .wrongValue(path: "format"))
    #expect(try error("\"version\":1", "\"version\":99999999999999999999") != nil)
  }

  @Test(arguments: [
    "", "{", "}", "[}", "\"", "\"\\", "{\"a\"", ",", "{\"\\ud800\":1}", "nul", "{]",
  ]) func brokenFilesAreNoJSON(text: String) throws {
    #expect(try error(Data(text.utf8)) == .notJSON)
  }

  @Test func exportsAndEventsAreReadAsStrictly() throws {
    let data = Data(
      "{\"format\":\"amparo-deidentified\",\"records\":[],\"records\":[],\"version\":1}".utf8)
    #expect(throws: ExchangeError.duplicateKey(path: "records")) {
      try DeidentifiedFile.records(CaseSummary.self, from: data)
    }
    #expect(throws: ExchangeError.duplicateKey(path: "event")) {
      try CaseLogFile.event(fromText: "{\"event\":\"cleared\",\"event\":\"withdrawn\"}")
    }
  }
}
