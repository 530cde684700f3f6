import Exporters
import Foundation
import Testing

@Suite struct OutputPathTests {
  @Test(arguments: ["a", "en.html", "site/en/m08-s-risk.html", "a_b/C.9", "pt-BR.html"])
  func `Plain paths are safe`(path: String) {
    #expect(OutputPath(path)?.text == path)
  }

  @Test(arguments: [
    "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", ".hidden", "a/.b", "end.",
    "a b", "ä", "a\\b", "c:a", "a\u{0}b", "a\nb", "a*", String(repeating: "a", count: 256),
  ])
  func `Paths that a disk may refuse or that lead out are none`(path: String) {
    #expect(OutputPath(path) == nil)
  }

  @Test func `A tree is sorted and holds a path once`() throws {
    let files = try ["b", "a/c", "a", "b"].enumerated().map { index, text in
      OutputTree.File(try #require(OutputPath(text)), sources: ["z", "a", "z"]) { [UInt8(index)] }
    }
    let tree = OutputTree(files)
    #expect(tree.files.map(\.path.text) == ["a", "a/c", "b"])
    #expect(try tree.files.map { try $0.bytes() } == [[2], [1], [3]])
    #expect(tree.files[0].sources == ["a", "z"])
  }
}

@Suite struct ManifestTests {
  /// Two entries whose digests are known: of nothing, and of "abc" (FIPS 180-2, appendix B.1).
  private func manifest() throws -> Manifest {
    let empty = try #require(OutputPath("toolkit/en.html"))
    let abc = try #require(OutputPath("site/index.html"))
    return Manifest(
      toolkit: "t", toolkitVersion: "1.0",
      files: [
        .init(target: "toolkit", path: empty, sources: ["m01"], bytes: []),
        .init(target: "site", path: abc, sources: [], bytes: Array("abc".utf8)),
      ])
  }

  @Test func `It is sorted and tells size and digest`() throws {
    let files = try manifest().files
    #expect(files.map(\.path) == ["site/index.html", "toolkit/en.html"])
    #expect(files.map(\.size) == [3, 0])
    #expect(
      files.map(\.sha256) == [
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      ])
  }

  @Test func `Its paths are read back as they were written`() throws {
    let manifest = try manifest()
    #expect(try Manifest.paths(json: manifest.json()) == manifest.files.map(\.path))
    let empty = Manifest(toolkit: "t", toolkitVersion: "1.0", files: [])
    #expect(try Manifest.paths(json: empty.json()) == [])
  }

  @Test func `Its form is that of an encoder with sorted keys`() throws {
    let json = try manifest().json()
    let value = try JSONSerialization.jsonObject(with: Data(json))
    let encoded = try JSONSerialization.data(
      withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    #expect(json == Array(encoded) + [UInt8(ascii: "\n")])
  }

  @Test func `Anything else is none`() throws {
    let text = String(decoding: try manifest().json(), as: UTF8.self)
    #expect(Manifest.paths(json: []) == nil)
    #expect(Manifest.paths(json: Array(text.utf8.dropLast(10))) == nil)
    for (old, new) in [
      ("amparo-output", "other"), ("\"version\" : 1", "\"version\" : 2"),
      ("toolkit/en.html", "../en.html"),
    ] {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      #expect(Manifest.paths(json: Array(changed.utf8)) == nil)
    }
  }
}
