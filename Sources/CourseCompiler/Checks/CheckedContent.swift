internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// A parsed file and its part in the toolkit.
struct WrittenFile: Sendable {
  /// What a file is.
  enum Role: UInt8, Sendable {
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

/// What checks of the whole content look at in one file.
///
/// Kept from one compilation to the next while the file stays as it is; a check that needs more adds
/// it here.
struct FileFacts: Sendable {
  let role: WrittenFile.Role
  /// Id of the module or tree; empty for other files.
  let id: String
  let path: String
  /// Whether it is in the default language, which says what the parts are.
  let isOriginal: Bool
  /// Whether its front matter says that it is a draft.
  let isDraft: Bool
  /// Where its front matter says its id.
  let idRange: SourceRange?
  /// Modules to take before it.
  let prerequisites: [Word]
  /// Trees that its `[!ALSO]` blocks lead to.
  let also: [Word]
  /// Terms that it explains, when it is a glossary.
  let terms: [Word]
  /// Terms and guidance that it points at: `glossary:consent`, `guidance:sphere-2018`; sorted.
  let cited: [String]

  /// Gathers the facts of a file.
  init(_ file: CheckedFile) {
    let written = file.written
    let front = written.outline.document.frontMatter
    func words(_ key: String) -> [Word] {
      let value = front?[key]
      return (value?.items ?? value.map { [$0] } ?? []).compactMap(\.word)
    }
    role = written.role
    id = written.id
    path = written.path
    isOriginal = written.isOriginal
    isDraft = front?["review"]?["status"]?.string == "draft"
    idRange = front?["id"]?.range
    prerequisites = words("prerequisites")
    also = AlsoCircles.ways(of: written)
    terms = written.role == .glossary ? written.outline.headings.compactMap(\.id) : []
    let guidance = front?["guidance"]
    let named = (guidance?.items ?? guidance.map { [$0] } ?? []).map {
      "guidance:\($0.string ?? "")"
    }
    cited = Set(file.cited + named).sorted()
  }
}

/// What checks of the whole content look at: facts of every text, and the settings.
struct CheckedContent: Sendable {
  /// Modules, trees, glossaries and included texts, sorted by path.
  let files: [FileFacts]
  let settings: ToolkitSettings
  /// guidance.yml, when there is one.
  let guidance: SourceFile?
  /// Terms and guidance that something points at: `glossary:consent`, `guidance:sphere-2018`.
  let cited: Set<String>

  /// Gathers the facts of a toolkit.
  init(files: [FileFacts], settings: ToolkitSettings, guidance: SourceFile?) {
    self.files = files
    self.settings = settings
    self.guidance = guidance
    var cited = Set(files.flatMap(\.cited))
    // The page of support is a text, too, but stands in YAML.
    for text in settings.support { cited.formUnion(text.value.text.addresses) }
    self.cited = cited
  }

  /// Files in the default language, sorted by path.
  var originals: [FileFacts] { files.filter(\.isOriginal) }
}

extension String {
  /// Every `glossary:…` and `guidance:…` in it.
  fileprivate var addresses: [String] {
    split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != ":" }.map(String.init)
      .filter { $0.hasPrefix("glossary:") || $0.hasPrefix("guidance:") }
  }
}
