/// A standard of packages for learning systems.
public enum PackageStandard: String, Sendable, CaseIterable {
  /// SCORM 1.2.
  case scorm12
  /// SCORM 2004, 3rd or 4th edition.
  case scorm2004
  /// cmi5, on xAPI.
  case cmi5
}

/// A sort of package that toolkit.yml can ask for; the words are those of `--target`.
public enum PackageFormat: String, Sendable, CaseIterable {
  /// Played by a learning system, which hears how it went.
  case scorm12, scorm2004, cmi5
  /// Common Cartridge: pages and quizzes that a learning system takes over.
  case cc
  /// QTI 2.1: questions and quizzes alone.
  case qti
}

/// What toolkit.yml says of packages for learning systems.
public struct PackageSettings: Sendable, Hashable {
  /// Whether toolkit.yml asks for packages; else they are made by `--target` only.
  public var isWanted: Bool
  /// Which sorts are made then.
  public var formats: Set<PackageFormat>
  /// How SCORM 1.2's only status is filled.
  public var status: Status
  /// Whether the author chose a status; else it is the usual one.
  public var isStatusChosen: Bool
  /// Edition of SCORM 2004.
  public var edition: Edition
  /// Which window cmi5 opens.
  public var launch: Launch
  /// Start of every id of cmi5, without `/` at the end: `https://learning.example.org/courses`.
  public var idPrefix: String?
  /// Whether there are packages of the whole toolkit.
  public var wholeToolkit: WholeToolkit
  /// Files for the root of the zip, by the folder of their standard, sorted by path.
  public var controlDocuments: [ControlDocument]

  /// Settings; what is left out is as usual.
  public init(
    isWanted: Bool = false, formats: Set<PackageFormat> = Set(PackageFormat.allCases),
    status: Status = .passedFailed, isStatusChosen: Bool = false,
    edition: Edition = .fourth,
    launch: Launch = .anyWindow, idPrefix: String? = nil, wholeToolkit: WholeToolkit = .ifItFits,
    controlDocuments: [ControlDocument] = []
  ) {
    self.isWanted = isWanted
    self.formats = formats
    self.status = status
    self.isStatusChosen = isStatusChosen
    self.edition = edition
    self.launch = launch
    self.idPrefix = idPrefix
    self.wholeToolkit = wholeToolkit
    self.controlDocuments = controlDocuments
  }

  /// Whether toolkit.yml asks for a sort of package.
  public func wants(_ format: PackageFormat) -> Bool { isWanted && formats.contains(format) }

  /// How SCORM 1.2's only status is filled; docs/packages.md has the table.
  public enum Status: String, Sendable, CaseIterable {
    case passedFailed = "passed-failed"
    case passedIncomplete = "passed-incomplete"
    case completed
  }

  /// Editions of SCORM 2004.
  public enum Edition: String, Sendable, CaseIterable {
    case third = "3rd"
    case fourth = "4th"
  }

  /// Which window cmi5 opens.
  public enum Launch: String, Sendable, CaseIterable {
    case anyWindow = "any-window"
    case ownWindow = "own-window"
  }

  /// Whether there are packages of the whole toolkit.
  public enum WholeToolkit: String, Sendable, CaseIterable {
    /// Where the state of a learner fits.
    case ifItFits = "if-it-fits"
    /// Always; one that doesn't fit is an error.
    case always
    /// Only packages of modules.
    case never
  }

  /// A schema of a standard, which some systems want in the zip.
  public struct ControlDocument: Sendable, Hashable {
    /// Which packages it goes into.
    public let folder: Folder
    /// Path inside the zip.
    public let path: String
    /// The file.
    public let bytes: [UInt8]
    /// Describes a file.
    public init(folder: Folder, path: String, bytes: [UInt8]) {
      self.folder = folder
      self.path = path
      self.bytes = bytes
    }

    /// Folders inside the one that toolkit.yml names.
    public enum Folder: String, Sendable, CaseIterable {
      case scorm12
      case scorm2004Third = "scorm2004-3rd"
      case scorm2004Fourth = "scorm2004-4th"
      case cmi5
    }
  }

  /// The folder of a standard's control documents.
  public func folder(of standard: PackageStandard) -> ControlDocument.Folder {
    switch standard {
    case .scorm12: .scorm12
    case .scorm2004:
      switch edition {
      case .third: .scorm2004Third
      case .fourth: .scorm2004Fourth
      }
    case .cmi5: .cmi5
    }
  }
}
