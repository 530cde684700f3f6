import FoundationEssentials
import Glibc

/// A folder of its own for a test; gone when the test is over.
final class TemporaryFolder: Sendable {
  /// Its path.
  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.path
    path = (base.hasSuffix("/") ? base : base + "/") + "amparo-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something inside.
  func at(_ inside: String) -> String { path + "/" + inside }

  /// Writes a file, with the folders above it.
  func write(_ inside: String, _ text: String) throws {
    let folder = at(inside).split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/" + folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: at(inside)))
  }

  /// Text of a file; nil when there is none.
  func read(_ inside: String) -> String? {
    (try? Data(contentsOf: URL(filePath: at(inside)))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Names in a folder, sorted; hidden ones too.
  func names(in inside: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: at(inside)).sorted()
  }
}
