import CourseModel
import Foundation
import HTMLRendering
import Testing

@Suite struct TreeDrawingTests {
  @Test(arguments: ["en", "ar", "every-kind"])
  func snapshot(_ name: String) throws {
    let svg =
      switch name {
      case "en": try draw(TreeSamples.disclosure)
      case "ar":
        try draw(TreeSamples.arabicDisclosure, .rightToLeft, TreeSamples.arabicLabels)
      default: try draw(TreeSamples.everyKind)
      }
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/TreeDrawing/\(name).svg")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(svg.utf8).write(to: file)
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(svg == recorded)
  }

  func draw(
    _ tree: Tree, _ direction: Direction = .leftToRight,
    _ labels: TreeDrawing.Labels = TreeSamples.labels
  ) throws(TreeDrawing.Failure) -> String {
    try TreeDrawing.svg(for: tree, direction: direction, labels: labels)
  }
}
