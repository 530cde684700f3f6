import Disk
import Exporters
import Glibc
import Testing

/// Writes trees of small files under `out` in a folder of its own.
struct Bench {
  let folder: TemporaryFolder
  let writer: OutputWriter

  init(exchange: (@Sendable (String, String) -> Int32)? = nil) throws {
    folder = try TemporaryFolder()
    let path = folder.at("out")
    writer =
      exchange.map { OutputWriter(folder: path, exchange: $0) } ?? OutputWriter(folder: path)
  }

  /// Replaces the output; `during` runs when the files are written.
  func build(_ files: [String: String], during: () throws -> Void = {}) async throws {
    _ = try await writer.replace { staged in
      var entries: [Manifest.Entry] = []
      for (path, text) in files {
        let path = try #require(OutputPath(path))
        try staged.write(path, Array(text.utf8))
        entries.append(.init(target: "t", path: path, sources: [], bytes: Array(text.utf8)))
      }
      try during()
      return Manifest(toolkit: "t", toolkitVersion: "1", files: entries)
    }
  }

  /// Says what the writer refuses.
  func refusal(_ body: () async throws -> Void) async -> OutputError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? OutputError
    }
  }
}

@Suite struct OutputWriterTests {
  @Test func `A tree is written, then replaced as a whole`() async throws {
    let bench = try Bench()
    try await bench.build(["a/b/one.html": "1", "two.html": "2"])
    #expect(try bench.folder.names(in: "out") == ["a", "manifest.json", "two.html"])
    #expect(bench.folder.read("out/a/b/one.html") == "1")
    try await bench.build(["two.html": "new"])
    #expect(try bench.folder.names(in: "out") == ["manifest.json", "two.html"])
    #expect(bench.folder.read("out/two.html") == "new")
    #expect(try bench.folder.names() == ["out"])
  }

  @Test func `Folders above the output are made`() async throws {
    let folder = try TemporaryFolder()
    let writer = OutputWriter(folder: folder.at("x/y/out/"))
    _ = try await writer.replace { _ in Manifest(toolkit: "t", toolkitVersion: "1", files: []) }
    #expect(try folder.names(in: "x/y/out") == ["manifest.json"])
  }

  @Test func `The .gitignore and the rights of the folder stay`() async throws {
    let bench = try Bench()
    try bench.folder.write("out/.gitignore", "*\n")
    chmod(bench.folder.at("out"), 0o751)
    for text in ["1", "2"] {
      try await bench.build(["a.html": text])
      #expect(bench.folder.read("out/.gitignore") == "*\n")
      var status = stat()
      stat(bench.folder.at("out"), &status)
      #expect(status.st_mode & 0o777 == 0o751)
    }
  }

  @Test(arguments: ["notes.txt", "a/notes.txt", "sub/deep/x", ".hidden"])
  func `Files of others are never touched`(stray: String) async throws {
    let bench = try Bench()
    try await bench.build(["a/one.html": "1"])
    try bench.folder.write("out/" + stray, "mine")
    let error = await bench.refusal { try await bench.build(["two.html": "2"]) }
    #expect(error?.message.contains("didn't make") == true)
    #expect(bench.folder.read("out/" + stray) == "mine")
    #expect(bench.folder.read("out/a/one.html") == "1")
    #expect(try bench.folder.names() == ["out"])
  }

  @Test(arguments: ["{}", "not JSON", #"{"format":"amparo-output","version":99}"#])
  func `A folder with somebody else's manifest is not ours`(manifest: String) async throws {
    let bench = try Bench()
    try bench.folder.write("out/manifest.json", manifest)
    let error = await bench.refusal { try await bench.build(["a.html": "1"]) }
    #expect(error?.message.contains("`manifest.json`") == true)
    #expect(bench.folder.read("out/manifest.json") == manifest)
  }

  @Test func `A manifest can't make us remove files elsewhere`() async throws {
    let bench = try Bench()
    try bench.folder.write("precious.txt", "keep")
    try bench.folder.write(
      "out/manifest.json",
      #"{"format":"amparo-output","version":1,"toolkit":"t","toolkitVersion":"1","files":"#
        + #"[{"target":"t","path":"../precious.txt","size":4,"sha256":"","sources":[]}]}"#)
    #expect(await bench.refusal { try await bench.build(["a.html": "1"]) } != nil)
    #expect(bench.folder.read("precious.txt") == "keep")
  }

  @Test func `Links in the output are not followed and not removed`() async throws {
    let bench = try Bench()
    try bench.folder.write("elsewhere/x.html", "keep")
    try await bench.build(["a.html": "1"])
    symlink("../elsewhere", bench.folder.at("out/link"))
    #expect(await bench.refusal { try await bench.build(["a.html": "2"]) } != nil)
    #expect(bench.folder.read("elsewhere/x.html") == "keep")
  }

  @Test func `A file in the place of the folder is refused`() async throws {
    let bench = try Bench()
    try bench.folder.write("out", "a file")
    let error = await bench.refusal { try await bench.build(["a.html": "1"]) }
    #expect(error?.message.contains("is not a folder") == true)
    #expect(bench.folder.read("out") == "a file")
  }

  @Test func `Names that systems leave behind do no harm`() async throws {
    let bench = try Bench()
    try await bench.build(["a/one.html": "1"])
    try bench.folder.write("out/.DS_Store", "x")
    try bench.folder.write("out/a/Thumbs.db", "x")
    try await bench.build(["two.html": "2"])
    #expect(try bench.folder.names(in: "out") == ["manifest.json", "two.html"])
  }

  @Test func `A failed build leaves the old tree and no rest`() async throws {
    struct Failure: Error {}
    let bench = try Bench()
    try await bench.build(["a.html": "1"])
    await #expect(throws: Failure.self) {
      try await bench.build(["b.html": "2"]) { throw Failure() }
    }
    #expect(try bench.folder.names(in: "out") == ["a.html", "manifest.json"])
    #expect(try bench.folder.names() == ["out"])
  }

  @Test func `What a killed build left is cleaned up, other neighbours stay`() async throws {
    let bench = try Bench()
    try bench.folder.write(".out.amparo-new-123/half/a.html", "x")
    try bench.folder.write(".out.amparo-new-123/manifest.json", "{\"format\"")
    try bench.folder.write(".out.amparo-old-77/a.html", "x")
    try bench.folder.write(".out.amparo-lock", "")
    try bench.folder.write(".out.amparo-new-x/a", "x")
    try bench.folder.write(".other.amparo-new-1/a", "x")
    try bench.folder.write("out/.gitignore", "*")
    try await bench.build(["a.html": "1"])
    #expect(try bench.folder.names() == [".other.amparo-new-1", ".out.amparo-new-x", "out"])
  }

  @Test func `Two builds at once come one after the other`() async throws {
    let bench = try Bench()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let files = (0..<20).map { ("f\($0).html", "\(number)") }
          try await bench.build(Dictionary(uniqueKeysWithValues: files))
        }
      }
      try await group.waitForAll()
    }
    let texts = try bench.folder.names(in: "out").filter { $0 != "manifest.json" }
      .map { bench.folder.read("out/" + $0) }
    #expect(texts.count == 20)
    #expect(Set(texts).count == 1)
    #expect(try bench.folder.names() == ["out"])
  }
}

/// A file system that can't exchange two folders: exFAT, some network disks.
@Suite struct TwoStepSwapTests {
  private func bench() throws -> Bench { try Bench { _, _ in EINVAL } }

  @Test func `Trees are replaced all the same`() async throws {
    let bench = try bench()
    try bench.folder.write("out/.gitignore", "*\n")
    try await bench.build(["a.html": "1"])
    try await bench.build(["b.html": "2"])
    #expect(try bench.folder.names(in: "out") == [".gitignore", "b.html", "manifest.json"])
    #expect(try bench.folder.names() == ["out"])
  }

  @Test func `A file put there during the build is kept`() async throws {
    for bench in [try bench(), try Bench()] {
      try await bench.build(["a.html": "1"])
      let error = await bench.refusal {
        try await bench.build(["b.html": "2"]) { try bench.folder.write("out/mine.txt", "mine") }
      }
      #expect(error?.message.contains("`mine.txt`") == true)
      #expect(try bench.folder.names(in: "out") == ["a.html", "manifest.json", "mine.txt"])
      #expect(try bench.folder.names() == ["out"])
    }
  }

  @Test func `A death between the two steps is mended by the next build`() async throws {
    struct Failure: Error {}
    let bench = try bench()
    try await bench.build(["a.html": "1"])
    rename(bench.folder.at("out"), bench.folder.at(".out.amparo-old-99"))
    try bench.folder.write(".out.amparo-new-99/b.html", "2")
    await #expect(throws: Failure.self) { try await bench.build([:]) { throw Failure() } }
    #expect(bench.folder.read("out/a.html") == "1")
    #expect(try bench.folder.names() == ["out"])
  }

  @Test func `Any other failure leaves the old tree`() async throws {
    let first = try Bench()
    try await first.build(["a.html": "1"])
    let failing = OutputWriter(folder: first.folder.at("out")) { _, _ in EACCES }
    let error = await first.refusal {
      _ = try await failing.replace { _ in
        Manifest(toolkit: "t", toolkitVersion: "1", files: [])
      }
    }
    #expect(error?.message.contains("Permission denied") == true)
    #expect(first.folder.read("out/a.html") == "1")
    #expect(try first.folder.names() == ["out"])
  }
}
