internal import CourseModel
internal import Diagnostics

/// Says how much of an edition is still in the default language.
struct TranslationCheck {
  let language: Language
  let modules: [Module]
  let trees: [Tree]
  let discovery: Discovery

  /// One note for each file whose translation lacks parts.
  func run(isDefault: Bool) -> [Diagnostic] {
    guard !isDefault else { return [] }
    let inModules = modules.compactMap { module in
      note(
        path: discovery.modules[module.id.text]?[language.tag],
        missing: module.sectionLanguages.filter { $0 != language }.count,
        of: module.sectionLanguages.count, what: "sections")
    }
    let inTrees = trees.compactMap { tree in
      note(
        path: discovery.trees[tree.id.text]?[language.tag],
        missing: tree.nodes.filter { $0.language != language }.count, of: tree.nodes.count,
        what: "nodes")
    }
    return inModules + inTrees
  }

  private func note(path: String?, missing: Int, of all: Int, what: String) -> Diagnostic? {
    guard let path, missing > 0 else { return nil }
    return Diagnostic(
      .translationIncomplete, path: path,
      "\(missing) of \(all) \(what) are not translated yet; learners get them in the default "
        + "language.")
  }
}
