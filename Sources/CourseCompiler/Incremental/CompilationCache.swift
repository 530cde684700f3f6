internal import CourseModel
internal import Diagnostics
internal import Learning
import Synchronization

/// What one compilation leaves for the next, so that only what has changed is read and composed
/// again.
///
/// Whatever is taken from it is what a compilation without it would make: a text is known by the
/// digest of its bytes, and a file by its texts and by the answers that it got about all others.
/// Nothing is known by time. One cache serves one content folder at a time; two compilations at once
/// each take what is there, and the later one leaves its own.
public final class CompilationCache: Sendable {
  struct State: Sendable {
    /// The toolkit's languages, the default one first: with others nothing is as it was.
    var languages: [Language] = []
    var texts: [String: TextRecord] = [:]
    /// What each variant left, by its text; the general one's is empty.
    var runs: [String: Run] = [:]
  }

  /// What compiling one variant left.
  struct Run: Sendable {
    /// Digest of everything that files could ask about each other.
    var world: ContentDigest?
    /// Without those that are the same in the general toolkit.
    var files: [FileInput.Key: FileRecord] = [:]
    var engine: EngineRecord?
  }

  /// The engine blob, and what it was made from.
  struct EngineRecord: Sendable {
    let digest: ContentDigest
    let blob: [UInt8]
  }

  private let state = Mutex(State())

  /// Creates an empty cache.
  public init() {}

  /// What is there for a toolkit of some languages.
  func state(for languages: [Language]) -> State {
    let known = state.withLock { $0 }
    return known.languages == languages ? known : State(languages: languages)
  }

  /// Leaves something for the next compilation.
  func replace(with state: State) { self.state.withLock { $0 = state } }
}

extension CompilationCache {
  /// Everything that can be kept on disk, as bytes. Module texts and trees are left out: they are
  /// quickly made again.
  public func encoded() -> [UInt8] {
    let state = state.withLock { $0 }
    var writer = ByteWriter()
    writer.list(state.languages) { $1.text($0.tag) }
    writer.list(state.texts.sorted { $0.key < $1.key }) { entry, writer in
      writer.text(entry.key)
      var record = ByteWriter()
      entry.value.encode(to: &record)
      writer.block(record.bytes)
    }
    writer.list(state.runs.sorted { $0.key < $1.key }) { entry, writer in
      let run = entry.value
      writer.text(entry.key)
      writer.digest(run.world)
      writer.digest(run.engine?.digest)
      writer.block(run.engine?.blob ?? [])
      writer.list(run.files.filter { !$0.key.isTree }.sorted { $0.key < $1.key }) { entry, writer in
        writer.text(entry.key.id)
        var record = ByteWriter()
        writer.block(entry.value.encode(to: &record) ? record.bytes : [])
      }
    }
    return writer.bytes
  }

  /// Reads such bytes, several records at a time; nil when they aren't such.
  public static func decode(_ bytes: [UInt8], jobs: Int) async -> CompilationCache? {
    var state = State()
    var texts: [(String, Range<Int>)] = []
    var files: [(run: String, id: String, place: Range<Int>)] = []
    do throws(CodecError) {
      var reader = ByteReader(bytes)
      state.languages = try reader.list { reader throws(CodecError) in
        Language(try reader.text())
      }
      texts = try reader.records()
      for _ in 0..<(try reader.count(upTo: 1 << 16)) {
        let name = try reader.text()
        let world = try reader.optionalDigest()
        let digest = try reader.optionalDigest()
        let blob = try reader.block(upTo: 1 << 28)
        state.runs[name] = Run(
          world: world, engine: digest.map { EngineRecord(digest: $0, blob: blob) })
        files += try reader.records().map { (name, $0.0, $0.1) }
      }
      try reader.finish()
    } catch {
      return nil
    }
    let readTexts = await inParallel(texts, jobs: jobs) { entry -> TextRecord? in
      var reader = ByteReader(bytes, in: entry.1)
      return try? TextRecord(from: &reader)
    }
    let readFiles = await inParallel(files, jobs: jobs) { entry -> FileRecord? in
      var reader = ByteReader(bytes, in: entry.place)
      return try? FileRecord(from: &reader)
    }
    // A record that can't be read is one that isn't known.
    for (entry, record) in zip(texts, readTexts) { state.texts[entry.0] = record }
    for (entry, record) in zip(files, readFiles) {
      state.runs[entry.run]?.files[FileInput.Key(isTree: false, id: entry.id)] = record
    }
    let cache = CompilationCache()
    cache.replace(with: state)
    return cache
  }
}

extension ByteReader {
  /// Reads names, and where the record of each stands.
  fileprivate mutating func records() throws(CodecError) -> [(String, Range<Int>)] {
    try list { reader throws(CodecError) in
      (try reader.text(), try reader.blockRange(upTo: 1 << 28))
    }
  }
}
