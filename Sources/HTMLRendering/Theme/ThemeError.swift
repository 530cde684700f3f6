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
    /// A brace of a style sheet without its partner.
    case strayBrace
    /// A `var(--name)` that no style sheet sets.
    case unknownToken(String)
    /// A colour that many people can't read on others.
    ///
    /// `backs` are the others with the contrast, `block` the selector that sets them; nil for the
    /// plain `:root`.
    case lowContrast(front: String, backs: [Back], needed: Double, block: String?)

    /// A colour behind another one.
    public struct Back: Sendable, Equatable {
      /// Its name, `--paper`.
      public let name: String
      /// From 1 to 21, as WCAG 2.2 computes it.
      public let contrast: Double
    }
  }

  /// Whether pages can be made with it all the same.
  public var isWarning: Bool {
    switch problem {
    case .unknownToken, .lowContrast: true
    case .missing, .unknownFile, .template, .unknownName, .missingPart, .remoteAddress,
      .endsItsElement, .forbidden, .strayBrace:
      false
    }
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
      "A theme holds shell.mustache, site.mustache, package.mustache, index.mustache, frame.mustache, "
        + "dialogs.mustache and .css files."
    case .template(let message): "The template can't be read: \(message)."
    case .unknownName(let name): "No page fills {{\(name)}}."
    case .missingPart(let name): "The template has no place for {{{\(name)}}}."
    case .remoteAddress(let address):
      "\(address) would be fetched from elsewhere. A toolkit must work without a network."
    case .endsItsElement(let text): "“\(text)” would end the element that holds this file."
    case .forbidden(let what): "\(what) is forbidden by the page's content-security policy."
    case .strayBrace: "This brace has no partner, so browsers drop the rules behind it."
    case .unknownToken(let name): "No style sheet sets `\(name)`, so this rule has no effect."
    case .lowContrast(let front, let backs, let needed, let block):
      "`\(front)` is hard to read on "
        + backs.map { "`\($0.name)` (contrast \(tenths($0.contrast)))" }.joined(separator: ", ")
        + (block.map { " in `\($0)`" } ?? "") + ". People need a contrast of \(tenths(needed))."
    }
  }
}

/// A number with one decimal, rounded down: 4.49 must not read as 4.5.
private func tenths(_ number: Double) -> String {
  let tenths = Int(number * 10)
  return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}
