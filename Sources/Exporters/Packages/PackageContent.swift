import CourseModel
import Learning

/// What one package holds: a module with what it needs, or everything, in one language.
struct PackageContent: Sendable {
  /// A toolkit of the package's own, with one edition and an engine blob cut to it.
  let toolkit: Toolkit
  /// That edition.
  let edition: Edition
  /// The engine's course, decoded.
  let course: Course
  /// The module that the package is of; nil for the whole toolkit.
  let module: FileID?
  /// The id in file names and identifiers: `m01` or `toolkit`.
  let id: String

  /// The id of packages of everything.
  static let wholeID = "toolkit"

  /// The name of its zip, without the ending.
  var name: String { "\(id)-\(language.tag)" }

  /// The language that its words are in.
  var language: Language { edition.language }

  /// The title: the module's, or the toolkit's, with the name of the variant behind it.
  var title: String {
    guard module != nil, let title = edition.modules.first?.title else { return edition.title }
    return edition.variantName.map { "\(title) – \($0)" } ?? title
  }

  /// What a learner can do afterwards, in one line; the toolkit's title where there is nothing.
  var description: String {
    let outcomes = edition.modules.flatMap(\.outcomes).map(\.text.plainText)
    return module == nil || outcomes.isEmpty
      ? edition.title : outcomes.map(\.oneLine).joined(separator: " · ")
  }
}

extension String {
  /// Runs of white space as one space, none at the ends.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// At most so many characters, counted as learning systems count them (UTF-16 units), with an
  /// ellipsis where something was cut.
  func shortened(to limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var short = ""
    var count = 1
    for character in self {
      count += character.utf16.count
      if count > limit { break }
      short.append(character)
    }
    return short + "…"
  }
}
