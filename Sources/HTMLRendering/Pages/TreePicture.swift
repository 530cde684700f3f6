internal import CourseModel

/// The drawing of a tree for a page.
enum TreePicture {
  /// The drawing, or nil when the tree can't be drawn: its nodes can still be read as a list.
  static func svg(_ tree: Tree, _ scope: PageScope) -> String? { nil }
}
