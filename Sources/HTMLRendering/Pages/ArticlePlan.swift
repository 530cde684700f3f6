internal import CourseModel

/// An article to be: its id is known, its text is written when it is asked for.
struct PlannedArticle: Sendable {
  /// HTML id; also the name of its file on a site.
  let id: String
  /// The module or tree it belongs to.
  let file: FileID?
  /// Writes it; the same article every time.
  let write: @Sendable () -> Article
}

extension ArticleWriter {
  /// All articles in the order of the one-file page.
  func plan() -> [PlannedArticle] {
    var plan = [own(.home) { self.home() }]
    for (position, module) in edition.modules.enumerated() {
      plan.append(
        PlannedArticle(id: module.id.text, file: module.id) {
          self.cover(of: module, position: position)
        })
      let sections = module.sections(for: audience)
      for (number, section) in sections.enumerated() {
        plan.append(
          PlannedArticle(id: section.anchor.htmlID, file: module.id) {
            self.section(section, number + 1, of: sections.count, in: module)
          })
      }
    }
    for tree in edition.trees {
      plan.append(PlannedArticle(id: tree.id.text, file: tree.id) { self.tree(tree) })
    }
    if !edition.glossary.isEmpty { plan.append(own(.glossary) { self.glossary() }) }
    if !edition.guidance.isEmpty { plan.append(own(.sources) { self.sources() }) }
    if !edition.support.isEmpty { plan.append(own(.support) { self.support() }) }
    return plan + [own(.progress) { self.progress() }]
  }

  private func own(
    _ page: OwnPage, _ write: @escaping @Sendable () -> Article
  ) -> PlannedArticle {
    PlannedArticle(id: page.rawValue, file: nil, write: write)
  }
}
