internal import Diagnostics

/// What lies where in the content folder: every path sorted into its role, nothing read yet.
struct Discovery {
  /// Files of one id: `modules/m01/en.md`, `modules/m01/ar.md`.
  typealias FilesByLanguage = [String: String]

  /// Whether there is a toolkit.yml.
  private(set) var hasToolkit = false
  /// Whether there is a guidance.yml.
  private(set) var hasGuidance = false
  /// Paths of places/<id>.yml by id.
  private(set) var places: [String: String] = [:]
  /// Paths of profiles/<id>.yml by id.
  private(set) var profiles: [String: String] = [:]
  /// Paths of profiles/<id>/<lang>.yml by id, then language.
  private(set) var profileTexts: [String: FilesByLanguage] = [:]
  /// Paths of glossary/<lang>.md by language.
  private(set) var glossaries: FilesByLanguage = [:]
  /// Paths of modules by id, then language.
  private(set) var modules: [String: FilesByLanguage] = [:]
  /// Paths of trees by id, then language.
  private(set) var trees: [String: FilesByLanguage] = [:]
  /// Paths of records of translations, beside their translations.
  private(set) var records: Set<String> = []
  /// Paths of interface/<lang>.yml by language.
  private(set) var interfaces: FilesByLanguage = [:]
  /// Every other readable file, by path, with its size: media and files to include.
  private(set) var others: [String: Int] = [:]

  /// Folders whose contents belong to outputs that this version doesn't make yet.
  private static let laterFolders: Set<String> = [
    "scenarios", "checklists", "forms", "sectors",
  ]
  /// Largest file that is read: 16 MiB; no text comes near it, no page should carry more.
  static let largestFile = 16 << 20

  /// Sorts entries into their roles.
  static func sort(_ entries: [ContentEntry]) -> (Discovery, [Diagnostic]) {
    var result = Discovery()
    var diagnostics: [Diagnostic] = []
    var later: Set<String> = []
    for entry in entries.sorted(by: { $0.path < $1.path }) {
      if let problem = problem(with: entry) {
        diagnostics.append(problem)
        continue
      }
      let parts = entry.path.split(separator: "/").map(String.init)
      guard let folder = parts.first else { continue }
      if laterFolders.contains(folder), parts.count > 1 {
        later.insert(folder)
      } else if !result.place(entry, parts: parts) {
        result.others[entry.path] = entry.size
        if let stray = strayFile(entry.path, parts: parts) { diagnostics.append(stray) }
      }
    }
    diagnostics += later.sorted().map { folder in
      Diagnostic(
        .comesLater, path: folder,
        "`\(folder)/` is kept for a later version of Amparo and is left out of this build.")
    }
    return (result, diagnostics)
  }

  /// Files an entry under its role; false when it has none.
  private mutating func place(_ entry: ContentEntry, parts: [String]) -> Bool {
    switch (parts.count, parts[0]) {
    case (1, "toolkit.yml"): hasToolkit = true
    case (1, "guidance.yml"): hasGuidance = true
    case (2, "places"):
      guard let id = parts[1].withoutSuffix(".yml") else { return false }
      places[id] = entry.path
    case (2, "profiles"):
      guard let id = parts[1].withoutSuffix(".yml") else { return false }
      profiles[id] = entry.path
    case (3, "profiles"):
      guard let language = parts[2].withoutSuffix(".yml") else { return false }
      profileTexts[parts[1], default: [:]][language] = entry.path
    case (2, "interface"):
      guard let language = parts[1].withoutSuffix(".yml") else { return false }
      interfaces[language] = entry.path
    case (2, "glossary") where parts[1].hasSuffix(TranslationRecord.suffix),
      (3, "modules") where parts[2].hasSuffix(TranslationRecord.suffix),
      (3, "trees") where parts[2].hasSuffix(TranslationRecord.suffix):
      records.insert(entry.path)
    case (2, "glossary"):
      guard let language = parts[1].withoutSuffix(".md") else { return false }
      glossaries[language] = entry.path
    case (3, "modules"):
      guard let language = parts[2].withoutSuffix(".md") else { return false }
      modules[parts[1], default: [:]][language] = entry.path
    case (3, "trees"):
      guard let language = parts[2].withoutSuffix(".md") else { return false }
      trees[parts[1], default: [:]][language] = entry.path
    default: return false
    }
    return true
  }

  /// Says why an entry can't be read at all.
  private static func problem(with entry: ContentEntry) -> Diagnostic? {
    switch entry.kind {
    case .file:
      guard entry.size > largestFile else { return nil }
      return Diagnostic(
        .fileTooLarge, path: entry.path,
        "This file has \((entry.size + 1_048_575) / 1_048_576) MB; Amparo reads files up to 16 MB.",
        help: "Learners have small devices: make the file smaller, or leave it out.")
    case .symbolicLink:
      return Diagnostic(
        .linkOutsideContent, path: entry.path,
        "This is a symbolic link. Amparo doesn't follow links, so that nothing from outside the "
          + "content folder gets into a toolkit.",
        help: "Put a copy of the file here.")
    case .other:
      return Diagnostic(
        .unreadableFile, path: entry.path, "This is no ordinary file and can't be read.")
    case .unreadableFolder(let reason):
      return Diagnostic(
        .unreadableFile, path: entry.path, "This folder can't be read: \(reason).",
        help: "Check that you may read it.")
    case .undecodableName:
      return Diagnostic(
        .unreadableFile, path: entry.path, "The name of this file isn't valid UTF-8.",
        help: "Rename it with plain letters, digits and hyphens.")
    }
  }

  /// Warns of Markdown and YAML files that nothing reads, most likely a slip of the name.
  private static func strayFile(_ path: String, parts: [String]) -> Diagnostic? {
    let folders = ["modules", "trees", "glossary", "places", "profiles", "interface"]
    if parts.count == 1, path.hasSuffix(".yml") || path.hasSuffix(".yaml") || path.hasSuffix(".md")
    {
      return Diagnostic(
        .unexpectedFile, path: path, "Nothing reads this file.",
        help: Suggestion.help(for: path, in: ["toolkit.yml", "guidance.yml"])
          ?? "Files to include belong in a folder, for example `shared/`.")
    }
    if let help = Suggestion.help(for: parts[0], in: folders), parts.count > 1,
      !folders.contains(parts[0])
    {
      return Diagnostic(.unexpectedFile, path: path, "Nothing reads `\(parts[0])/`.", help: help)
    }
    let isText = path.hasSuffix(".md") || path.hasSuffix(".yml") || path.hasSuffix(".yaml")
    guard folders.contains(parts[0]), isText else { return nil }
    return Diagnostic(
      .unexpectedFile, path: path, "Nothing reads this file.",
      help: "Write `modules/<id>/<language>.md`, `trees/<id>/<language>.md`, "
        + "`glossary/<language>.md`, `places/<id>.yml` or `interface/<language>.yml`.")
  }
}

extension String {
  /// What is left without a suffix; nil when it doesn't have it or nothing is left.
  func withoutSuffix(_ suffix: String) -> String? {
    guard hasSuffix(suffix), count > suffix.count else { return nil }
    return String(dropLast(suffix.count))
  }
}
