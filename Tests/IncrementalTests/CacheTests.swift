import CourseCompiler
import CourseModel
import Disk
import Exporters
import Foundation
import HTMLRendering
import Testing

/// Caches as bytes: what is read is what was written, and nothing that was damaged does harm.
@Suite struct CacheTests {
  private func filled() async throws -> (Kept, Compilation, TestLook, InMemoryContent) {
    let kept = Kept()
    let look = try TestLook()
    let content = RandomContent(seed: 3).content
    let compilation = await CourseCompiler.compile(content, reusing: kept.compilation)
    _ = try kept.outcome(of: compilation, look)
    return (kept, compilation, look, content)
  }

  @Test(arguments: 11...13)
  func `A build that reads the one before from a cache makes what a clean one does`(
    seed: Int
  ) async throws {
    var random = RandomContent(seed: UInt64(seed))
    let look = try TestLook()
    var kept = Kept()
    var broken = 0
    for step in 0..<25 {
      if step > 0 { random.edit() }
      // As a new process would: everything that was in memory comes back from bytes.
      kept = try await kept.throughBytes()
      let clean = await CourseCompiler.compile(random.content)
      let incremental = await CourseCompiler.compile(
        random.content, options: .init(jobs: 2), reusing: kept.compilation)
      let difference = try kept.outcome(of: incremental, look)
        .difference(from: Outcome.of(clean, look))
      #expect(difference == nil, "step \(step): \(random.story.suffix(3))")
      broken = clean.toolkit == nil ? broken + 1 : 0
      if broken == 2 { random.mend() }
    }
  }

  @Test func `What nothing changed in is neither composed nor written again`() async throws {
    let (kept, _, look, content) = try await filled()
    let again = try await kept.throughBytes()
    let compilation = await CourseCompiler.compile(content, reusing: again.compilation)
    _ = try again.outcome(of: compilation, look)
    #expect(again.made.isEmpty)
    let modules = try #require(compilation.toolkit).editions.flatMap(\.modules)
    #expect(!modules.contains { $0.text.isHeld })
  }

  @Test func `No flipped bit and no lost byte of a cache's parts stops a build`() async throws {
    let (kept, _, look, content) = try await filled()
    var random = SeededRandom(seed: 9)
    for part in [kept.compilation.encoded(), kept.pages.encoded()] {
      for _ in 0..<400 {
        var bytes = part
        if Bool.random(using: &random) {
          let bit = Int.random(in: 0..<bytes.count * 8, using: &random)
          bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        } else {
          bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        }
        // Without the checksum around it, a damaged part may be read as something else: never a trap.
        _ = await CompilationCache.decode(bytes, jobs: 1)
        _ = PageMemory(encoded: bytes)
        _ = OutputRecords(encoded: bytes)
      }
    }
    _ = try Outcome.of(await CourseCompiler.compile(content), look)
  }

  @Test func `A cache file with any bit flipped, or cut anywhere, is no cache`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "amparo-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = try #require(ContentDigest.sha256(of: [1]))
    let cache = try #require(
      BuildCache(folder: folder.path, content: NSTemporaryDirectory(), output: "Output"))
    let parts = BuildCache.Parts(compilation: [1, 2, 3], pages: [4], outputs: [])
    #expect(cache.load(key: key) == nil)
    #expect(cache.store(parts, key: key))
    let file = try #require(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).first
    )
    let whole = Array(try Data(contentsOf: file))
    #expect(cache.load(key: key)?.compilation == [1, 2, 3])
    #expect(cache.load(key: try #require(ContentDigest.sha256(of: [2]))) == nil)
    for bit in 0..<whole.count * 8 {
      var bytes = whole
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      try Data(bytes).write(to: file)
      #expect(cache.load(key: key) == nil, "bit \(bit)")
    }
    for count in 0..<whole.count {
      try Data(whole.prefix(count)).write(to: file)
      #expect(cache.load(key: key) == nil, "\(count) bytes")
    }
    try Data(whole + [0]).write(to: file)
    #expect(cache.load(key: key) == nil)
  }
}
