/// A page of the preview's own.
struct ToolPage {
  let language: PreviewLanguage
  let title: String

  init(_ language: PreviewLanguage, title: String) {
    self.language = language
    self.title = title
  }

  /// The whole document.
  ///
  /// - Parameters:
  ///   - body: HTML.
  ///   - data: what the preview's script must know; nil leaves the bar out.
  ///   - script: name of a script of the page.
  func document(_ body: String, data: PreviewData?, script: String? = nil) -> [UInt8] {
    let head = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)" dir="\(language.direction)" data-theme="auto" \
      data-contrast="auto" data-size="normal">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(Self.escaped(title))</title>
      <link rel="stylesheet" href="/_amparo/look.css">
      <link rel="stylesheet" href="/_amparo/tools.css">
      </head>
      <body>
      \(body)
      """
    var html = Array(head.utf8)
    if let data { html += Self.insertion(data) }
    if let script { html += Array("\n<script src=\"/_amparo/\(script)\"></script>".utf8) }
    return html + Array("\n</body>\n</html>\n".utf8)
  }

  /// What the preview puts into each page, behind the page's own scripts.
  static func insertion(_ data: PreviewData) -> [UInt8] {
    Array("<script type=\"application/json\" id=\"amparo_preview\">".utf8)
      + PreviewJSON.bytes(data)
      + Array(
        """
        </script>
        <link rel="stylesheet" href="/_amparo/page.css">
        <script src="/_amparo/preview.js"></script>
        """.utf8)
  }

  /// Said while the content has never compiled.
  func nothingYet(data: PreviewData) -> [UInt8] {
    document(
      """
      <main class="tool"><h1>\(heading)</h1>
      <p>\(Self.escaped(PageText.nothingYetText.phrase[language]))</p></main>
      """, data: data)
  }

  /// Said of a page that isn't there.
  func missing(home: String, data: PreviewData) -> [UInt8] {
    document(
      """
      <main class="tool"><h1>\(heading)</h1>
      <p>\(Self.escaped(PageText.missingText.phrase[language]))</p>
      <p><a href="\(Self.escaped(home))">\(Self.escaped(PageText.toStart.phrase[language]))</a></p>
      </main>
      """, data: data)
  }

  private var heading: String { Self.escaped(title) }

  /// Text as HTML, for elements and quoted attributes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
