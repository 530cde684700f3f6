/// The one-file form, byte by byte as a build writes it: nothing of the preview is in it.
struct BuiltMount: PreviewMount {
  let context: PreviewContext

  var prefix: [String] { ["_amparo", "toolkit"] }

  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse {
    guard request.method == .get else { return .text("This is a page.", .methodNotAllowed) }
    let place = VariantPath(rest)
    guard place.rest.count == 1,
      let bytes = context.state.shown?.variant(place.variant)?.builtFile(place.rest[0])
    else {
      return .notFound
    }
    return .html(bytes, policy: PreviewPolicy.built)
  }
}
