import FoundationEssentials
import Testing

/// Compares a text with the file of that name in `Snapshots/` beside the test.
///
/// `AMPARO_RECORD=1` writes the files anew; look at the difference before committing it.
func expectSnapshot(
  _ text: String, named name: String, file: String = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots")
  let snapshot = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["AMPARO_RECORD"] == "1" {
    try Data(text.utf8).write(to: snapshot)
  }
  let expected = String(decoding: try Data(contentsOf: snapshot), as: UTF8.self)
  #expect(text == expected, sourceLocation: sourceLocation)
}
