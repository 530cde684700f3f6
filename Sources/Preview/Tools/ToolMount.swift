import CourseModel
import FoundationEssentials

/// What the preview's script asks for, and the preview's own pages.
struct ToolMount: PreviewMount {
  let context: PreviewContext

  var prefix: [String] { ["_amparo"] }

  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse {
    switch (request.method, rest.first, rest.count) {
    case (.get, "state", 1): return state(request)
    case (.post, "open", 1): return await open(request)
    case (.get, "view", 1): return view(request)
    case (.get, "explain", 2): return explanation(rest[1], request)
    case (.get, let name?, 1):
      guard let (type, bytes) = PreviewAssets.file(name) else { return .notFound }
      return PreviewResponse(.ok, "\(type); charset=utf-8", body: bytes)
    default: return .notFound
    }
  }

  /// The state of a page: `state?page=/en/m01.html`.
  private func state(_ request: PreviewRequest) -> PreviewResponse {
    guard let parts = PreviewRequest.parts(ofPath: request.query["page"] ?? "/") else {
      return .notFound
    }
    let state = context.state
    return .json(PreviewData.Now(PageLook(path: parts, state), state))
  }

  /// Opens a file of the content in the author's editor.
  private func open(_ request: PreviewRequest) async -> PreviewResponse {
    struct Wish: Decodable {
      let path: String
      let line: Int?
      let column: Int?
    }
    guard let wish = try? JSONDecoder().decode(Wish.self, from: Data(request.body)) else {
      return .text("Which file?", .badRequest)
    }
    guard case .editor(let command) = context.editor else {
      return .text("No editor is named.", .conflict)
    }
    guard let path = context.folders.file(wish.path) else {
      return .text("There is no such file in the content.", .notFound)
    }
    let words = command.words(
      path: path, line: max(1, wish.line ?? 1), column: max(1, wish.column ?? 1))
    if let problem = await ProgramStart.start(words) { return .text(problem, .conflict) }
    return .text("Opened.", .ok)
  }

  /// The page that shows others in frames: side by side, or as narrow as a phone.
  private func view(_ request: PreviewRequest) -> PreviewResponse {
    let language = context.language(for: request)
    let state = context.state
    let parts = PreviewRequest.parts(ofPath: request.query["page"] ?? "/") ?? []
    let data = PreviewData(request, context, PageLook(path: parts, state), state)
    let page = ToolPage(language, title: BarText.preview.phrase[language])
      .document("<main class=\"frames\" id=\"frames\"></main>", data: data, script: "view.js")
    return .html(page, policy: PreviewPolicy.tool(host: context.host(of: request)))
  }

  private func explanation(_ code: String, _ request: PreviewRequest) -> PreviewResponse {
    guard let entry = ExplanationView(code) else { return .notFound }
    let language = context.language(for: request)
    let page = ToolPage(language, title: code).document(
      """
      <main class="tool" lang="en" dir="ltr">\(entry.html)
      <p lang="\(language.rawValue)" dir="\(language.direction)"><a href="/">\
      \(ToolPage.escaped(PageText.back.phrase[language]))</a></p></main>
      """, data: nil)
    return .html(page, policy: PreviewPolicy.tool(host: context.host(of: request)))
  }
}

extension PageLook {
  /// Looks a page up by the whole path of its address.
  init(path: [String], _ state: PreviewState) {
    let prefix = SiteMount.facilitatorPrefix
    if path.starts(with: prefix) {
      self.init(Array(path.dropFirst(prefix.count)), .facilitator, state)
    } else {
      self.init(path, .learner, state)
    }
  }
}
