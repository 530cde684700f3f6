import CourseModel
import Exporters

/// The texts of modules that are in memory for the files that show them.
///
/// Each is put away when the last of its files is made: those of a large toolkit are most of what a
/// build holds, and what comes behind the pages needs that room. A text that is asked for once more
/// is composed again.
struct HeldTexts {
  private let texts: [String: [ModuleText]]
  /// How many files of each module are still to be made.
  private var open: [String: Int] = [:]

  /// Counts the files that show the texts of a toolkit.
  init(of toolkit: Toolkit, for files: some Sequence<OutputTree.File>) {
    texts = Dictionary(grouping: toolkit.editions.flatMap(\.modules), by: \.id.text)
      .mapValues { $0.map(\.text) }
    for file in files {
      for source in file.sources { open[source, default: 0] += 1 }
    }
  }

  /// Notes that a file is made.
  mutating func finish(_ file: Manifest.Entry) {
    for source in file.sources {
      open[source, default: 0] -= 1
      if open[source] == 0 { texts[source]?.forEach { $0.putAway() } }
    }
  }
}
