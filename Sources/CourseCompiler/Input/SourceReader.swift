internal import Diagnostics

/// Reads files and keeps each, so that diagnostics can show their lines.
struct SourceReader<Content: ContentSource> {
  let content: Content
  /// Files read so far, by path.
  private(set) var sources: [String: SourceFile] = [:]
  /// Files that can't be read.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ content: Content) { self.content = content }

  /// A file; nil when it can't be read, which is reported once.
  mutating func source(_ path: String) -> SourceFile? {
    if let known = sources[path] { return known }
    guard let bytes = bytes(path) else { return nil }
    let source = SourceFile(path: path, bytes: bytes)
    sources[path] = source
    return source
  }

  /// A file's bytes, not kept: for media.
  mutating func bytes(_ path: String) -> [UInt8]? {
    do {
      return try content.read(path)
    } catch {
      diagnostics.append(
        Diagnostic(
          .unreadableFile, path: path, "This file can't be read: \(error.reason).",
          help: "Check that you may read it, and that no other program holds it."))
      return nil
    }
  }
}
