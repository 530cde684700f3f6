import CourseCompiler
import CourseModel
import Diagnostics
import Exporters
import HTMLRendering
import Testing

/// Everything that a compilation leads to: what is said, and every byte of every output.
struct Outcome: Equatable {
  let diagnostics: [Diagnostic]
  let files: [String: [UInt8]]

  static func of(_ compilation: Compilation, _ look: TestLook) throws -> Outcome {
    var files: [String: [UInt8]] = [:]
    if let toolkit = compilation.toolkit {
      for exporter in allExporters where exporter.isWanted(by: toolkit) {
        let (tree, _) = try exporter.export(toolkit, theme: look.theme, assets: look.assets)
        for file in tree.files { files[file.path.text] = try file.bytes() }
      }
    }
    return Outcome(diagnostics: compilation.diagnostics, files: files)
  }

  /// The first difference, in words; nil when there is none.
  func difference(from other: Outcome) -> String? {
    if diagnostics != other.diagnostics {
      return "said \(diagnostics.map(\.message)), clean: \(other.diagnostics.map(\.message))"
    }
    for path in Set(files.keys).union(other.files.keys).sorted()
    where files[path] != other.files[path] {
      return path
    }
    return nil
  }
}

/// A theme of a few bytes.
struct TestLook {
  let theme: Theme
  let assets: PageAssets

  init(style: String = "b{}", frame: String = "") throws {
    let parts = "{{language}} {{direction}} {{{windowTitle}}} {{{languageLinks}}}\n{{{policy}}}\n"
    let page =
      "\(parts){{{headScript}}}{{{styles}}}\n{{{contents}}}\n{{{main}}}\n{{{data}}}{{{scripts}}}\n"
      + "{{{version}}}\(frame)"
    theme = try Theme(files: [
      .init(name: "frame.mustache", text: ""), .init(name: "dialogs.mustache", text: ""),
      .init(name: "shell.mustache", text: page),
      .init(name: "site.mustache", text: page),
      .init(name: "package.mustache", text: page + "{{standard}}"),
      .init(name: "index.mustache", text: "\(parts){{{styles}}}{{{choices}}}\n"),
      .init(name: "10-tokens.css", text: style),
    ])
    assets = try PageAssets(scripts: [("10-b.js", "b()"), ("00-a.js", "a()")], engine: "AGFzbQ==")
  }
}

/// What a program that goes on running keeps between builds, as `amparo serve` does.
final class Kept {
  let compilation: CompilationCache
  let pages: PageMemory
  private var files: [String: (key: ContentDigest, bytes: [UInt8])] = [:]

  init(compilation: CompilationCache = CompilationCache(), pages: PageMemory = PageMemory()) {
    self.compilation = compilation
    self.pages = pages
  }

  /// The same, as another process finds it on disk.
  func throughBytes() async throws -> Kept {
    let other = Kept(
      compilation: try #require(
        await CompilationCache.decode(compilation.encoded(), jobs: 2)),
      pages: try #require(PageMemory(encoded: pages.encoded())))
    other.files = files
    let known = files
    other.pages.lookUpFiles { known["site/" + $0]?.bytes }
    return other
  }

  /// Files made anew in the last build.
  private(set) var made: [String] = []

  /// Builds; takes every file whose key is that of the build before.
  func outcome(of compilation: Compilation, _ look: TestLook) throws -> Outcome {
    var outputs: [String: [UInt8]] = [:]
    made = []
    guard let toolkit = compilation.toolkit else {
      return Outcome(diagnostics: compilation.diagnostics, files: [:])
    }
    for exporter in allExporters where exporter.isWanted(by: toolkit) {
      let (tree, _) = try exporter.export(
        toolkit, theme: look.theme, assets: look.assets, memory: pages)
      for file in tree.files {
        let path = file.path.text
        if let key = file.key(), let known = files[path], known.key == key {
          outputs[path] = known.bytes
          continue
        }
        let bytes = try file.bytes()
        outputs[path] = bytes
        made.append(path)
        files[path] = file.key().map { ($0, bytes) }
      }
    }
    return Outcome(diagnostics: compilation.diagnostics, files: outputs)
  }
}

@Suite struct CompilationTests {
  @Test(arguments: 1...4)
  func `A build that reuses the one before says and makes what a clean one does`(
    seed: Int
  ) async throws {
    var random = RandomContent(seed: UInt64(seed))
    var look = try TestLook()
    let kept = Kept()
    var built = 0
    var broken = 0
    for step in 0..<50 {
      if step > 0 { random.edit() }
      if step % 17 == 16 { look = try TestLook(style: "b{color:#\(step)}", frame: "\(step)") }
      let options = CourseCompiler.Options(
        languages: step % 23 == 22 ? ["en"] : nil, jobs: step.isMultiple(of: 2) ? 2 : 1)
      let clean = await CourseCompiler.compile(random.content, options: options)
      let incremental = await CourseCompiler.compile(
        random.content, options: options, reusing: kept.compilation)
      let difference = try kept.outcome(of: incremental, look)
        .difference(from: Outcome.of(clean, look))
      #expect(difference == nil, "step \(step): \(random.story.suffix(3))")
      if clean.toolkit != nil { built += 1 }
      broken = clean.toolkit == nil ? broken + 1 : 0
      if broken == 2 { random.mend() }
    }
    #expect(built > 10, "too few of the steps could be built to tell anything")
  }

  /// Variants that the steps of a run ask for, in turn.
  static let variants: [[String]] = [
    [], ["sector=wash"], ["sector=health"], [], ["format=online", "sector=wash"], ["sector=wash"],
  ]

  @Test(arguments: 21...22)
  func `A variant that reuses the one built before says and makes what a clean build does`(
    seed: Int
  ) async throws {
    var random = RandomContent(seed: UInt64(seed), hasVariants: true)
    let look = try TestLook()
    var kept = Kept()
    var built: [[String]: Int] = [:]
    var broken = 0
    for step in 0..<48 {
      if step > 0 { random.edit() }
      if step % 8 == 7 { kept = try await kept.throughBytes() }
      let variant = Self.variants[step % Self.variants.count]
      let options = CourseCompiler.Options(variant: variant, jobs: 2)
      let clean = await CourseCompiler.compile(random.content, options: options)
      let incremental = await CourseCompiler.compile(
        random.content, options: options, reusing: kept.compilation)
      let difference = try kept.outcome(of: incremental, look)
        .difference(from: Outcome.of(clean, look))
      #expect(difference == nil, "step \(step), \(variant): \(random.story.suffix(3))")
      #expect(incremental.variants.map(\.toolkit.engine) == clean.variants.map(\.toolkit.engine))
      if clean.toolkit != nil { built[variant, default: 0] += 1 }
      broken = clean.toolkit == nil ? broken + 1 : 0
      if broken == 2 { random.mend() }
    }
    #expect(built.count > 2 && built.values.reduce(0, +) > 12, "too few could be built: \(built)")
  }

  @Test func `What a variant has in common with the general toolkit is composed once`()
    async throws
  {
    let content = RandomContent(seed: 1, hasVariants: true).content
    let cache = CompilationCache()
    let first = await CourseCompiler.compile(content, reusing: cache)
    let plain = CompilationCache()
    _ = await CourseCompiler.compile(RandomContent(seed: 1).content, reusing: plain)
    #expect(
      first.variants.map(\.variant.text) == ["", "sector=wash", "sector=health", "format=online"])
    // A module without marks stands in the cache once, whatever variants there are.
    var unmarked = content
    for (path, bytes) in content.files where path.hasPrefix("modules/") {
      let text = String(decoding: bytes, as: UTF8.self)
      let end = text.firstRange(of: "## For some")?.lowerBound ?? text.endIndex
      unmarked.files[path] = Array(text[..<end].utf8)
    }
    let small = CompilationCache()
    _ = await CourseCompiler.compile(unmarked, reusing: small)
    #expect(small.encoded().count < plain.encoded().count * 5 / 4)
    #expect(cache.encoded().count > plain.encoded().count * 3 / 2)
  }

  /// Files of the site that are made again when a text changes.
  private func made(
    _ path: String, _ old: String, _ new: String
  ) async throws -> (site: [String], modules: [Bool]) {
    let kept = Kept()
    let look = try TestLook()
    var content = RandomContent(seed: 1).content
    let first = await CourseCompiler.compile(content, reusing: kept.compilation)
    _ = try kept.outcome(of: first, look)
    #expect(kept.made.count > 20)
    let text = String(decoding: content.files[path] ?? [], as: UTF8.self)
    content.files[path] = Array(text.replacing(old, with: new).utf8)
    let second = await CourseCompiler.compile(content, reusing: kept.compilation)
    _ = try kept.outcome(of: second, look)
    let modules = zip(
      try #require(first.toolkit).editions[0].modules,
      try #require(second.toolkit).editions[0].modules)
    return (
      kept.made.filter {
        $0.hasPrefix("site/en/") && !$0.contains("p_") && !$0.hasSuffix("index.html")
      },
      modules.map { $0.digest == $1.digest }
    )
  }

  @Test func `A changed text makes the pages of its module only`() async throws {
    let (site, modules) = try await made("modules/m03/en.md", "Listen well.", "Listen.")
    #expect(modules == [true, true, false, true, true])
    #expect(site.allSatisfy { $0.hasPrefix("site/en/m03") })
    #expect(site.count == 3)
  }

  @Test func `A changed title makes the pages that show it`() async throws {
    let (site, modules) = try await made("trees/t2/en.md", "Tree two", "Way two")
    #expect(modules == [true, true, true, true, true])
    #expect(site.contains("site/en/m01.html") && site.contains("site/en/t2.html"))
  }

  @Test func `A changed term makes only pages that explain it`() async throws {
    let (site, _) = try await made("glossary/en.md", "What may happen", "What might happen")
    #expect(site.isEmpty)
    let (others, _) = try await made("glossary/en.md", "A free yes", "A free and informed yes")
    #expect(others.count == 5 && others.allSatisfy { $0.hasSuffix("-risk.html") })
  }
}
