import CourseCompiler
import Diagnostics
import Foundation
import HTMLRendering
import LearnerRuntime
import Preview

/// A small content folder with a preview of it; gone when the test is over.
final class PreviewFixture: Sendable {
  let folder: String
  let session: PreviewSession
  let routes: PreviewRoutes

  init(editor: EditorChoice = .none(because: nil)) throws {
    folder =
      FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID().uuidString)").path
    let inputs = PreviewInputs(content: folder, options: .init(jobs: 2)) { _ in Self.look }
    session = PreviewSession(inputs)
    routes = PreviewRoutes(session, editor: editor)
    try write(
      "toolkit.yml",
      "id: try\ntitle: Try\nversion: \"1\"\ndefault-language: en\nlanguages: [en, ar]\n")
    try write("modules/m01/en.md", Self.module("First"))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let look: Result<PreviewLook, LookFindings> = Result {
    PreviewLook(
      theme: try Theme(
        files: LearnerRuntime.defaultTheme.map { Theme.File(name: $0.name, text: $0.text) }),
      assets: try PageAssets(
        scripts: LearnerRuntime.scripts.map { (name: $0.name, text: $0.text) },
        engine: LearnerRuntime.engineBase64,
        plainEngine: PlainEngine(
          script: LearnerRuntime.plainEngine, packed: LearnerRuntime.packedPlainEngineBase64)),
      findings: LookFindings([], sources: [:]))
  }.mapError { _ in
    LookFindings([Diagnostic(.brokenTheme, path: "", "The default look is broken.")], sources: [:])
  }

  /// A module with a section, a note for facilitators and a picture in it.
  static func module(_ words: String) -> String {
    """
    ---
    id: m01
    title: \(words)
    ---
    ## Reading {#s-one}

    \(words) text.

    > [!FACILITATOR]
    > Secret of \(words)

    """
  }

  /// Writes a file in place, with the folders above it.
  func write(_ path: String, _ text: String) throws {
    let file = URL(filePath: folder).appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Runs the preview while `body` does.
  func whileRunning(_ body: @Sendable () async throws -> Void) async throws {
    let running = Task { await session.run() }
    defer { running.cancel() }
    await session.firstState()
    try await body()
  }

  /// How long a test waits for the session: it shares two cores with all other tests, some of
  /// which keep them busy for minutes.
  static let patience = Duration.seconds(600)

  /// Waits for a state; false when it doesn't come.
  func until(_ condition: @Sendable (PreviewState) -> Bool) async -> Bool {
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      if condition(session.state) { return true }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return false
  }

  /// What the preview answers the author's own window.
  func get(_ path: String, query: [String: String] = [:]) async -> (PreviewResponse, String) {
    let response = await routes.response(
      to: PreviewRequest(
        path: PreviewRequest.parts(ofPath: path) ?? ["?"], query: query,
        headers: ["host": "127.0.0.1:8000", "accept-language": "en"]))
    return (response, String(decoding: response.body, as: UTF8.self))
  }

  /// What it answers when asked to do something.
  func post(_ path: String, _ body: String) async -> (PreviewResponse, String) {
    let response = await routes.response(
      to: PreviewRequest(
        .post, path: PreviewRequest.parts(ofPath: path) ?? ["?"],
        headers: ["host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8000"],
        body: Array(body.utf8)))
    return (response, String(decoding: response.body, as: UTF8.self))
  }
}
