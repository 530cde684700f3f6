import ArgumentParser
import CourseCompiler
import Diagnostics
import Disk

/// `amparo translated`: records which words of the original a translation was made from.
struct TranslatedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translated",
    abstract: "Records that a translation fits its original as both are now.",
    discussion: """
      Run it when you have translated something, or brought a translation up to date. Amparo \
      writes a small file beside the translation, to be kept with it: ar.source.tsv beside ar.md. \
      From then on `check` and `languages` say when the original changes under a translation.

      Without --id and --all, only parts that were never recorded are. A part whose original has \
      changed must be named, so that none is passed over.

      Examples:

        amparo translated modules/m01/ar.md
        amparo translated modules/m01/ar.md --id listen --id q-first
        amparo translated modules/m01/ar.md --all
      """)

  @Argument(
    help: "The translation: its path, or its path inside the folder with your texts.",
    completion: .file(extensions: ["md"]))
  var file: String

  @Option(help: ArgumentHelp("The folder with your texts.", valueName: "folder"))
  var content = "Content"

  @Option(
    name: .customLong("id"),
    help: ArgumentHelp(
      "A part that is up to date now: a heading's id; give it several times for several.",
      valueName: "id"))
  var ids: [String] = []

  @Flag(help: "Every translated part is up to date now.")
  var all = false

  func validate() throws {
    if all, !ids.isEmpty { throw ValidationError("Give --id or --all, not both.") }
  }

  func run() async throws {
    let compilation = await CourseCompiler.compile(DiskContent(folder: content))
    let path = Self.inside(content, file)
    let report = Report(format: .terminal, stream: .error, folder: content)
    // What is broken here could be recorded as translated without being read; what is broken in the
    // original may have lost its id, and its line would be taken out.
    let original = compilation.translations.first { $0.path == path }?.original
    let broken = compilation.diagnostics.filter {
      $0.severity == .error && [path, original, "toolkit.yml", ""].contains($0.path)
    }
    guard broken.isEmpty else {
      try report.write(broken, sources: compilation.sources)
      return try ExitStatus(broken).leave()
    }
    let known = compilation.translations.compactMap(\.path)
    guard let state = compilation.translations.first(where: { $0.path == path }),
      let recording = state.recording(
        all ? .all : ids.isEmpty ? .new : .named(Set(ids.map(Self.withoutSign))))
    else {
      throw ValidationError(Unknown.message("translation", path, known: known))
    }
    if let unknown = recording.unknown.first {
      let names = state.parts.filter { $0.standing != .missing }.map(\.key)
      throw ValidationError(Unknown.message("translated part", unknown, known: names))
    }
    let writer = ContentWriter(folder: content)
    if let problem = writer.put(recording.path, Array(recording.text.utf8)) {
      try report.write([problem], sources: [:])
      try ExitStatus([problem]).leave()
    }
    try tell(recording)
  }

  private func tell(_ recording: TranslationRecording) throws {
    var text = "\(recording.path): \(Words.count(recording.recorded.count, "part")) recorded"
    if recording.stale.isEmpty {
      text += ".\n"
    } else {
      text += ". The original of these has changed; compare, then name them with --id:\n"
      for part in recording.stale {
        text += "  \(part.key)\(part.title.map { "  \($0)" } ?? "")\n"
      }
    }
    try StandardStreams.output.deliver(text)
  }

  /// A path as the content folder knows it.
  private static func inside(_ folder: String, _ file: String) -> String {
    var folder = folder[...]
    while folder.hasSuffix("/") { folder = folder.dropLast() }
    let path = file.hasPrefix(folder + "/") ? file.dropFirst(folder.count + 1) : file[...]
    return path.hasPrefix("./") ? String(path.dropFirst(2)) : String(path)
  }

  private static func withoutSign(_ id: String) -> String {
    id.hasPrefix("#") ? String(id.dropFirst()) : id
  }
}
