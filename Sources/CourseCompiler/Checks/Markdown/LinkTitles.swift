internal import Diagnostics
internal import MarkupTree

/// Finds titles of links and pictures, `[a](m01 "title")`, which no page shows.
///
/// Browsers show a title only to those who rest a mouse on it, so pages leave it out.
enum LinkTitles: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    (file.nodes.links + file.nodes.images).sorted().compactMap { node in
      let title = file.markup.utf8(file.markup.title(of: file.markup.nodes[node]))
      guard !title.isEmpty else { return nil }
      let whole = file.range(of: node)
      let typed = file.bytes[whole.lower..<min(whole.upper, file.bytes.count)]
      let start = typed.indices.last { typed[$0...].starts(with: title) }
      let isImage = file.markup.nodes[node].kind == .image
      return file.problem(
        .linkTitle, start.map { SourceRange($0, $0 + title.count) } ?? whole,
        "Learners never see the title of a \(isImage ? "picture" : "link").",
        help: isImage
          ? "Write it on the line under the picture, as its caption."
          : "Write it into the text, or take it out.")
    }
  }
}
