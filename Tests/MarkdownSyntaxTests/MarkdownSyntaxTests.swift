import Diagnostics
import Foundation
import HTMLRendering
import MarkdownSyntax
import MarkupTree
import Testing

@Test func scratch() throws {
  for path in (ProcessInfo.processInfo.environment["SCRATCH"] ?? "").split(separator: " ") {
    let data = try Data(contentsOf: URL(fileURLWithPath: String(path)))
    let source = SourceFile(path: String(path), bytes: Array(data))
    let (document, problems) = MarkdownParser.parse(source)
    print("=== \(path)")
    print(document.dump())
    for p in problems {
      let r = p.range ?? SourceRange(0, 0)
      let pos = source.position(of: r.lower)
      print(
        p.code.rawValue, "\(pos.line):\(pos.column)",
        String(decoding: source.bytes[r.lower..<min(r.upper, source.bytes.count)], as: UTF8.self)
          .debugDescription, p.message, p.help ?? "",
        p.fixes.map {
          "\($0.summary) @\($0.range.lower)-\($0.range.upper) \($0.replacement.debugDescription)"
        })
    }
  }
}
