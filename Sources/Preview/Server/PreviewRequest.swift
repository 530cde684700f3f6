import Foundation

/// A request as the preview sees it: nothing of the web server's own types.
package struct PreviewRequest: Sendable {
  /// What a browser asks for.
  package enum Method: Sendable, Equatable {
    /// To show something.
    case get
    /// To do something.
    case post
    /// Anything else, which is refused.
    case other(String)
  }

  /// What is asked.
  package var method: Method
  /// The parts of the path, decoded: `["en", "m01.html"]`; an empty last one for a folder.
  package var path: [String]
  /// The query, decoded; of two with one name the first counts.
  package var query: [String: String]
  /// Headers by name in small letters.
  package var headers: [String: String]
  /// What was sent along.
  package var body: [UInt8]

  /// Describes a request.
  package init(
    _ method: Method = .get, path: [String], query: [String: String] = [:],
    headers: [String: String] = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// Takes a path apart as it stands in a request, `/en/m01%20a.html`.
  ///
  /// Nil for paths that mean to climb or deceive: `.`, `..`, control characters, a slash or
  /// backslash hidden in a code.
  package static func parts(ofPath path: String) -> [String]? {
    guard path.hasPrefix("/") else { return nil }
    var parts: [String] = []
    for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = String(part).removingPercentEncoding, decoded != ".", decoded != "..",
        !decoded.contains("/"), !decoded.contains("\\"),
        decoded.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
      else { return nil }
      parts.append(decoded)
    }
    return parts
  }
}

/// What the preview answers.
package struct PreviewResponse: Sendable {
  /// How it went.
  package enum Status: Int, Sendable {
    case ok = 200
    case found = 302
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case conflict = 409
    case tooLarge = 413
    case unavailable = 503
  }

  /// How it went.
  package var status: Status
  /// What it is: `text/html; charset=utf-8`.
  package var contentType: String
  /// What the browser may do with it.
  package var policy: String
  /// The bytes.
  package var body: [UInt8]
  /// Where to go instead.
  package var location: String?

  /// Describes an answer.
  package init(
    _ status: Status = .ok, _ contentType: String, policy: String = PreviewPolicy.nothing,
    body: [UInt8]
  ) {
    self.status = status
    self.contentType = contentType
    self.policy = policy
    self.body = body
  }

  /// A page of text.
  package static func html(
    _ body: [UInt8], _ status: Status = .ok, policy: String
  ) -> PreviewResponse {
    PreviewResponse(status, "text/html; charset=utf-8", policy: policy, body: body)
  }

  /// A line of plain text.
  package static func text(_ text: String, _ status: Status) -> PreviewResponse {
    PreviewResponse(status, "text/plain; charset=utf-8", body: Array((text + "\n").utf8))
  }

  /// Data for the preview's own scripts.
  package static func json(
    _ value: some Encodable, _ status: Status = .ok
  ) -> PreviewResponse {
    PreviewResponse(status, "application/json", body: PreviewJSON.bytes(value))
  }

  /// Leads elsewhere on this server.
  package static func redirect(to location: String) -> PreviewResponse {
    var response = text(location, .found)
    response.location = location
    return response
  }

  /// Nothing is called so.
  package static let notFound = text("There is no such page.", .notFound)
}

/// JSON for the preview's own scripts.
package enum PreviewJSON {
  /// The value as JSON with a fixed order of keys. `<` is escaped, so that it can stand in a page.
  package static func bytes(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, numbers and lists always encode.
    let plain = (try? encoder.encode(value)).map(Array.init) ?? Array("null".utf8)
    return plain.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
  }
}
