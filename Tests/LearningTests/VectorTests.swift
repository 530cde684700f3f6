import Foundation
import Learning
import Testing

@Suite("Shared vectors, natively")
struct VectorTests {
  @Test("The blobs of the files are what the courses encode to", arguments: VectorSet.names)
  func blobs(name: String) throws {
    let set = try VectorSet.named(name)
    #expect(!set.cases.isEmpty)
    for (course, json) in set.courses {
      let built = try Course(json)
      #expect(built.encoded() == set.blob(course))
      #expect(try Course.decode(set.blob(course)) == built)
    }
  }

  @Test("Every case", arguments: VectorSet.names)
  func cases(name: String) throws {
    let set = try VectorSet.named(name)
    for test in set.cases {
      var player = VectorPlayer(set: set)
      try player.load(test.course)
      for (number, step) in test.steps.enumerated() {
        for _ in 0..<(step["times"]?.number ?? 1) {
          player.play(step, place: "\(test.name), step \(number)")
        }
      }
    }
  }

  @Test("Every set of the folder is played")
  func names() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: VectorSet.folder.path)
    #expect(files.filter { $0.hasSuffix(".json") }.sorted() == VectorSet.names.map { "\($0).json" })
  }
}

/// Plays the steps of a case with the Swift interface of a session.
struct VectorPlayer {
  let set: VectorSet
  private var session: LearnerSession?
  private var saved: [String: [UInt8]] = [:]
  private var documents: [(title: [UInt8], body: [UInt8])] = []

  init(set: VectorSet) {
    self.set = set
  }

  mutating func load(_ course: String) throws {
    session = LearnerSession(course: try Course.decode(set.blob(course)))
  }

  /// Performs a step and compares what it returns.
  mutating func play(_ step: JSONValue, place: String) {
    do {
      let result = try perform(step)
      #expect(step["error"] == nil, "\(place) was not refused")
      guard let expected = step["expect"] else { return }
      #expect(expected.holds(for: result), "\(place): \(result)")
    } catch let error as SessionError {
      #expect(step["error"] == .text("\(error)"), "\(place)")
    } catch {
      Issue.record(error, "\(place)")
    }
  }

  private mutating func perform(_ step: JSONValue) throws -> JSONValue {
    let call = step["call"]?.text ?? ""
    guard var session else { return .null }
    defer { if call != "load" { self.session = session } }
    let given = step["arguments"]?.list ?? []
    let numbers = given.map(\.number)
    let place = ActivityReference(
      file: numbers.first ?? -1, activity: numbers.count > 1 ? numbers[1] : -1)
    switch call {
    case "load": try load(step["course"]?.text ?? "")
    case "resume": return session.resume(try bytes(of: step)).json
    case "snapshot": saved[step["as"]?.text ?? ""] = session.state.encoded()
    case "revision": return .number(Int(session.state.revision))
    case "open": try session.open(section: place.activity, file: place.file)
    case "question": return try session.question(place).json
    case "answer":
      return try session.answer(place, options: given[2].list.map(\.number)).json
    case "hint": return try session.hint(place).json
    case "quiz": return try session.quiz(place).json
    case "retry": return try session.retry(place).json
    case "tree": return try session.tree(place).json
    case "take": return try session.take(numbers[2], at: place).json
    case "back": return try session.goBack(place).json
    case "restart": return try session.restart(place, at: numbers[2]).json
    case "progress": return session.progress().json
    case "reset": session.reset()
    case "index":
      documents = given[0].list.map {
        (
          title: [UInt8](($0["title"]?.text ?? "").utf8),
          body: [UInt8](($0["body"]?.text ?? "").utf8)
        )
      }
      session.index(SearchIndex(documents: documents))
    case "search":
      let hits = session.searchIndex.search([UInt8](given[0].text.utf8), limit: numbers[1])
      return .list(hits.map { $0.json(documents) })
    default: Issue.record("no call is named \(call)")
    }
    return .null
  }

  private func bytes(of step: JSONValue) throws -> [UInt8] {
    if let name = step["from"]?.text { return try #require(saved[name]) }
    return [UInt8](Data(base64Encoded: step["base64"]?.text ?? "") ?? Data())
  }
}
