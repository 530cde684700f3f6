import HTMLRendering

/// The content-security policies that the preview sends along.
package enum PreviewPolicy {
  /// For data, styles and scripts: nothing at all if one is opened as a page.
  package static let nothing = "default-src 'none'; frame-ancestors 'none'"

  /// For a picture of the content: a drawing may hold scripts, which must not run here.
  package static let picture =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"

  /// For a file as it is built: it carries a policy of its own.
  package static let built = "frame-ancestors 'none'"

  /// For the page of a package, which carries a policy of its own: shown in the practice system
  /// only.
  package static let packaged = "frame-ancestors 'self'"

  /// For the practice learning system: its own scripts, and the packages of this server.
  package static let practice = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'
    """

  /// For a page of the site with the preview's own script in it: what the built page allows, and a
  /// connection to this server.
  package static func page(host: String) -> String {
    "\(ContentSecurityPolicy.site); connect-src 'self' ws://\(host); frame-ancestors 'self'"
  }

  /// For the preview's own pages.
  package static func tool(host: String) -> String {
    """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    frame-src 'self'; connect-src 'self' ws://\(host); base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'
    """
  }
}
