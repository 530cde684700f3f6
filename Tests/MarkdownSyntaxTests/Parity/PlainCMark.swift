import CCMarkGFM
import MarkdownSyntax

/// cmark-gfm called directly, as its command line would be with all extensions.
enum PlainCMark {
  static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// The HTML of a text; alone in the process, since cmark isn't safe with these extensions.
  static func html(_ text: [UInt8], unsafe: Bool) -> [UInt8] {
    CMark.alone { unguardedHTML(text, unsafe: unsafe) }
  }

  /// The same without any guard.
  static func unguardedHTML(_ text: [UInt8], unsafe: Bool) -> [UInt8] {
    let options = CMARK_OPT_FOOTNOTES | (unsafe ? CMARK_OPT_UNSAFE : 0)
    guard let parser = cmark_parser_new(options) else { return [] }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      guard let item = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, item)
    }
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    let list = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(root, options, list) else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    var result: [UInt8] = []
    var offset = 0
    while html[offset] != 0 {
      result.append(UInt8(bitPattern: html[offset]))
      offset += 1
    }
    return result
  }
}
