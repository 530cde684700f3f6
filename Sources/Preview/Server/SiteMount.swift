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
    let place = VariantPath(rest)
    let shown = state.shown?.variant(place.variant)
    let rest = place.rest
    switch rest.first {
    case "assets"? where rest.count == 2: return asset(rest[1], shown)
    case "media"?: return media(rest.dropFirst().joined(separator: "/"), shown)
    case nil, ""?, "index.html"?:
      if let tag = shown?.toolkit.editions.first?.language.tag {
        return .redirect(to: address(place, [tag, "index.html"]))
      }
      return state.shown == nil ? nothingYet(request, state) : page(place, request, state)
    default: return page(place, request, state)
    }
  }

  private func address(_ place: VariantPath, _ rest: [String]) -> String {
    "/" + (prefix + place.prefix + rest).joined(separator: "/")
  }

  private func page(
    _ place: VariantPath, _ request: PreviewRequest, _ state: PreviewState
  ) -> PreviewResponse {
    guard let general = state.shown else { return nothingYet(request, state) }
    let rest = place.rest
    if rest.count == 1, general.toolkit.editions.contains(where: { $0.language.tag == rest[0] }) {
      return .redirect(to: address(place, [rest[0], "index.html"]))
    }
    let look = PageLook(place.whole, audience, state)
    let data = PreviewData(request, context, look, state)
    guard let draft = look.draft else {
      if let instead = instead(of: place, state) { return .redirect(to: instead) }
      let page = ToolPage(data.language, title: PageText.missing.phrase[data.language])
        .missing(home: "/" + (prefix + ["index.html"]).joined(separator: "/"), data: data)
      return .html(page, .notFound, policy: PreviewPolicy.tool(host: context.host(of: request)))
    }
    let html = draft.start + ToolPage.insertion(data) + draft.end
    return .html(html, policy: PreviewPolicy.page(host: context.host(of: request)))
  }

  /// Where to go from a page that only other variants have: to its module, or to the start.
  private func instead(of place: VariantPath, _ state: PreviewState) -> String? {
    guard let shown = state.shown?.variant(place.variant), place.rest.count == 2,
      let file = state.shown?.file(ofPage: place.rest[1], place.rest[0], audience)
    else { return nil }
    let pages = ["\(file.text).html", "index.html"].filter { $0 != place.rest[1] }
    return pages.first { shown.draft(place.rest[0], $0, audience) != nil }
      .map { address(place, [place.rest[0], $0]) }
  }

  private func nothingYet(_ request: PreviewRequest, _ state: PreviewState) -> PreviewResponse {
    let data = PreviewData(request, context, PageLook(request.path, audience, state), state)
    let page = ToolPage(data.language, title: PageText.nothingYet.phrase[data.language])
      .nothingYet(data: data)
    return .html(page, .unavailable, policy: PreviewPolicy.tool(host: context.host(of: request)))
  }

  private func asset(_ name: String, _ shown: ShownToolkit?) -> PreviewResponse {
    guard let bytes = shown?.asset(name, audience) else { return .notFound }
    let type = name.hasSuffix(".css") ? "text/css" : "text/javascript"
    return PreviewResponse(.ok, "\(type); charset=utf-8", body: bytes)
  }

  /// A picture or sound of the pages shown. Facilitators also get those that only their texts use,
  /// which no build gives out.
  private func media(_ path: String, _ shown: ShownToolkit?) -> PreviewResponse {
    if let media = shown?.toolkit.media.first(where: { $0.path == path }) {
      return PreviewResponse(
        .ok, media.mediaType, policy: PreviewPolicy.picture, body: media.bytes)
    }
    guard audience == .facilitator,
      let (type, bytes) = PictureFiles.picture(path, in: context.session.content)
    else { return .notFound }
    return PreviewResponse(.ok, type, policy: PreviewPolicy.picture, body: bytes)
  }
}

/// The part of an address that says which variant is meant: `/~sector=wash/en/m01.html`.
struct VariantPath {
  /// As authors write it; empty for the general toolkit.
  let variant: String
  /// What stands behind it.
  let rest: [String]

  /// Takes the parts of a site's address apart.
  init(_ parts: [String]) {
    let name = parts.first.flatMap { $0.hasPrefix("~") ? $0.dropFirst() : nil }
    variant = name.map(String.init) ?? ""
    rest = name == nil ? parts : Array(parts.dropFirst())
  }

  /// What stands before the rest.
  var prefix: [String] { variant.isEmpty ? [] : ["~" + variant] }

  /// Everything.
  var whole: [String] { prefix + rest }
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
  /// - Parameter path: the parts of its path: `["en", "m01.html"]`, behind a variant perhaps.
  init(_ path: [String], _ audience: Audience, _ state: PreviewState) {
    let place = VariantPath(path)
    let rest = place.rest
    guard let shown = state.shown?.variant(place.variant) else {
      draft = nil
      version = state.shown == nil ? "nothing" : "missing"
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
