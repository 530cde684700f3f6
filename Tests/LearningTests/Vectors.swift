import Foundation
import Learning

/// A value of a vector file.
enum JSONValue: Decodable, Equatable, CustomStringConvertible {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// A member of an object, or nil.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  var list: [JSONValue] {
    guard case .list(let list) = self else { return [] }
    return list
  }

  var number: Int {
    guard case .number(let number) = self else { return -1 }
    return number
  }

  var text: String {
    guard case .text(let text) = self else { return "" }
    return text
  }

  var isTrue: Bool { self == .flag(true) }

  var description: String {
    switch self {
    case .null: return "null"
    case .flag(let flag): return "\(flag)"
    case .number(let number): return "\(number)"
    case .text(let text): return "\"\(text)\""
    case .list(let list): return "[\(list.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      return "{\(sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
  }

  /// Whether a value is as this one expects; of objects only the named members are compared.
  func holds(for actual: JSONValue) -> Bool {
    switch (self, actual) {
    case (.object(let expected), .object(let members)):
      return expected.allSatisfy { name, value in members[name].map(value.holds) ?? false }
    case (.list(let expected), .list(let elements)):
      return expected.count == elements.count
        && zip(expected, elements).allSatisfy { $0.holds(for: $1) }
    default:
      return self == actual
    }
  }
}

/// A file of Tests/Vectors.
struct VectorSet: Decodable {
  let about: String
  let courses: [String: JSONValue]
  let cases: [Case]

  struct Case: Decodable {
    let name: String
    let course: String
    let steps: [JSONValue]
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Vectors")

  static let names = ["progress", "questions", "quizzes", "search", "state", "trees"]

  static func named(_ name: String) throws -> VectorSet {
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return try JSONDecoder().decode(VectorSet.self, from: data)
  }

  /// The engine blob that the file holds for a course.
  func blob(_ name: String) -> [UInt8] {
    [UInt8](Data(base64Encoded: courses[name]?["blob"]?.text ?? "") ?? Data())
  }
}
