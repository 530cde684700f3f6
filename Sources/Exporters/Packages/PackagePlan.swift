import CourseModel
import Diagnostics
import Learning

/// Decides which packages a toolkit has in a standard, and says what is wrong with them before any
/// is made.
struct PackagePlan {
  let toolkit: Toolkit
  let standard: PackageStandard

  /// The packages that can be made, edition by edition, and everything there is to say.
  func packages() -> ([PackageContent], [Diagnostic]) {
    let course: Course
    do {
      course = try Course.decode(toolkit.engine)
    } catch {
      return ([], [broken("its engine blob can't be read")])
    }
    var contents: [PackageContent] = []
    var diagnostics: [Diagnostic] = []
    for (number, edition) in toolkit.editions.enumerated() {
      let cutter = PackageCutter(edition, of: toolkit, course: course)
      // A module without a text in the language would be the package of another language again.
      for module in edition.modules where module.language == edition.language {
        do {
          let content = try cutter.package(of: module)
          let review = PackageReview(
            content: content, standard: standard, isFirst: number == 0)
          diagnostics += review.findings()
          contents.append(content)
        } catch {
          diagnostics.append(broken("the engine doesn't know what `\(module.id)` plays"))
        }
      }
      let (whole, problems) = whole(cutter, isFirst: number == 0)
      diagnostics += problems
      if let whole { contents.append(whole) }
    }
    return (contents, diagnostics + Self.clashes(contents) + Self.once(toolkit))
  }

  private func broken(_ reason: String) -> Diagnostic {
    Self.broken(reason, standard.title)
  }

  /// Said of an engine blob that doesn't fit its toolkit.
  static func broken(_ reason: String, _ standard: String) -> Diagnostic {
    Diagnostic(
      .outputNotWritable, path: "",
      "Packages for \(standard) can't be made of this toolkit: \(reason).",
      help: "Build again. If that doesn't help, it is a fault of Amparo.")
  }

  /// The package of everything, where it is wanted and fits.
  private func whole(
    _ cutter: PackageCutter, isFirst: Bool
  ) -> (PackageContent?, [Diagnostic]) {
    let wish = toolkit.packages.wholeToolkit
    guard wish != .never, !cutter.edition.modules.isEmpty else { return (nil, []) }
    let content = cutter.whole()
    let review = PackageReview(content: content, standard: standard, isFirst: isFirst)
    guard let problem = review.stateProblem() else { return (content, review.recordLimits()) }
    // What is the same in every language is said once.
    guard isFirst else { return (nil, []) }
    switch wish {
    case .always: return (nil, [problem])
    case .ifItFits, .never: return (nil, [review.leftOut()])
    }
  }

  /// Two packages that would have the same name.
  static func clashes(_ contents: [PackageContent]) -> [Diagnostic] {
    var known: [String: PackageContent] = [:]
    var problems: [Diagnostic] = []
    for content in contents {
      let name = "\(content.id)-\(content.language.tag)".lowercased()
      if known[name] != nil {
        problems.append(
          Diagnostic(
            .idsClashInPackage, path: "toolkit.yml",
            "Two packages would be called `\(name).zip`.",
            help: content.module == nil
              ? "The module `\(content.id)` needs another id: `\(content.id)` is the package of the "
                + "whole toolkit."
              : "Change the id of the module `\(content.id)`: with a language behind it, it reads as "
                + "that of another."))
      }
      known[name] = content
    }
    return problems
  }

  /// What is the same in every language and package.
  static func once(_ toolkit: Toolkit) -> [Diagnostic] {
    toolkit.media.filter { PackageFiles.isRenamed($0.path) }.map { media in
      Diagnostic(
        .renamedInPackage, path: media.path,
        "In packages this file gets a name of plain letters: some learning systems lose others.",
        help: "Rename it with plain letters, digits and hyphens, if you want to find it there.")
    }
  }
}
