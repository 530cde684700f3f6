internal import CourseModel
internal import Crypto
internal import Diagnostics

/// Reads files and keeps each, so that diagnostics can show their lines.
struct SourceReader<Content: ContentSource> {
  /// A text as it was read.
  struct Text: Sendable {
    let bytes: [UInt8]
    let digest: ContentDigest
  }

  let content: Content
  /// Settings read so far, by path.
  private var settings: [String: SourceFile] = [:]
  /// Texts read so far, by path.
  private(set) var texts: [String: Text] = [:]
  /// Files that can't be read.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ content: Content) { self.content = content }

  /// A file; nil when it can't be read, which is reported once.
  mutating func source(_ path: String) -> SourceFile? {
    if let known = settings[path] { return known }
    guard let bytes = bytes(path) else { return nil }
    let source = SourceFile(path: path, bytes: bytes)
    settings[path] = source
    return source
  }

  /// A file's bytes, not kept: for media.
  mutating func bytes(_ path: String) -> [UInt8]? {
    do {
      return try content.read(path)
    } catch {
      report(error, at: path)
      return nil
    }
  }

  /// Reads many texts, several at a time, and takes their digests.
  mutating func readTexts(_ paths: [String], jobs: Int) async {
    let content = content
    let results = await inParallel(paths, jobs: jobs) { path -> Result<Text, ContentError> in
      do throws(ContentError) {
        let bytes = try content.read(path)
        guard let digest = ContentDigest.of(bytes) else {
          throw ContentError(path: path, reason: "No digest")
        }
        return .success(Text(bytes: bytes, digest: digest))
      } catch {
        return .failure(error)
      }
    }
    for (path, result) in zip(paths, results) {
      switch result {
      case .success(let text): texts[path] = text
      case .failure(let error): report(error, at: path)
      }
    }
  }

  /// Digests of everything that was read and kept, by path.
  var digests: [String: ContentDigest] {
    settings.compactMapValues { ContentDigest.of($0.bytes) }
      .merging(texts.mapValues(\.digest)) { first, _ in first }
  }

  /// The files that some diagnostics point into, and some more.
  func sources(
    for diagnostics: [Diagnostic], and paths: some Sequence<String>
  ) -> [String: SourceFile] {
    var found: [String: SourceFile] = [:]
    let said = diagnostics.flatMap { [$0.path] + $0.notes.compactMap(\.path) }
    for path in Set(said).union(paths) {
      found[path] = settings[path] ?? texts[path].map { SourceFile(path: path, bytes: $0.bytes) }
    }
    return found
  }

  private mutating func report(_ error: ContentError, at path: String) {
    diagnostics.append(
      Diagnostic(
        .unreadableFile, path: path, "This file can't be read: \(error.reason).",
        help: "Check that you may read it, and that no other program holds it."))
  }
}

extension ContentDigest {
  /// The SHA-256 of some bytes.
  static func of(_ bytes: [UInt8]) -> ContentDigest? {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return ContentDigest(Array(hash.finalize()))
  }
}

/// Applies a function to many values, `jobs` at a time; the results stand in the order of the values.
func inParallel<Value: Sendable, Result: Sendable>(
  _ values: [Value], jobs: Int, _ body: @escaping @Sendable (Value) -> Result
) async -> [Result] {
  let jobs = max(1, min(jobs, values.count))
  guard jobs > 1 else { return values.map(body) }
  // Every job takes each so-manieth value: no shared state, and neighbours of like size are spread.
  let parts = await withTaskGroup(of: (Int, [Result]).self) { group in
    for job in 0..<jobs {
      group.addTask {
        (job, stride(from: job, to: values.count, by: jobs).map { body(values[$0]) })
      }
    }
    var parts = [[Result]](repeating: [], count: jobs)
    for await (job, part) in group { parts[job] = part }
    return parts
  }
  return values.indices.map { parts[$0 % jobs][$0 / jobs] }
}
