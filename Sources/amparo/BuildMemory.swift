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

  /// Leaves everything for the next build. What can't be written is not missed.
  func leave(_ outputs: OutputRecords) async {
    guard let cache, let program else { return }
    async let compilation = self.compilation.encoded()
    async let pages = self.pages.encoded()
    let parts = await BuildCache.Parts(
      compilation: compilation, pages: pages, outputs: outputs.encoded())
    cache.store(parts, key: program)
  }
}
