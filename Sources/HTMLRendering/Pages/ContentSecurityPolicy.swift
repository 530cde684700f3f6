internal import CourseModel
internal import Crypto
internal import FoundationEssentials

/// The policies that pages carry in a `meta` element: nothing is fetched, nothing unknown runs.
package enum ContentSecurityPolicy {
  /// For one self-contained file: exactly these scripts and styles, and the engine.
  static func file(scripts: [[UInt8]], styles: [[UInt8]]) -> String {
    directives(
      scripts: scripts.map(hash) + ["'wasm-unsafe-eval'"], styles: styles.map(hash), media: "")
  }

  /// For a page without scripts.
  static func still(styles: [[UInt8]]) -> String {
    directives(scripts: [], styles: styles.map(hash), media: "")
  }

  /// For a page of a site: scripts, styles and media of the same server, and the engine.
  package static let site = directives(
    scripts: ["'self'", "'wasm-unsafe-eval'"], styles: ["'self'"], media: "'self' ")

  /// For a package: as for a site. cmi5's record store is somewhere else; where, only the launch
  /// tells, and the adapter narrows the policy to it (docs/packages.md).
  static func package(_ standard: PackageStandard) -> String {
    switch standard {
    case .scorm12, .scorm2004: site
    case .cmi5: site + "; connect-src 'self' https: http:"
    }
  }

  private static func directives(scripts: [String], styles: [String], media: String) -> String {
    [
      "default-src 'none'",
      "script-src \(list(scripts))",
      "style-src \(list(styles))",
      "img-src \(media)data: blob:",
      "media-src \(media)data: blob:",
      "base-uri 'none'",
      "form-action 'none'",
    ].joined(separator: "; ")
  }

  private static func list(_ sources: [String]) -> String {
    sources.isEmpty ? "'none'" : sources.joined(separator: " ")
  }

  /// The source expression of an inline element: SHA-256 of its content, in base64.
  private static func hash(_ content: [UInt8]) -> String {
    "'sha256-\(Data(SHA256.hash(data: content)).base64EncodedString())'"
  }
}
