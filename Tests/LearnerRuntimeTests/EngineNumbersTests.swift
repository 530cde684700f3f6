import Foundation
import LearnerRuntime
import Learning
import Testing

/// The page's script names operations and refusals by the engine's numbers. Nothing but this test
/// notices when one of the two has learned a new one.
@Suite("Numbers that the engine and its script share")
struct EngineNumbersTests {
  private let script: String

  init() throws {
    script = try #require(LearnerRuntime.scripts.first { $0.name == "10-engine.js" }).text
  }

  @Test("The script knows every operation by its number")
  func operations() throws {
    let table = try #require(script.firstMatch(of: /OPERATION = \{([^}]*)\}/)).1
    let numbers = table.matches(of: /(\w+): (\d+)/).compactMap { match in
      UInt8(match.2).map { (name: String(match.1), number: $0) }
    }
    #expect(
      numbers.map { "\($0.name) \($0.number)" }
        == EngineOperation.allCases.map { "\($0) \($0.rawValue)" })
  }

  @Test("The script knows every refusal by its number")
  func refusals() throws {
    let table = try #require(script.firstMatch(of: /ERRORS = \[([^\]]*)\]/)).1
    // The place of a name is its number; the first one is nobody's.
    let names = table.matches(of: /'(\w*)'/).map { String($0.1) }
    #expect(names == [""] + SessionError.allCases.map { "\($0)" })
    #expect(SessionError.allCases.map { Int($0.rawValue) } == Array(names.indices.dropFirst()))
  }
}
