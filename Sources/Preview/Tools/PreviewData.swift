import CourseCompiler
import CourseModel

/// What the preview's script in a page must know.
struct PreviewData: Encodable {
  /// What can be chosen in the bar.
  struct Switches: Encodable {
    let languages: [Choice]
    /// The general toolkit first, with an empty tag; none when there is nothing to choose.
    let variants: [Choice]
  }

  /// Something that can be chosen.
  struct Choice: Encodable {
    let tag: String
    let name: String
  }

  /// What changes while the page is open; `GET /_amparo/state` gives it anew.
  struct Now: Encodable {
    /// Changes when the page must be loaded again.
    let version: String
    /// Whether the pages shown are what stands on disk.
    let isCurrent: Bool
    /// Whether there are any pages.
    let hasPages: Bool
    let problems: ProblemList.Shown
  }

  let language: PreviewLanguage
  /// Whom the page is for, or `tool` for a page of the preview's own.
  let view: String
  /// The content file that holds the page's text.
  let source: String?
  let now: Now
  private let direction: String
  private let texts: [String: String]
  private let switches: Switches
  /// Name of the editor that files open in; nil when there is none.
  private let editor: String?
  /// Where files are, for people to copy from.
  private let folders: [PreviewFolders.Folder]

  init(
    _ request: PreviewRequest, _ context: PreviewContext, _ look: PageLook, _ state: PreviewState
  ) {
    let isForFacilitators = request.path.starts(with: SiteMount.facilitatorPrefix)
    let isTool = request.path.first == "_amparo" && !isForFacilitators
    language = context.language(for: request)
    view = isTool ? "tool" : isForFacilitators ? "facilitator" : "learner"
    source = look.source
    now = Now(look, state)
    direction = language.direction
    texts = AllPreviewTexts.texts(in: language)
    switches = Switches(
      languages: (state.shown?.toolkit.editions ?? []).map {
        Choice(tag: $0.language.tag, name: $0.language.autonym)
      }, variants: Self.variants(state.shown, language))
    switch context.editor {
    case .editor(let command): editor = command.name
    case .none: editor = nil
    }
    folders = context.folders.all
  }

  /// The general toolkit and its variants, by their names in a language; none without variants.
  static func variants(
    _ shown: ShownToolkit?, _ language: PreviewLanguage
  ) -> [Choice] {
    guard let shown, !shown.variants.isEmpty else { return [] }
    let own = Language(language.rawValue)
    let general = Choice(tag: "", name: BarText.variantGeneral.phrase[language])
    return [general]
      + shown.variants.map { variant in
        let text = variant.variant.text
        let name = variant.names[own] ?? variant.names[shown.toolkit.defaultLanguage]
        return Choice(tag: text, name: name ?? text)
      }
  }

  private enum CodingKeys: CodingKey {
    case language, view, source, now, direction, texts, switches, editor, folders
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(language.rawValue, forKey: .language)
    try container.encode(view, forKey: .view)
    try container.encode(source, forKey: .source)
    try container.encode(now, forKey: .now)
    try container.encode(direction, forKey: .direction)
    try container.encode(texts, forKey: .texts)
    try container.encode(switches, forKey: .switches)
    try container.encode(editor, forKey: .editor)
    try container.encode(folders, forKey: .folders)
  }
}

extension PreviewData.Now {
  init(_ look: PageLook, _ state: PreviewState) {
    version = look.version
    isCurrent = state.isCurrent
    hasPages = state.shown != nil
    problems = state.problems.shown(first: look.source)
  }
}
