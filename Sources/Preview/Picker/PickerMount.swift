import CourseCompiler
import Diagnostics
import Disk
import FoundationEssentials

/// The page where authors mark areas in pictures, and what its script asks for.
///
/// It reads files fresh from the disk, and writes one thing only: an area behind an item of a task
/// list, in a file that nobody changed since the item was shown.
struct PickerMount: PreviewMount {
  let context: PreviewContext

  var prefix: [String] { ["_amparo", "picker"] }

  private var content: WatchedContent { context.session.content }

  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse {
    switch (request.method, rest.first) {
    case (.get, nil), (.get, ""?): return page(request)
    case (.get, "pictures"?): return .json(pictures())
    case (.get, "picture"?):
      let path = rest.dropFirst().joined(separator: "/")
      guard let (type, bytes) = PictureFiles.picture(path, in: content) else { return .notFound }
      return PreviewResponse(.ok, type, policy: PreviewPolicy.picture, body: bytes)
    case (.post, "area"?): return write(request)
    default: return .notFound
    }
  }

  private func page(_ request: PreviewRequest) -> PreviewResponse {
    let state = context.state
    let data = PreviewData(request, context, PageLook(path: [""], state), state)
    let page = ToolPage(data.language, title: BarText.pictures.phrase[data.language])
      .document(
        "<main class=\"tool wide\" id=\"picker\"></main>", data: data, script: "picker.js")
    return .html(page, policy: PreviewPolicy.tool(host: context.host(of: request)))
  }

  /// A picture with the places where texts show it.
  private struct Picture: Encodable {
    let path: String
    let uses: [PictureUse]
  }

  private func pictures() -> [Picture] {
    let texts = ((try? content.entries()) ?? []).filter { $0.kind == .file }.map(\.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    let uses = texts.flatMap { path in
      (try? content.disk.read(path)).map { PictureUses.find(in: $0, file: path) } ?? []
    }
    let byPicture = Dictionary(grouping: uses, by: \.picture)
    return PictureFiles.paths(in: content).map { path in
      Picture(path: path, uses: byPicture[path] ?? [])
    }
  }

  /// What the page sends to have an area written.
  private struct Wish: Decodable {
    let file: String
    let line: Int
    let digest: String
    let left, right, top, bottom: Int
  }

  private func write(_ request: PreviewRequest) -> PreviewResponse {
    guard let wish = try? JSONDecoder().decode(Wish.self, from: Data(request.body)),
      let area = PictureArea(
        left: wish.left, right: wish.right, top: wish.top, bottom: wish.bottom)
    else { return .text("Which area?", .badRequest) }
    let entries = (try? content.entries()) ?? []
    guard wish.file.hasSuffix(".md"),
      entries.contains(where: { $0.path == wish.file && $0.kind == .file }),
      let old = try? content.disk.read(wish.file)
    else { return .text("There is no such text in the content.", .notFound) }
    guard PictureUses.digest(of: old) == wish.digest,
      let new = PictureUses.writing(area, line: wish.line, in: old)
    else { return .text("changed", .conflict) }
    let writer = ContentWriter(folder: content.disk.folder)
    guard let problem = writer.replace(wish.file, old, with: new) else {
      return .text("Written.", .ok)
    }
    return problem.code == .fileChanged
      ? .text("changed", .conflict) : .text(problem.message, .unavailable)
  }
}
