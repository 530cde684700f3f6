import Foundation
import Testing

/// `docs/scope.tsv`: which type, rule or event answers which line of the source documents.
@Suite struct ScopeTests {
  @Test func everyPathExistsAndHoldsItsAnswer() throws {
    let lines = try Repository.text("docs/scope.tsv").split(separator: "\n").dropFirst()
    #expect(lines.count >= 160)
    var seen: Set<Substring> = []
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(cells.count == 5, "\(line)")
      #expect(seen.insert(cells[0]).inserted, "\(cells[0]) stands once")
      #expect(!cells[1].isEmpty && !cells[2].isEmpty && !cells[3].isEmpty, "\(line)")
      let text = try Repository.text(String(cells[3]))
      #expect(text.contains(cells[2]), "\(cells[3]) holds \(cells[2])")
      if !cells[4].isEmpty {
        let path = Repository.root.appending(path: String(cells[4])).path
        #expect(FileManager.default.fileExists(atPath: path), "\(cells[4])")
      }
    }
  }
}
