public import CourseModel
public import Diagnostics

/// What a build made, for whoever hands it out: written as `report.html` beside the outputs.
///
/// It holds no dates and no paths of the machine, so that equal builds have equal reports.
public struct BuildReport: Sendable {
  /// One language of the toolkit.
  public struct Language: Sendable, Hashable {
    /// Its tag.
    public let tag: String
    /// What its speakers call it.
    public let name: String
    /// How many parts its texts have, headings with what stands under them.
    public let parts: Int
    /// How many of them learners read in the default language.
    public let missing: Int
    /// How many were translated from words that have changed since.
    public let stale: Int
    /// How many places are built differently from the original.
    public let different: Int

    /// Describes a language; without numbers, the one that translations follow.
    public init(
      _ language: CourseModel.Language, parts: Int, missing: Int = 0, stale: Int = 0,
      different: Int = 0
    ) {
      tag = language.tag
      name = language.autonym
      self.parts = parts
      self.missing = missing
      self.stale = stale
      self.different = different
    }
  }

  /// One output.
  public struct Target: Sendable {
    /// The exporter's name, which is its folder.
    public let name: String
    /// What it is, in a few words.
    public let summary: String
    /// Its files, sorted by path.
    public let files: [Manifest.Entry]
    /// What the exporter had to say: what it could not bring into this output.
    public let losses: [Diagnostic]

    /// Sums up an output.
    public init(
      name: String, summary: String, files: [Manifest.Entry], losses: [Diagnostic]
    ) {
      self.name = name
      self.summary = summary
      // They come in the order in which they were finished, which is another one each time.
      self.files = files.sorted { $0.path < $1.path }
      self.losses = losses
    }
  }

  /// Title of the toolkit in its default language.
  public let title: String
  /// Version of its content.
  public let version: String
  /// Which variant it is, as authors write it; empty for the general toolkit.
  public let variant: String
  /// How many modules it has.
  public let modules: Int
  /// How many decision trees it has.
  public let trees: Int
  /// Its languages, the default language first.
  public let languages: [Language]
  /// What was built.
  public let targets: [Target]
  /// How long learners' state can get in packages; empty when none were built.
  public let budgets: [PackageBudget]
  /// What the compiler had to say of the content.
  public let findings: [Diagnostic]
  /// The files that findings are about, by path.
  public let sources: [String: SourceFile]

  /// Gathers a report.
  public init(
    toolkit: Toolkit, languages: [Language], targets: [Target], findings: [Diagnostic],
    sources: [String: SourceFile]
  ) {
    let first = toolkit.editions.first
    title = first?.title ?? toolkit.id
    version = toolkit.version
    variant = toolkit.variant.text
    modules = first?.modules.count ?? 0
    trees = first?.trees.count ?? 0
    self.languages = languages
    self.targets = targets
    let packages = PackageStandard.allCases.map(\.rawValue)
    budgets =
      targets.contains { packages.contains($0.name) && !$0.files.isEmpty }
      ? PackageBudget.all(in: toolkit) : []
    self.findings = findings.inFileOrder
    self.sources = sources
  }
}
