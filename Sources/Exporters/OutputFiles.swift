import CourseModel
import Diagnostics

/// Gathers the files of one exporter in its folder, and what is wrong with their paths.
struct OutputFiles {
  private let folder: String
  private var files: [OutputTree.File] = []
  private var diagnostics: [Diagnostic] = []

  /// Starts with nothing.
  init(folder: String) { self.folder = folder }

  /// Adds a file by its path inside the exporter's folder.
  mutating func add(
    _ path: String, sources: [String], isSelfContained: Bool = false, isLast: Bool = false,
    key: @escaping @Sendable () -> ContentDigest? = { nil },
    bytes: @escaping @Sendable () throws -> [UInt8]
  ) {
    guard let checked = OutputPath(folder + "/" + path) else {
      diagnostics.append(
        Diagnostic(
          .outputNotWritable, path: "",
          "`\(path)` can't be the name of a file in `\(folder)/`: not every disk can hold it.",
          help: "Use ids and language tags of plain letters, digits and hyphens."))
      return
    }
    files.append(
      OutputTree.File(
        checked, sources: sources, isSelfContained: isSelfContained, isLast: isLast, key: key,
        bytes: bytes))
  }

  /// The tree, and the diagnostics.
  consuming func finish() -> (OutputTree, [Diagnostic]) {
    (OutputTree(files), diagnostics)
  }
}

extension Edition {
  /// Ids of its modules and trees, sorted.
  var fileIDs: [String] { (modules.map(\.id.text) + trees.map(\.id.text)).sorted() }
}

extension Toolkit {
  /// Ids of the modules and trees of all languages, sorted, each once.
  var fileIDs: [String] { Set(editions.flatMap(\.fileIDs)).sorted() }
}
