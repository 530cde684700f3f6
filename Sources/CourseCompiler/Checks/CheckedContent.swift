internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// A parsed file and its part in the toolkit.
struct WrittenFile: Sendable {
  /// What a file is.
  enum Role: Sendable {
    case module, tree, glossary
    /// A text that others take in.
    case included
  }

  let role: Role
  /// Id of the module or tree; empty for other files.
  let id: String
  let language: Language
  let outline: Outline
  /// The file in the default language, when this one is a translation.
  let original: Outline?

  var path: String { outline.document.source.path }
  /// Whether it is in the default language, which says what the parts are.
  var isOriginal: Bool { original == nil }
}

/// What the checks look at: every text as it is written, and the settings.
struct CheckedContent: Sendable {
  /// Modules, trees, glossaries and included texts, sorted by path.
  let files: [WrittenFile]
  let settings: ToolkitSettings
  /// guidance.yml, when there is one.
  let guidance: SourceFile?
  /// Terms and guidance that something points at: `glossary:consent`, `guidance:sphere-2018`.
  var cited: Set<String> = []

  /// Gathers the files of a toolkit.
  init(
    discovery: Discovery, outlines: [String: Outline], settings: ToolkitSettings,
    guidance: SourceFile?
  ) {
    self.settings = settings
    self.guidance = guidance
    let first = settings.defaultLanguage
    var files: [WrittenFile] = []
    var known: Set<String> = []
    func add(_ role: WrittenFile.Role, _ id: String, _ paths: Discovery.FilesByLanguage) {
      for (tag, path) in paths {
        known.insert(path)
        guard let outline = outlines[path] else { continue }
        files.append(
          WrittenFile(
            role: role, id: id, language: Language(tag), outline: outline,
            original: tag == first.tag ? nil : paths[first.tag].flatMap { outlines[$0] }))
      }
    }
    for (id, paths) in discovery.modules { add(.module, id, paths) }
    for (id, paths) in discovery.trees { add(.tree, id, paths) }
    add(.glossary, "", discovery.glossaries)
    for (path, outline) in outlines where !known.contains(path) {
      files.append(
        WrittenFile(role: .included, id: "", language: first, outline: outline, original: nil))
    }
    self.files = files.sorted { $0.path < $1.path }
    for file in files {
      let entries = file.outline.document.frontMatter?["guidance"]
      for value in entries?.items ?? entries.map({ [$0] }) ?? [] {
        cited.insert("guidance:\(value.string ?? "")")
      }
    }
    // The page of support is a text, too, but stands in YAML.
    for text in settings.support { cited.formUnion(text.value.text.addresses) }
  }

  /// Files in the default language, sorted by path.
  var originals: [WrittenFile] { files.filter(\.isOriginal) }
}

extension String {
  /// Every `glossary:…` and `guidance:…` in it.
  fileprivate var addresses: [String] {
    split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != ":" }.map(String.init)
      .filter { $0.hasPrefix("glossary:") || $0.hasPrefix("guidance:") }
  }
}
