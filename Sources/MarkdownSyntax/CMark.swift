internal import CCMarkGFM

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The one place that calls cmark-gfm's parser.
package enum CMark {
  /// A tree node of cmark-gfm.
  typealias Node = UnsafeMutablePointer<cmark_node>

  /// Which syntax extensions a parse uses.
  package enum Syntax: Sendable {
    /// Tables, task lists and footnotes: these add nothing to cmark's process-wide tables, so any
    /// number of such parses may run at once.
    case shared
    /// Strikethrough and plain addresses too. While such a parse runs, cmark treats `~`, `:` and
    /// `w` as special in the whole process, so it runs alone.
    case full
  }

  /// Parses text, hands over the tree, and frees it.
  /// - Parameters:
  ///   - text: UTF-8 without byte order mark.
  ///   - syntax: Which extensions to use.
  ///   - body: Reads the tree, which is gone afterwards; nil when cmark gave none.
  /// - Returns: What `body` returns.
  static func withTree<Result>(
    of text: UnsafeBufferPointer<UInt8>, syntax: Syntax, _ body: (Node?) -> Result
  ) -> Result {
    let extensions = Extensions.registered
    let root: Node?
    switch syntax {
    case .shared: root = gate.sharing { parse(text, extensions.shared) }
    case .full: root = gate.alone { parse(text, extensions.full) }
    }
    defer { if let root { cmark_node_free(root) } }
    return body(root)
  }

  /// Runs something while no parse of this process is under way.
  ///
  /// For tests that call cmark themselves. Nothing inside may parse through this package.
  package static func alone<Result>(_ body: () -> Result) -> Result {
    _ = Extensions.registered
    return gate.alone(body)
  }

  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, _ extensions: [Extension]
  ) -> Node? {
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { cmark_parser_free(parser) }
    for item in extensions { _ = cmark_parser_attach_syntax_extension(parser, item.pointer) }
    text.withMemoryRebound(to: CChar.self) {
      cmark_parser_feed(parser, $0.baseAddress, $0.count)
    }
    return cmark_parser_finish(parser)
  }

  private static let gate = Gate()
}

extension CMark {
  /// A registered extension.
  ///
  /// cmark never changes one after registration.
  private struct Extension: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  /// The extensions, registered on first use, once per process.
  private struct Extensions: Sendable {
    let shared: [Extension]
    let full: [Extension]

    static let registered = Extensions()

    private init() {
      cmark_gfm_core_extensions_ensure_registered()
      func find(_ name: String) -> Extension? {
        cmark_find_syntax_extension(name).map { Extension(pointer: $0) }
      }
      // The order is cmark-gfm's own on its command line; block starts are tried in this order.
      shared = ["table", "tasklist"].compactMap(find)
      full = ["table", "strikethrough", "autolink", "tasklist"].compactMap(find)
    }
  }

  /// Lets many shared parses run at once, or one full parse alone.
  private final class Gate: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)

    init() {
      pthread_rwlock_init(lock, nil)
    }

    deinit {
      pthread_rwlock_destroy(lock)
      lock.deallocate()
    }

    func sharing<Result>(_ body: () -> Result) -> Result {
      pthread_rwlock_rdlock(lock)
      defer { pthread_rwlock_unlock(lock) }
      return body()
    }

    func alone<Result>(_ body: () -> Result) -> Result {
      pthread_rwlock_wrlock(lock)
      defer { pthread_rwlock_unlock(lock) }
      return body()
    }
  }
}
