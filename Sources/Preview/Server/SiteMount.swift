import CourseModel
import HTMLRendering

/// The pages of the site form, for learners or for facilitators, with the preview's script in each.
struct SiteMount: PreviewMount {
  let context: PreviewContext
  let audience: Audience

  /// Where facilitators' pages are.
  static let facilitatorPrefix = ["_amparo", "facilitator"]

  var prefix: [String] {
    switch audience {
    case .learner: []
    case .facilitator: Self.facilitatorPrefix
    }
  }

  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse {
    guard request.method == .get else { return .text("This is a page.", .methodNotAllowed) }
    let state = context.state
    switch rest.first {
    case "assets"? where rest.count == 2: return asset(rest[1], state)
    case "media"?: return media(rest.dropFirst().joined(separator: "/"), state)
    case nil, ""?, "index.html"?:
      if let tag = state.shown?.toolkit.editions.first?.language.tag {
        return .redirect(to: "/" + (prefix + [tag, "index.html"]).joined(separator: "/"))
      }
      return nothingYet(request, state)
    default: return page(rest, request, state)
    }
  }

  private func page(
    _ rest: [String], _ request: PreviewRequest, _ state: PreviewState
  ) -> PreviewResponse {
    guard let shown = state.shown else { return nothingYet(request, state) }
    if rest.count == 1, shown.toolkit.editions.contains(where: { $0.language.tag == rest[0] }) {
      return .redirect(to: "/" + (prefix + [rest[0], "index.html"]).joined(separator: "/"))
    }
    let look = PageLook(rest, audience, state)
    let data = PreviewData(request, context, look, state)
    guard let draft = look.draft else {
      let page = ToolPage(data.language, title: PageText.missing.phrase[data.language])
        .missing(home: "/" + (prefix + ["index.html"]).joined(separator: "/"), data: data)
      return .html(page, .notFound, policy: PreviewPolicy.tool(host: context.host(of: request)))
    }
    let html = draft.start + ToolPage.insertion(data) + draft.end
    return .html(html, policy: PreviewPolicy.page(host: context.host(of: request)))
  }

  private func nothingYet(_ request: PreviewRequest, _ state: PreviewState) -> PreviewResponse {
    let data = PreviewData(request, context, PageLook(request.path, audience, state), state)
    let page = ToolPage(data.language, title: PageText.nothingYet.phrase[data.language])
      .nothingYet(data: data)
    return .html(page, .unavailable, policy: PreviewPolicy.tool(host: context.host(of: request)))
  }

  private func asset(_ name: String, _ state: PreviewState) -> PreviewResponse {
    guard let bytes = state.shown?.asset(name, audience) else { return .notFound }
    let type = name.hasSuffix(".css") ? "text/css" : "text/javascript"
    return PreviewResponse(.ok, "\(type); charset=utf-8", body: bytes)
  }

  /// A picture or sound of the pages shown. Facilitators also get those that only their texts use,
  /// which no build gives out.
  private func media(_ path: String, _ state: PreviewState) -> PreviewResponse {
    if let media = state.shown?.toolkit.media.first(where: { $0.path == path }) {
      return PreviewResponse(
        .ok, media.mediaType, policy: PreviewPolicy.picture, body: media.bytes)
    }
    guard audience == .facilitator,
      let (type, bytes) = PictureFiles.picture(path, in: context.session.content)
    else { return .notFound }
    return PreviewResponse(.ok, type, policy: PreviewPolicy.picture, body: bytes)
  }
}

/// A page that somebody looks at, as far as there is one.
struct PageLook {
  /// The page, nil when there is none.
  let draft: SitePages.Draft?
  /// Changes when the page must be loaded again.
  let version: String
  /// The file of the content that it is written in.
  let source: String?

  /// Looks a page up.
  ///
  /// - Parameter rest: the parts of its path: `["en", "m01.html"]`.
  init(_ rest: [String], _ audience: Audience, _ state: PreviewState) {
    guard let shown = state.shown else {
      draft = nil
      version = "nothing"
      source = nil
      return
    }
    let found = rest.count == 2 ? shown.draft(rest[0], rest[1], audience) : nil
    draft = found?.0
    version = found?.version ?? "missing"
    source = found.map { Self.source(of: $0.0, language: rest[0], shown.toolkit) }
  }

  /// The file of the content that holds a page's text.
  private static func source(
    of draft: SitePages.Draft, language: String, _ toolkit: Toolkit
  ) -> String {
    guard let file = draft.file else {
      switch draft.id {
      case "p_glossary": return "glossary/\(language).md"
      case "p_sources": return "guidance.yml"
      default: return "toolkit.yml"
      }
    }
    let edition = toolkit.editions.first { $0.language.tag == language }
    // Without a translation the page shows the text of another language.
    if let module = edition?.modules.first(where: { $0.id == file }) {
      return "modules/\(file)/\(module.language).md"
    }
    let tree = edition?.trees.first { $0.id == file }
    return "trees/\(file)/\(tree?.language.tag ?? language).md"
  }
}
