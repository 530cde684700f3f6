internal import CourseModel
internal import Mustache

/// How pages look: templates and styles.
///
/// A theme that exists is complete and valid.
public struct Theme: Sendable {
  /// A file of a theme.
  public struct File: Sendable, Equatable {
    /// Name inside the theme's folder: `shell.mustache`, `20-base.css`.
    public let name: String
    /// Its text.
    public let text: String
    /// Describes a file.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// All files, sorted by name.
  public let files: [File]
  /// All styles, joined in name order.
  let styles: String
  private let library: MustacheLibrary

  /// Reads a theme from its files.
  /// - Throws: The first problem by file name and line that isn't a warning.
  public init(files: [File]) throws(ThemeError) {
    self.files = files.sorted { $0.name < $1.name }
    let problems = ThemeCheck.problems(in: self.files)
    if let problem = problems.first(where: { !$0.isWarning }) { throw problem }
    library = try ThemeCheck.library(self.files)
    styles = self.files.filter(\.isStyleSheet).map(\.text).joined(separator: "\n")
  }

  /// Everything that is wrong with a theme made of these files, by file and line.
  public static func problems(in files: [File]) -> [ThemeError] {
    ThemeCheck.problems(in: files.sorted { $0.name < $1.name })
  }

  /// This theme with some files put in the place of those with the same names, or added.
  public func replacing(_ files: [File]) throws(ThemeError) -> Theme {
    let names = Set(files.map(\.name))
    return try Theme(files: self.files.filter { !names.contains($0.name) } + files)
  }

  /// A template with the interface's texts filled in and the places of all other parts marked.
  func shell(
    _ template: Template, _ texts: InterfaceTexts, hasLanguages: Bool
  ) throws(ThemeError) -> Shell {
    var values: [String: Any] = [TemplateCondition.hasLanguages.rawValue: hasLanguages]
    for slot in TextSlot.allCases { values[slot.rawValue] = slot.text(texts) }
    for part in PagePart.allCases { values[part.rawValue] = Shell.mark(part) }
    guard let text = library.render(values, withTemplate: template.rawValue) else {
      throw ThemeError(file: template.file, line: 1, problem: .missing)
    }
    return Shell(text)
  }
}
