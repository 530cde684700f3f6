public import Diagnostics

/// What `amparo check --fix` would write: every certain repair made, nothing else touched.
public struct Mending: Sendable {
  /// One file that changes.
  public struct File: Sendable {
    /// The file as it was read, and as it is to be.
    public fileprivate(set) var edited: EditedFile
    /// What was mended, in the order in which it was; places are those at that moment.
    public fileprivate(set) var repairs: [(position: SourcePosition, summary: String)]
    /// How many typed characters were put right besides.
    public fileprivate(set) var quietCount: Int
  }

  /// The files that change, by path.
  public let files: [File]
  /// Files whose repairs call for others without end; they stay as they are.
  public let unsettled: [Diagnostic]
  /// What compiling the mended files says.
  public let compilation: Compilation

  /// More rounds than this mean that two repairs undo each other.
  fileprivate static let roundLimit = 10

  fileprivate init(files: [String: File], unsettled: [Diagnostic], compilation: Compilation) {
    self.files = files.sorted { $0.key < $1.key }.map(\.value)
    self.unsettled = unsettled
    self.compilation = compilation
  }
}

extension Mending.File {
  fileprivate init(_ source: SourceFile) {
    edited = EditedFile(source)
    repairs = []
    quietCount = 0
  }

  /// Makes one round of repairs.
  fileprivate mutating func apply(_ selection: FixSelection, to source: SourceFile) {
    edited.apply(selection.edits)
    repairs += selection.summaries.map { (source.position(of: $0.range.lower), $0.summary) }
    quietCount += selection.quietCount
  }
}

extension CourseCompiler {
  /// Repairs content in memory until nothing is left that can be mended for certain.
  ///
  /// A repair can bring others to light, and two that overlap can't be made at once; so the content is
  /// compiled again after each round. Nothing is written.
  public static func mend(
    _ content: some ContentSource, options: Options = Options()
  ) async -> Mending {
    var overlay = OverlayContent(base: content)
    var files: [String: Mending.File] = [:]
    for _ in 0..<Mending.roundLimit {
      let compilation = await compile(overlay, options: options)
      let selections = selections(compilation)
      if selections.isEmpty {
        return Mending(files: files, unsettled: [], compilation: compilation)
      }
      for (source, selection) in selections {
        var file = files[source.path] ?? Mending.File(source)
        file.apply(selection, to: source)
        files[source.path] = file
        overlay.files[source.path] = file.edited.bytes
      }
    }
    let restless = selections(await compile(overlay, options: options)).map(\.source.path)
    for path in restless {
      files[path] = nil
      overlay.files[path] = nil
    }
    return Mending(
      files: files, unsettled: restless.map { .unsettled($0) },
      compilation: await compile(overlay, options: options))
  }

  /// What can be mended in each file, by path.
  private static func selections(
    _ compilation: Compilation
  ) -> [(source: SourceFile, selection: FixSelection)] {
    let diagnostics = Dictionary(grouping: compilation.diagnostics.filter { !$0.fixes.isEmpty }) {
      $0.path
    }
    let paths = Set(diagnostics.keys).union(compilation.corrections.keys)
    return paths.sorted().compactMap { path in
      guard let source = compilation.sources[path] else { return nil }
      let selection = FixSelection(
        diagnostics[path] ?? [], quiet: compilation.corrections[path] ?? [], in: source)
      return selection.edits.isEmpty ? nil : (source, selection)
    }
  }
}

/// Content with some files in memory in the place of those that are there.
private struct OverlayContent<Base: ContentSource>: ContentSource {
  let base: Base
  /// Bytes by path.
  var files: [String: [UInt8]] = [:]

  init(base: Base) { self.base = base }

  func entries() throws(ContentError) -> [ContentEntry] {
    try base.entries().map { entry in
      guard let bytes = files[entry.path] else { return entry }
      return ContentEntry(path: entry.path, kind: entry.kind, size: bytes.count)
    }
  }

  func read(_ path: String) throws(ContentError) -> [UInt8] {
    if let bytes = files[path] { return bytes }
    return try base.read(path)
  }
}

extension Diagnostic {
  /// Repairs that undo each other.
  fileprivate static func unsettled(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileNotMended, path: path,
      "The repairs of this file call for others without end, so it was left as it is.",
      help: "Mend one place by hand, then run the command again.")
  }
}
