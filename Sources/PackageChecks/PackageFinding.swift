/// Something about a package that a learning system may stumble over.
public struct PackageFinding: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: Sendable, Hashable {
    /// Some system refuses the package, or plays it wrongly.
    case error
    /// Some system shows or stores less.
    case warning
  }

  /// What was looked at.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// The manifest: missing, twice, in a folder, unreadable.
    case manifest
    /// The standard or its version can't be told.
    case standard
    /// Namespaces, and the order of their declarations.
    case namespace
    /// Identifiers and IRIs: form, uniqueness, what they lead to.
    case identifier
    /// Titles and descriptions.
    case title
    /// Organizations, items, resources.
    case structure
    /// Names of files, and whether those that are listed exist.
    case files
    /// `scormtype` and `scormType`.
    case scormType
    /// Marks and values with a range.
    case value
    /// Sequencing and navigation of SCORM 2004.
    case sequencing
    /// The address that cmi5 launches.
    case address
    /// Characters that some systems show wrongly.
    case text
    /// Rules of Common Cartridge.
    case cartridge
    /// Questions, topics and links of Common Cartridge and QTI, each in a file of its own.
    case document
  }

  /// How bad it is.
  public let severity: Severity
  /// What was looked at.
  public let rule: Rule
  /// What is wrong and what to write instead, in one or two sentences.
  public let message: String
  /// The file it is about; nil for the package as a whole.
  public let path: String?
  /// Line in the manifest, from 1; nil when there is none.
  public let line: Int?

  /// Describes a finding.
  public init(
    _ severity: Severity, _ rule: Rule, _ message: String, path: String? = nil, line: Int? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.path = path
    self.line = line
  }
}
