import CourseModel
import Learning

/// How long a learner's state can get in a package, for the build report.
public struct PackageBudget: Sendable, Hashable {
  /// `m01`, or `toolkit` for everything.
  public let id: String
  /// Characters of `suspend_data` at most.
  public let characters: Int
  /// What needs most: ids of activities with their characters, dearest first.
  public let dearest: String

  /// The characters that are safe: 80 % of 4,096 in SCORM 1.2, of 16,000 in SCORM 2004.
  public static let safe = (
    scorm12: PackageStandard.scorm12.stateLimit?.budget ?? 0,
    scorm2004: PackageStandard.scorm2004.stateLimit?.budget ?? 0
  )

  /// The budgets of all packages of a toolkit, modules first; they are the same in every language.
  static func all(in toolkit: Toolkit) -> [PackageBudget] {
    guard let edition = toolkit.editions.first, let course = try? Course.decode(toolkit.engine)
    else { return [] }
    let cutter = PackageCutter(edition, of: toolkit, course: course)
    var contents = edition.modules.compactMap { try? cutter.package(of: $0) }
    switch toolkit.packages.wholeToolkit {
    case .never: break
    case .always, .ifItFits:
      contents.append(cutter.whole())
    }
    return contents.map { content in
      PackageBudget(
        id: content.id, characters: StateBudget.characters(of: content.course, in: .scorm12),
        dearest: StateBudget.dearest(content, PackageActivities(content), most: 3)
          .map { "\($0.id) \($0.characters)" }.joined(separator: ", "))
    }
  }
}
