public import CaseManagement
public import Diagnostics
internal import MarkdownSyntax

/// A profile with the texts of its rules and commands.
public struct LoadedProfile: Sendable {
  /// The numbers and choices: what crosses into the engine.
  public let profile: AgencyProfile
  /// The texts by language: what pages show.
  ///
  /// They never enter the engine.
  public let texts: [ProfileTexts]

  /// The texts of a language, nil when the profile has none.
  public func texts(in language: RuleLanguage) -> ProfileTexts? {
    texts.first { $0.language == language }
  }
}

/// Reads an agency profile and its language files.
///
/// `Content/profiles/<id>.yml` holds every number; `Content/profiles/<id>/<lang>.yml` holds the
/// texts. The loader never reads the disk: whoever calls it hands over the files.
public enum ProfileLoader {
  /// Reads and checks a profile.
  ///
  /// - Parameters:
  ///   - file: The profile file.
  ///   - texts: The language files; the name of each is its language, as in `fr.yml`.
  /// - Returns: The profile, nil when it can't be used, and everything there is to say.
  public static func load(
    _ file: SourceFile, texts: [SourceFile]
  ) -> (value: LoadedProfile?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    guard let profile = profile(file, &diagnostics) else {
      return (nil, diagnostics.inFileOrder)
    }
    var loaded: [ProfileTexts] = []
    for file in texts.sorted(by: { $0.path < $1.path }) {
      if let texts = ProfileTexts.load(file, profile: profile, &diagnostics) {
        loaded.append(texts)
      }
    }
    for language in profile.languages where !loaded.contains(where: { $0.language == language }) {
      diagnostics.append(
        Diagnostic(
          .missingProfileText, path: file.path,
          "The profile promises the language `\(language.word)`, but has no file for it.",
          help: "Add `\(profile.id.string)/\(language.word).yml`."))
    }
    let sorted = diagnostics.inFileOrder
    return (sorted.hasErrors ? nil : LoadedProfile(profile: profile, texts: loaded), sorted)
  }

  private static func profile(
    _ file: SourceFile, _ diagnostics: inout [Diagnostic]
  ) -> AgencyProfile? {
    guard let map = YAMLFile.map(file, &diagnostics) else { return nil }
    var reader = ProfileFieldReader(map, path: file.path, range: SourceRange(0, 0))
    var profile = AgencyProfile()
    profile.visitFields(&reader)
    let problems = reader.finish()
    diagnostics += problems
    guard !problems.hasErrors else { return nil }
    for problem in profile.problems {
      diagnostics.append(diagnostic(problem, in: file, map))
    }
    return profile
  }

  private static func diagnostic(
    _ problem: ProfileProblem, in file: SourceFile, _ map: [YAMLEntry]
  ) -> Diagnostic {
    let key = problem.key.string
    var value = map.first { $0.key.text == key }?.value
    if let row = problem.row, let rows = value?.items, rows.indices.contains(Int(row)) {
      value = rows[Int(row)]
    }
    let about = problem.about.isEmpty ? "" : " (`\(problem.about.string)`)"
    return Diagnostic(
      .invalidProfile, path: file.path, range: value?.range,
      "`\(key)`\(about): \(problem.kind.explanation)")
  }
}

extension ProfileProblemKind {
  fileprivate var explanation: String {
    switch self {
    case .emptyID: "a profile needs an id."
    case .versionBelowOne:
      "versions begin at 1, so that a log can name the one it was checked with."
    case .noLanguage: "name at least one language for the rule texts."
    case .negative: "time and counts can't be negative."
    case .zero: "a limit of nought would forbid everything. Write the real limit."
    case .impossibleAge: "ages go from 0 to 125."
    case .reversedBand: "the first number must not be greater than the second."
    case .overlappingBands: "this band overlaps the one before, so an age would have two rules."
    case .gapBetweenBands: "bands must cover 0 to 125 without a gap, or some ages have no rule."
    case .missingRow: "this row is missing, so the case library could not answer."
    case .doubledRow: "this row stands twice, and only one can hold."
    case .noRole: "name at least one role, or nobody may do it."
    case .emptySet: "name at least one."
    case .wrongLevel:
      "sexual exploitation and abuse go to `sea-channel`, and nothing else does."
    case .tooLarge: "this is longer than ten years. Check the unit."
    }
  }
}

/// Opens a YAML file as a map.
enum YAMLFile {
  static func map(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [YAMLEntry]? {
    let (value, problems) = YAMLReader.read(file)
    diagnostics += problems
    guard let entries = value?.entries else {
      if problems.isEmpty {
        diagnostics.append(
          Diagnostic(
            .invalidYAML, path: file.path, range: value?.range,
            "The file must hold keys with values."))
      }
      return nil
    }
    return problems.hasErrors ? nil : entries
  }
}
