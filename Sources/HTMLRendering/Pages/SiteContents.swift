internal import CourseModel

/// The lists of contents of a site's pages.
///
/// Nearly all of such a list is the same from page to page, so its pieces are written once, and a
/// page's list is a few copies.
struct SiteContents: Sendable {
  private let writer: ArticleWriter
  /// Every module as it stands on pages of other modules, one behind the other.
  private let modules: [UInt8]
  /// Where each module begins in `modules`; at last their length.
  private let starts: [Int]
  /// The trees as they stand on pages that aren't a tree's own.
  private let trees: [UInt8]
  /// What stands before modules and behind trees on pages that aren't the toolkit's own.
  private let start, end: [UInt8]
  /// Changes with what stands for a module here.
  private let moduleHashes: [UInt64]
  private let treeHash: UInt64
  /// Changes with the toolkit's own pages.
  let ownPages: UInt64

  /// Beyond this many modules a site's pages list their neighbours only: a full list on every page
  /// would make the site grow with the square of its size.
  private static let most = 60
  /// So many are listed then.
  private static let near = 20

  init(_ writer: ArticleWriter) {
    self.writer = writer
    let list = ContentsList(writer: writer, page: "")
    var html = HTMLBuffer()
    var starts: [Int] = []
    for position in writer.edition.modules.indices {
      starts.append(html.out.count)
      html.module(at: position, isOpen: false, list)
    }
    modules = html.bytes
    self.starts = starts + [modules.count]
    moduleHashes = zip(self.starts, self.starts.dropFirst()).map { [modules] start, end in
      var hash = StableHash()
      hash.add(modules[start..<end])
      return hash.value
    }
    var trees = HTMLBuffer()
    trees.trees(list)
    self.trees = trees.bytes
    var hash = StableHash()
    hash.add(trees.bytes)
    treeHash = hash.value
    var own = HTMLBuffer()
    own.contentsStart(list)
    start = own.bytes
    own = HTMLBuffer()
    own.contentsEnd(list)
    end = own.bytes
    hash = StableHash()
    hash.add(start + end)
    ownPages = hash.value
  }

  /// Changes with what the list of contents on pages of a file shows of others, or for no file with
  /// what any list shows.
  func hash(_ file: FileID?) -> UInt64 {
    let count = moduleHashes.count
    let shown = file.map { around(writer.index.position(of: $0)) } ?? 0..<count
    var hash = StableHash()
    for position in shown { hash.add(moduleHashes[position]) }
    hash.add(shown.count < count ? 1 : 0)
    hash.add(treeHash)
    hash.add(ownPages)
    return hash.value
  }

  /// Writes the list of contents for a page.
  func write(for page: String, of file: FileID?, into html: inout HTMLBuffer) {
    let list = ContentsList(writer: writer, page: page)
    let position = file.flatMap { writer.index.position(of: $0) }
    let shown = around(position)
    if file == nil { html.contentsStart(list) } else { html.append(start) }
    if !shown.isEmpty {
      html.modulesStart(list)
      let open = position ?? shown.upperBound
      html.append(modules[starts[shown.lowerBound]..<starts[open]])
      if let position {
        html.module(at: position, isOpen: true, list)
        html.append(modules[starts[position + 1]..<starts[shown.upperBound]])
      }
      html.modulesEnd(list, isShortened: shown.count < writer.edition.modules.count)
    }
    if position == nil, file != nil { html.trees(list) } else { html.append(trees) }
    if file == nil { html.contentsEnd(list) } else { html.append(end) }
  }

  /// The modules listed: all, or those around a page where there are very many.
  private func around(_ position: Int?) -> Range<Int> {
    let count = starts.count - 1
    guard count > Self.most else { return 0..<count }
    let start = max(0, min((position ?? 0) - Self.near / 2, count - Self.near))
    return start..<start + Self.near
  }
}
