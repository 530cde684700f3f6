/// The page where authors mark areas in pictures, and what its script asks for.
struct PickerMount: PreviewMount {
  let context: PreviewContext

  var prefix: [String] { ["_amparo", "picker"] }

  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse { .notFound }
}
