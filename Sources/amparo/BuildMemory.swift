import CourseCompiler
import CourseModel
import Disk
import Exporters
import HTMLRendering

/// What the build before left, and what this one will leave.
struct BuildMemory {
  /// What compiling left.
  let compilation: CompilationCache
  /// What pages left.
  let pages: PageMemory
  /// What output files left.
  let outputs: OutputRecords
  private let cache: BuildCache?
  private let program: ContentDigest?

  /// Reads the cache; everything is empty where there is none of use.
  /// - Parameter cache: nil to build without one.
  init(_ cache: BuildCache?, jobs: Int) async {
    let program = cache == nil ? nil : BuildCache.program()
    let parts = program.flatMap { cache?.load(key: $0) }
    async let pages = parts.flatMap { PageMemory(encoded: $0.pages) }
    async let outputs = parts.flatMap { OutputRecords(encoded: $0.outputs) }
    var known: CompilationCache?
    if let parts { known = await CompilationCache.decode(parts.compilation, jobs: jobs) }
    compilation = known ?? CompilationCache()
    self.pages = await pages ?? PageMemory()
    self.outputs = await outputs ?? OutputRecords()
    self.cache = cache
    self.program = program
  }

  /// Puts down what the next build may take over; nil when nothing is kept.
  func parts(_ outputs: OutputRecords) async -> BuildCache.Parts? {
    guard cache != nil else { return nil }
    async let compilation = self.compilation.encoded()
    return await .init(
      compilation: compilation, pages: pages.encoded(), outputs: outputs.encoded())
  }

  /// Leaves everything for the next build. What can't be written is not missed.
  func leave(_ parts: BuildCache.Parts?) {
    guard let cache, let program, let parts else { return }
    cache.store(parts, key: program)
  }
}
