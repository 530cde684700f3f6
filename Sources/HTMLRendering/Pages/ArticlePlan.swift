internal import CourseModel

/// An article to be: its id is known, its text is written when it is asked for.
struct PlannedArticle: Sendable {
  /// HTML id; also the name of its file on a site.
  let id: String
  /// The module or tree it belongs to.
  let file: FileID?
  /// Writes it, by a writer of the same edition; the same article every time.
  let write: @Sendable (ArticleWriter) -> Article
}

extension ArticleWriter {
  /// All articles in the order of the one-file page.
  func plan() -> [PlannedArticle] {
    var plan = onlyModule == nil ? [own(.home) { $0.home() }] : []
    for (position, module) in edition.modules.enumerated() {
      plan.append(
        PlannedArticle(id: module.id.text, file: module.id) { writer in
          writer.cover(of: writer.edition.modules[position], position: position)
        })
      for (number, section) in summaries[position].sections.enumerated() {
        plan.append(
          PlannedArticle(id: section.id, file: module.id) { writer in
            writer.section(number, of: writer.edition.modules[position])
          })
      }
    }
    for tree in edition.trees {
      plan.append(PlannedArticle(id: tree.id.text, file: tree.id) { $0.tree(tree) })
    }
    if !edition.glossary.isEmpty { plan.append(own(.glossary) { $0.glossary() }) }
    if !edition.guidance.isEmpty { plan.append(own(.sources) { $0.sources() }) }
    if !edition.support.isEmpty { plan.append(own(.support) { $0.support() }) }
    return plan + [own(.progress) { $0.progress() }]
  }

  private func own(
    _ page: OwnPage, _ write: @escaping @Sendable (ArticleWriter) -> Article
  ) -> PlannedArticle {
    PlannedArticle(id: page.rawValue, file: nil, write: write)
  }
}
