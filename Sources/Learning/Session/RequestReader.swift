/// Reads the request of a call; whatever is wrong with its bytes is ``SessionError/badRequest``.
struct RequestReader {
  private var reader: ByteReader
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    reader = ByteReader(bytes)
    self.bytes = bytes
  }

  /// A number that can be an index; far too large ones are no request of ours.
  mutating func number() throws(SessionError) -> Int {
    do throws(CodecError) { return try reader.number(upTo: 0xFFFF) } catch { throw .badRequest }
  }

  /// File and activity, or file and section.
  mutating func place() throws(SessionError) -> ActivityReference {
    ActivityReference(file: try number(), activity: try number())
  }

  /// The numbers up to the end of the request.
  mutating func numbersToEnd(upTo limit: Int) throws(SessionError) -> [Int] {
    var numbers: [Int] = []
    while reader.remaining > 0 {
      guard numbers.count < limit else { throw .badRequest }
      numbers.append(try number())
    }
    return numbers
  }

  /// The bytes that are left.
  func rest() -> [UInt8] {
    [UInt8](bytes[reader.position...])
  }

  /// Refuses bytes behind the last value.
  func finish() throws(SessionError) {
    do throws(CodecError) { try reader.finish() } catch { throw .badRequest }
  }

  /// The documents of an index request.
  static func index(_ request: [UInt8]) throws(SessionError) -> SearchIndex {
    do throws(CodecError) {
      return try SearchIndex(request: request)
    } catch {
      throw .badRequest
    }
  }
}
