import FoundationEssentials
import LearnerRuntime

/// The preview's own scripts and styles, embedded in the program.
enum PreviewAssets {
  /// A file by name, with its type; nil when there is none.
  static func file(_ name: String) -> (type: String, bytes: [UInt8])? {
    if name == "look.css" { return ("text/css", Array(look.utf8)) }
    if name == "preview.js" {
      // Joined in the order of their names, in which they are embedded.
      let parts = embeddedAssets.filter { $0.name.description.hasPrefix("preview-") }
      return ("text/javascript", parts.flatMap { decode($0.base64) })
    }
    guard let file = embeddedAssets.first(where: { $0.name.description == name }) else {
      return nil
    }
    return (type(of: name), decode(file.base64))
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css"
    case "html": "text/html"
    default: "text/javascript"
    }
  }

  /// The tokens and base styles of the default theme: the preview's own pages look like the
  /// toolkit's, whatever an author's theme does.
  private static var look: String {
    LearnerRuntime.defaultTheme.filter { $0.name.hasPrefix("10-") || $0.name.hasPrefix("20-") }
      .map(\.text).joined(separator: "\n")
  }

  /// The bytes that the build encoded; it only ever writes valid base64.
  private static func decode(_ base64: StaticString) -> [UInt8] {
    [UInt8](Data(base64Encoded: base64.description) ?? Data())
  }
}
