internal import CourseModel
internal import Synchronization

/// Drawings of trees that many packages of one toolkit hold, each laid out once: laying out takes
/// longer than all the rest of a page.
///
/// A drawing is the same in every package, since a package holds all that its trees lead to.
public final class TreeDrawings: Sendable {
  /// Drawings by language and tree; nil for one that can't be drawn.
  private let known = Mutex<[String: String?]>([:])

  /// Starts with none.
  public init() {}

  /// The drawing of a tree for a page.
  func svg(_ tree: Tree, _ scope: PageScope) -> String? {
    let key = "\(scope.edition.language.tag) \(tree.id.text)"
    if let drawing = known.withLock({ $0[key] }) { return drawing }
    let drawing = TreePicture.svg(tree, scope)
    known.withLock { $0[key] = .some(drawing) }
    return drawing
  }
}

/// The drawing of a tree for a page.
enum TreePicture {
  /// The drawing, or nil when the tree can't be drawn: its nodes can still be read and played, and
  /// `ToolkitPages.undrawnTrees()` says why.
  static func svg(_ tree: Tree, _ scope: PageScope) -> String? {
    try? TreeDrawing.svg(
      for: tree, direction: tree.language.direction,
      labels: labels(
        for: tree, scope.edition.interface(for: tree.language), titles: titles(for: tree, scope))
    ) { scope.map.address(of: $0, from: scope.page) ?? "#\(scope.page)" }
  }

  /// Why a tree can't be drawn; nil when it can.
  static func problem(with tree: Tree) -> TreeDrawing.Failure? {
    do throws(TreeDrawing.Failure) {
      _ = try TreeDrawing.svg(
        for: tree, direction: tree.language.direction,
        labels: labels(for: tree, .texts(for: tree.language), titles: [:]))
      return nil
    } catch {
      return error
    }
  }

  /// Titles of other trees that answers lead to.
  private static func titles(for tree: Tree, _ scope: PageScope) -> [Anchor: String] {
    var titles: [Anchor: String] = [:]
    for target in tree.nodes.flatMap(\.answers).map(\.target) where target.file != tree.id {
      guard let other = scope.index.tree(target.file) else { continue }
      titles[Anchor(other.id)] = other.title
      if let node = other.nodes.first(where: { $0.anchor == target }) {
        titles[target] = node.title.plainText
      }
    }
    return titles
  }

  /// Words inside the drawing, in the tree's own language.
  private static func labels(
    for tree: Tree, _ texts: InterfaceTexts, titles: [Anchor: String]
  ) -> TreeDrawing.Labels {
    let activity = texts.page.activity
    return TreeDrawing.Labels(
      start: texts.page.frame.start, question: activity.question, step: activity.step,
      end: activity.end, today: activity.today, emergency: activity.emergency,
      otherTree: activity.otherTree, beside: texts.script.tree.also, leadsTo: activity.leadsTo,
      description: activity.drawingHint.filling("title", tree.title), titles: titles)
  }
}
