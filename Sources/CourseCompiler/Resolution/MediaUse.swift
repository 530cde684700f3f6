internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Finds which media files texts show.
enum MediaUse {
  /// Paths of files that images of these documents show, sorted, each once.
  static func paths(in documents: [MarkdownDocument], index: IDIndex) -> [String] {
    var paths: Set<String> = []
    for document in documents {
      for node in document.markup.nodes where node.kind == .image {
        let address = document.markup.string(node.text)
        guard let path = ContentPath.resolve(address, from: document.source.path),
          index.media[path] != nil
        else { continue }
        paths.insert(path)
      }
    }
    return paths.sorted()
  }
}
