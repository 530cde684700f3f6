import Learning

extension Course {
  /// The files that some files need: those that their sections play and their trees lead to.
  func filesNeeded(by file: Int) -> Set<Int> {
    guard files.indices.contains(file) else { return [] }
    var needed: Set<Int> = []
    for section in files[file].sections { needed.formUnion(section.elsewhere.map(\.file)) }
    for activity in files[file].activities {
      switch activity.content {
      case .question, .quiz: break
      case .tree(let tree):
        for answer in tree.nodes.flatMap(\.answers) {
          switch answer {
          case .node: break
          case .elsewhere(let reference, _): needed.insert(reference.file)
          }
        }
      }
    }
    return needed
  }

  /// A course of some files only, in the order given, numbered anew; tags stay, so that a state
  /// moves with them.
  ///
  /// - Throws: when a file needs one that isn't among them.
  func selecting(_ indexes: [Int]) throws(CourseProblem) -> Course {
    let numbers = Dictionary(
      indexes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var selected: [CourseFile] = []
    for index in indexes {
      guard files.indices.contains(index) else { throw CourseProblem(.reference, file: index) }
      selected.append(try files[index].renumbered(numbers))
    }
    return try Course(files: selected)
  }
}

extension CourseFile {
  fileprivate func renumbered(_ numbers: [Int: Int]) throws(CourseProblem) -> CourseFile {
    var file = self
    for section in sections.indices {
      for reference in sections[section].elsewhere.indices {
        file.sections[section].elsewhere[reference] =
          try sections[section].elsewhere[reference].renumbered(numbers)
      }
    }
    for activity in activities.indices {
      switch activities[activity].content {
      case .question, .quiz: break
      case .tree(let tree): file.activities[activity].content = .tree(try tree.renumbered(numbers))
      }
    }
    return file
  }
}

extension TreeDefinition {
  fileprivate func renumbered(_ numbers: [Int: Int]) throws(CourseProblem) -> TreeDefinition {
    var tree = self
    for node in nodes.indices {
      for answer in nodes[node].answers.indices {
        switch nodes[node].answers[answer] {
        case .node: break
        case .elsewhere(let reference, let target):
          tree.nodes[node].answers[answer] = .elsewhere(
            try reference.renumbered(numbers), node: target)
        }
      }
    }
    return tree
  }
}

extension ActivityReference {
  fileprivate func renumbered(_ numbers: [Int: Int]) throws(CourseProblem) -> ActivityReference {
    guard let number = numbers[file] else { throw CourseProblem(.reference, file: file) }
    return ActivityReference(file: number, activity: activity)
  }
}
