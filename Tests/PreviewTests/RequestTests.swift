import Preview
import Testing

/// Who may ask for what.
struct RequestTests {
  private static func request(
    _ method: PreviewRequest.Method = .get, host: String? = "127.0.0.1:8000", origin: String? = nil
  ) -> PreviewRequest {
    var headers: [String: String] = [:]
    headers["host"] = host
    headers["origin"] = origin
    return PreviewRequest(method, path: ["en", "m01.html"], headers: headers)
  }

  @Test(arguments: [
    "127.0.0.1:8000", "localhost:8000", "LOCALHOST:9", "127.0.0.1", "localhost:65535",
  ])
  func `Names of this computer pass`(host: String) {
    #expect(RequestGuard.refusal(of: Self.request(host: host)) == nil)
  }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:8000", "127.0.0.1.evil.example:8000", "127.0.0.1:80:80",
    "localhost.:8000", "127.0.0.1:", "127.0.0.1:8000x", "127.0.0.2:8000", "0.0.0.0:8000",
    "[::1]:8000", "user@127.0.0.1:8000", "127.0.0.1:8000\r\nX: y",
  ])
  func `Other names don't`(host: String?) {
    #expect(RequestGuard.refusal(of: Self.request(host: host))?.status == .forbidden)
  }

  @Test func `What acts needs the page's own origin`() {
    func status(_ method: PreviewRequest.Method, _ origin: String?) -> PreviewResponse.Status? {
      RequestGuard.refusal(of: Self.request(method, origin: origin))?.status
    }
    #expect(status(.post, "http://127.0.0.1:8000") == nil)
    #expect(status(.post, nil) == .forbidden)
    #expect(status(.post, "null") == .forbidden)
    #expect(status(.post, "http://localhost:8000") == .forbidden)
    #expect(status(.post, "http://127.0.0.1:8001") == .forbidden)
    #expect(status(.post, "https://127.0.0.1:8000") == .forbidden)
    // A WebSocket is opened by GET, and carries an origin too.
    #expect(status(.get, "http://evil.example") == .forbidden)
    #expect(status(.get, "http://127.0.0.1:8000") == nil)
    #expect(status(.other("PUT"), nil) == .methodNotAllowed)
    #expect(status(.other("OPTIONS"), "http://evil.example") == .forbidden)
  }

  @Test func `Paths are taken apart, and never climb`() {
    #expect(PreviewRequest.parts(ofPath: "/en/m01.html") == ["en", "m01.html"])
    #expect(PreviewRequest.parts(ofPath: "/") == [""])
    #expect(PreviewRequest.parts(ofPath: "/in/a%20b/%C3%A9.svg") == ["in", "a b", "é.svg"])
    for path in [
      "", "en", "/..", "/a/../b", "/a/%2e%2e/b", "/a/.%2E/b", "/a/./b", "/a%2Fb", "/a%5Cb", "/a\\b",
      "/%00", "/a%0ab", "/%zz", "/%ff",
    ] {
      #expect(PreviewRequest.parts(ofPath: path) == nil, "\(path)")
    }
  }
}
