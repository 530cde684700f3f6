public import CourseCompiler
public import Diagnostics
public import HTMLRendering

/// How pages look in a preview.
public struct PreviewLook: Sendable {
  /// Templates and styles.
  public let theme: Theme
  /// Scripts and engine.
  public let assets: PageAssets
  /// What is worth saying about the theme, though pages can be made with it.
  public let findings: LookFindings

  /// Gathers a look.
  public init(theme: Theme, assets: PageAssets, findings: LookFindings) {
    self.theme = theme
    self.assets = assets
    self.findings = findings
  }
}

/// What there is to say about a look; an error when no page can be made with it.
public struct LookFindings: Error, Sendable {
  /// What is wrong, for the author.
  public let diagnostics: [Diagnostic]
  /// The files of the theme that it is about, by path.
  public let sources: [String: SourceFile]

  /// Gathers findings.
  public init(_ diagnostics: [Diagnostic], sources: [String: SourceFile]) {
    self.diagnostics = diagnostics
    self.sources = sources
  }
}

/// What a preview is made from.
public struct PreviewInputs: Sendable {
  /// Reads a look: the default one for nil, else the default with the files of a theme in the place
  /// of those of the same names.
  public typealias LoadLook =
    @Sendable ((any ContentSource)?) -> Result<PreviewLook, LookFindings>

  /// The content folder as the person gave it.
  public var content: String
  /// The folder of a theme; nil for the default look.
  public var theme: String?
  /// How to compile. All variants are shown, whichever it names.
  public var options: CourseCompiler.Options
  /// Reads the look again after a change.
  public var loadLook: LoadLook

  /// Gathers inputs.
  public init(
    content: String, theme: String? = nil, options: CourseCompiler.Options,
    loadLook: @escaping LoadLook
  ) {
    self.content = content
    self.theme = theme
    self.options = options
    self.loadLook = loadLook
  }
}
