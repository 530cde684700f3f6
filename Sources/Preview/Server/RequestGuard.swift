/// Decides which requests come from the author's own browser window.
///
/// The preview listens on this computer only, but any page the author has open can send requests
/// to it. A page elsewhere may point a name of its own at this computer ("DNS rebinding"), which
/// shows in the `Host`; and may send a form or open a WebSocket, which shows in the `Origin`.
package enum RequestGuard {
  /// Why a request is refused; nil when it may pass.
  package static func refusal(of request: PreviewRequest) -> PreviewResponse? {
    guard let host = request.headers["host"], isLocal(host) else {
      return .text(
        "This preview answers to 127.0.0.1 and localhost only. Open the address it printed.",
        .forbidden)
    }
    let origin = request.headers["origin"]
    let isOwn = origin == "http://\(host)"
    if let origin, !isOwn {
      return .text("This preview doesn't answer pages from \(origin.prefix(100)).", .forbidden)
    }
    switch request.method {
    case .get: return nil
    case .post:
      // Browsers send the origin with everything that acts.
      return isOwn ? nil : .text("This can only be done from the preview's own page.", .forbidden)
    case .other: return .text("Only GET and POST are understood.", .methodNotAllowed)
    }
  }

  /// Whether a `Host` names this computer: `127.0.0.1` or `localhost`, with any port, because the
  /// preview may be reached through a tunnel that has a port of its own.
  package static func isLocal(_ host: String) -> Bool {
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2,
      ["127.0.0.1", "localhost"].contains(name.lowercased())
    else { return false }
    guard parts.count == 2 else { return true }
    return (1...5).contains(parts[1].utf8.count)
      && parts[1].utf8.allSatisfy { (48...57).contains($0) }
  }
}
