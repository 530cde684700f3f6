import CourseModel

/// A part of the preview: it answers everything below one address.
protocol PreviewMount: Sendable {
  /// The first parts of its paths: `["_amparo", "picker"]`; nothing for the learner's site.
  var prefix: [String] { get }
  /// Answers a request whose path goes on with `rest`.
  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse
}

/// Leads each request to the part that answers it.
package struct PreviewRoutes: Sendable {
  /// What all parts know.
  let context: PreviewContext
  private let mounts: [any PreviewMount]

  /// Prepares the routes of a session.
  package init(_ session: PreviewSession, editor: EditorChoice) {
    context = PreviewContext(session: session, editor: editor)
    let mounts: [any PreviewMount] = [
      SiteMount(context: context, audience: .learner),
      SiteMount(context: context, audience: .facilitator),
      BuiltMount(context: context),
      ToolMount(context: context),
      PickerMount(context: context),
      LMSMount(context: context),
    ]
    self.mounts = mounts.sorted { $0.prefix.count > $1.prefix.count }
  }

  /// Answers a request; refuses what doesn't come from the author's own window.
  package func response(to request: PreviewRequest) async -> PreviewResponse {
    if let refusal = RequestGuard.refusal(of: request) { return refusal }
    await context.session.firstState()
    for mount in mounts where request.path.starts(with: mount.prefix) {
      return await mount.response(
        to: request, rest: Array(request.path.dropFirst(mount.prefix.count)))
    }
    return .notFound
  }
}

/// What all parts of a preview know.
struct PreviewContext: Sendable {
  let session: PreviewSession
  let editor: EditorChoice

  /// What came of the last compilation.
  var state: PreviewState { session.state }

  /// The folders that messages are about.
  var folders: PreviewFolders { PreviewFolders(session) }

  /// The host that a request was sent to; checked by `RequestGuard`.
  func host(of request: PreviewRequest) -> String { request.headers["host"] ?? "127.0.0.1" }

  /// The language of the preview's own texts.
  func language(for request: PreviewRequest) -> PreviewLanguage {
    PreviewLanguage(
      wishes: request.headers["accept-language"] ?? "",
      toolkit: state.shown?.toolkit.defaultLanguage.tag)
  }
}
