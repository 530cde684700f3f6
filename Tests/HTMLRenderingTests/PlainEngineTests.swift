import CourseModel
import Crypto
import Foundation
import HTMLRendering
import SampleToolkit
import Testing

/// The engine for browsers that may not run WebAssembly, in each form of the pages.
struct PlainEngineTests {
  static let script = "globalThis.AmparoPlainEngine = () => ({});\n"

  static func pages(_ script: String = script) throws -> ToolkitPages {
    ToolkitPages(
      toolkit: SampleToolkit.toolkit(), theme: try SnapshotTests.bareTheme(),
      assets: try PageAssets(
        scripts: [("10-b.js", "b()")], engine: "AGFzbQ==",
        plainEngine: PlainEngine(script: script, packed: "H4sI")))
  }

  @Test func oneFileCarriesItPackedAndItsPolicyLetsItRun() throws {
    let pages = try Self.pages()
    let edition = try #require(SampleToolkit.toolkit().editions.first)
    let page = Samples.text(try pages.page(for: edition))
    #expect(page.contains("<script type=\"text/plain\" id=\"p_plain\">H4sI</script>"))
    let digest = Data(SHA256.hash(data: Data(Self.script.utf8))).base64EncodedString()
    #expect(page.contains("'sha256-\(digest)'"))
    #expect(!page.contains("AmparoPlainEngine"), "it doesn't run unless it is needed")
  }

  @Test func sitesAndPackagesHaveItBesideTheirScripts() throws {
    let pages = try Self.pages()
    let site = pages.siteAssets().first { $0.path == "assets/engine-plain.js" }
    #expect(site?.bytes == Array(Self.script.utf8))
    for standard in PackageStandard.allCases {
      let assets = pages.packageAssets(standard)
      #expect(assets.prefix(2).map(\.path) == ["assets/engine.js", "assets/engine-plain.js"])
      #expect(assets[1].bytes == Array(Self.script.utf8))
    }
  }

  @Test func pagesDoWithout() throws {
    let pages = try Samples.pages()
    #expect(!pages.siteAssets().contains { $0.path == "assets/engine-plain.js" })
    let edition = try #require(SampleToolkit.toolkit().editions.first)
    #expect(!Samples.text(try pages.page(for: edition)).contains("p_plain"))
  }

  @Test func itMayNotUseANetworkOrEndItsElement() {
    #expect(throws: ThemeError.self) { try Self.pages("fetch('x')") }
    #expect(throws: ThemeError.self) { try Self.pages("'</script>'") }
  }
}
