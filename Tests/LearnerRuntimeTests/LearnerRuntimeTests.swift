import LearnerRuntime
import Testing

@Suite("What the build embeds")
struct LearnerRuntimeTests {
  @Test("The engine is a wasm module")
  func engineIsWasm() {
    #expect(LearnerRuntime.engine.prefix(8) == [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00])
  }

  @Test("Scripts come whole and in the order of their names")
  func scripts() {
    let names = LearnerRuntime.scripts.map { $0.name }
    #expect(names == names.sorted())
    #expect(LearnerRuntime.scripts.contains { $0.text.contains("Amparo.Engine = Engine;\n})();\n") })
  }
}
