import Foundation
import LearnerRuntime
import Testing

@Suite("What the build embeds")
struct LearnerRuntimeTests {
  @Test("The engine is a wasm module")
  func engineIsWasm() {
    #expect(LearnerRuntime.engine.prefix(8) == [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00])
  }

  @Test("The plain form is one classic script, and stands packed in pages of one file")
  func plainEngine() throws {
    let plain = LearnerRuntime.plainEngine
    #expect(plain.hasPrefix("globalThis.AmparoPlainEngine = () => {\n"))
    #expect(plain.hasSuffix("\n};\n"))
    let packed = try #require(Data(base64Encoded: LearnerRuntime.packedPlainEngineBase64))
    #expect(packed.prefix(2) == Data([0x1F, 0x8B]))
    // gzip ends with the length of what is packed.
    let length = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(length == plain.utf8.count)
    #expect(packed.count <= 60_000)
  }

  @Test("Scripts come whole and in the order of their names")
  func scripts() {
    let names = LearnerRuntime.scripts.map { $0.name }
    #expect(names == names.sorted())
    let engine = LearnerRuntime.scripts.first { $0.name == "10-engine.js" }
    #expect(engine?.text.hasSuffix("Amparo.Engine = Engine;\n})();\n") == true)
  }

  @Test("The engine is at most 80 kB, and 30 kB when packed by gzip")
  func size() throws {
    let engine = LearnerRuntime.engine
    #expect(engine.count <= 80_000)
    #expect(try packedSize(of: Data(engine)) <= 30_000)
  }

  private func packedSize(of data: Data) throws -> Int {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).wasm")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gzip -9 -c \"$0\"", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let packed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return packed.count
  }
}
