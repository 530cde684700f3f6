/// What is wrong with a theme, and where.
public struct ThemeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Name of the file inside the theme.
  public let file: String
  /// Line in it, from 1; 1 when the file as a whole is meant.
  public let line: Int
  /// What is wrong.
  public let problem: Problem

  /// Names a problem.
  public init(file: String, line: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// What can be wrong with a theme.
  public enum Problem: Sendable, Equatable {
    /// A file that every theme needs isn't there.
    case missing
    /// A name that isn't one of a theme's files.
    case unknownFile
    /// The template can't be read: an unclosed tag, for example.
    case template(String)
    /// A tag with a name that no page fills.
    case unknownName(String)
    /// A part that the page needs has no place in the template.
    case missingPart(String)
    /// Something that would be fetched from elsewhere.
    case remoteAddress(String)
    /// Text that would end the element it is put into.
    case endsItsElement(String)
    /// Something that the page's content-security policy forbids.
    case forbidden(String)
  }

  /// File, line and problem in one sentence.
  public var description: String { "\(file):\(line): \(problem.description)" }
}

extension ThemeError.Problem: CustomStringConvertible {
  /// The problem in one sentence.
  public var description: String {
    switch self {
    case .missing: "The theme has no such file, and the default theme has none either."
    case .unknownFile:
      "A theme holds shell.mustache, site.mustache, frame.mustache, index.mustache and .css files."
    case .template(let message): "The template can't be read: \(message)."
    case .unknownName(let name): "No page fills {{\(name)}}."
    case .missingPart(let name): "The template has no place for {{{\(name)}}}."
    case .remoteAddress(let address):
      "\(address) would be fetched from elsewhere. A toolkit must work without a network."
    case .endsItsElement(let text): "“\(text)” would end the element that holds this file."
    case .forbidden(let what): "\(what) is forbidden by the page's content-security policy."
    }
  }
}
