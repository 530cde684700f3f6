/// Finds what keeps a page from working when it is copied alone.
public enum SelfContained {
  /// Files beside it that a page loads by itself, in document order: addresses as they are written.
  ///
  /// Links that a person follows (`<a href>`) are none.
  public static func siblings(_ html: [UInt8]) -> [String] {
    var scanner = TagScanner(html)
    var found: [String] = []
    while let tag = scanner.next() {
      for attribute in tag.attributes where loads(tag.name, attribute.name) {
        if isFile(attribute.value) { found.append(attribute.value) }
      }
      if tag.name == "script" || tag.name == "style" {
        _ = scanner.rawContent(of: tag.name == "script" ? "script" : "style")
      }
    }
    return found
  }

  /// Calls in a script that use a network: `fetch(`.
  ///
  /// The page's policy makes browsers refuse them; a script of ours must not even try.
  public static func networkCalls(in script: String) -> [String] {
    [
      "fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "importScripts",
      "import(", "serviceWorker", "new Worker",
    ].filter { script.utf8.holds($0.utf8) }
  }

  private static func loads(_ tag: String, _ attribute: String) -> Bool {
    switch attribute {
    case "src", "srcset", "poster", "data": true
    case "href", "xlink:href": tag != "a" && tag != "area"
    default: false
    }
  }

  /// Whether an address is that of a file: neither a place in the page nor data inside it.
  private static func isFile(_ address: String) -> Bool {
    let start = address.drop { $0.isWhitespace }
    return !start.isEmpty && !["#", "data:", "blob:", "about:"].contains { start.hasPrefix($0) }
  }
}

extension String.UTF8View {
  /// Whether some bytes stand anywhere in these; characters would cost many times as much.
  package func holds(_ part: String.UTF8View) -> Bool {
    guard let first = part.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if self[start...].starts(with: part) { return true }
      rest = self[index(after: start)...]
    }
    return false
  }
}
