public import CaseManagement
public import Diagnostics
internal import Yams

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
    var reader = YAMLFieldReader(file: file, map: map)
    var profile = AgencyProfile()
    profile.visitFields(&reader)
    diagnostics += reader.finish()
    guard !reader.diagnostics.hasErrors else { return nil }
    for problem in profile.problems {
      diagnostics.append(diagnostic(problem, in: file, map))
    }
    return profile
  }

  private static func diagnostic(
    _ problem: ProfileProblem, in file: SourceFile, _ map: Node.Mapping
  ) -> Diagnostic {
    let key = problem.key.string
    var node = map.first { $0.key.string == key }?.value
    if let row = problem.row, let rows = node?.sequence, rows.indices.contains(Int(row)) {
      node = rows[Int(row)]
    }
    let about = problem.about.isEmpty ? "" : " (`\(problem.about.string)`)"
    return Diagnostic(
      .invalidProfile, path: file.path, range: node.flatMap { file.range(of: $0) },
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
  /// Largest file read; profiles are some kilobytes.
  static let limit = 512 * 1024

  static func map(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Node.Mapping? {
    guard file.bytes.count <= limit else {
      diagnostics.append(
        Diagnostic(.fileTooLarge, path: file.path, "A profile file has at most 512 kB."))
      return nil
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      diagnostics.append(
        Diagnostic(.wrongEncoding, path: file.path, "The file is not in UTF-8. Save it as UTF-8."))
      return nil
    }
    do {
      guard let node = try compose(yaml: text, .basic), let map = node.mapping else {
        diagnostics.append(
          Diagnostic(.invalidYAML, path: file.path, "The file must hold keys with values."))
        return nil
      }
      return map
    } catch {
      diagnostics.append(diagnostic(error, in: file))
      return nil
    }
  }

  private static func diagnostic(_ error: any Error, in file: SourceFile) -> Diagnostic {
    guard let error = error as? YamlError else {
      return Diagnostic(.invalidYAML, path: file.path, "The file is not valid YAML.")
    }
    switch error {
    case .duplicatedKeysInMapping(let duplicates, _):
      let keys = duplicates.map(\.description).sorted().joined(separator: ", ")
      return Diagnostic(.duplicateKey, path: file.path, "Keys stand twice: \(keys).")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let start = file.offset(ofLine: mark.line) ?? 0
      return Diagnostic(
        .invalidYAML, path: file.path,
        range: SourceRange(start, start + file.line(mark.line).count),
        "The file is not valid YAML: \(problem).")
    default:
      return Diagnostic(.invalidYAML, path: file.path, "The file is not valid YAML.")
    }
  }
}
