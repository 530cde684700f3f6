internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Finds choices that are none: answers with the same words, or that all lead to the same place.
enum TreeAnswers: TreeCheck {
  static func findings(in tree: CheckedTree) -> [Diagnostic] {
    tree.nodes.indices.flatMap { index in
      sameWords(tree.nodes[index], in: tree) + (samePlace(index, in: tree).map { [$0] } ?? [])
    }
  }

  private static func sameWords(_ node: Tree.Node, in tree: CheckedTree) -> [Diagnostic] {
    var seen: [String: Prose] = [:]
    return node.answers.compactMap { answer in
      let words = FoldedText.key(answer.text.plainText)
      guard let earlier = seen[words] else {
        seen[words] = answer.text
        return nil
      }
      let place = tree.place(of: answer.text)
      let first = tree.place(of: earlier)
      return Diagnostic(
        .answersAlike, path: place.path, range: place.range,
        "Another answer of this node says the same.", help: "Say what is different.",
        notes: [.init("The other one.", path: first.path, range: first.range)])
    }
  }

  /// A remark under an answer makes it worth choosing even when all lead to one place.
  private static func samePlace(_ index: Int, in tree: CheckedTree) -> Diagnostic? {
    let node = tree.nodes[index]
    guard node.kind == .question, node.answers.count > 1, let first = node.answers.first,
      node.answers.allSatisfy({ $0.target == first.target && $0.remark.isEmpty })
    else { return nil }
    return tree.problem(
      .answersLeadToOnePlace, index,
      "Whatever learners answer here, they get to `\(first.target)`.",
      help: "Lead an answer to another node, write a remark under one, or make this a `.step`.")
  }
}
