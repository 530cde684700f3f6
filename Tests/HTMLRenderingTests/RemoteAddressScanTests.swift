import OfflineChecks
import Testing

/// The quick look over a page passes nothing that the full reading would find.
struct RemoteAddressScanTests {
  private static let pieces = [
    "<", ">", "/", "=", "\"", "'", " ", "\n", "a", "img", "IMG", "href", "src", "Src", "srcset",
    "data", "style", "<style>", "</style>", "<script>", "</script>", "<!--", "-->", "meta",
    "http-equiv", "http-equiv=refresh", "content", "Content-Security-Policy", "refresh", "0;url=",
    "https://e.org", "//e.org", "/\\e.org", "\\\\e.org", "java:", "&colon;", "&#58;", "&sol;/",
    "url(https://e.org)", "<img src=", "<a href=", "<link href='", "<meta ", "about:blank", "x.css",
    "xlink:href", "<use ", "../media/", "\t", "&amp;", "poster", "ping", "<object ",
  ]

  @Test func randomPagesAreReadAlike() {
    var state: UInt64 = 88_172_645_463_325_252
    func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    var found = 0
    for _ in 0..<20_000 {
      let page = (0..<below(14) + 2).map { _ in Self.pieces[below(Self.pieces.count)] }.joined()
      let full = RemoteAddresses.readPage(Array(page.utf8))
      #expect(RemoteAddresses.inPage(Array(page.utf8)) == full, "\(page)")
      if !full.isEmpty { found += 1 }
    }
    // Else the pages would show nothing.
    #expect(found > 300)
  }
}
