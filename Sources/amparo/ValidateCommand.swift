import ArgumentParser
import Diagnostics
import PackageChecks
import PackageValidation

/// `amparo validate`: says whether learning systems will take a package, whoever made it.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Looks at packages for learning systems, whoever made them.",
    discussion: """
      Known are SCORM 1.2, SCORM 2004 (3rd and 4th edition), cmi5, Common Cartridge 1.1 to 1.3 and \
      QTI 2.1. Amparo looks at the zip itself, at the manifest and at what learning systems were \
      seen to stumble over. Nothing is unpacked to disk, nothing is fetched, nothing is changed.

      The official schemas aren't part of Amparo. Give a folder that holds them to compare with \
      them too; docs/packages.md says how they are named.

      Examples:

        amparo validate course.zip                    one package
        amparo validate Output/packages/scorm12/*     all of a folder
        amparo validate --schemas xsd course.zip      and by the official schemas
        amparo validate --format json course.zip      for other programs; sarif for a code host
      """)

  @Argument(
    help: ArgumentHelp("The packages.", valueName: "package"), completion: .file())
  var packages: [String]

  @Option(
    help: ArgumentHelp("A folder with the official schemas (XSD).", valueName: "folder"),
    completion: .directory)
  var schemas: String?

  @Option(
    help: ArgumentHelp(
      "How to write what is wrong: for people (terminal), one line each for editors (short), or "
        + "for programs.", valueName: ReportFormat.names.joined(separator: "|")))
  var format = ReportFormat.terminal

  func run() throws {
    let validator = PackageValidator(schemas: schemas.map { SchemaFolder($0) })
    var diagnostics: [Diagnostic] = []
    var sources: [String: SourceFile] = [:]
    var summaries = ""
    var seen: Set<String> = []
    for path in packages where seen.insert(path).inserted {
      let result = validator.validate(path)
      diagnostics += result.diagnostics
      // What nothing points into needn't be kept.
      let named = Set(result.diagnostics.filter { $0.range != nil }.map(\.path))
      sources.merge(result.sources.filter { named.contains($0.key) }) { first, _ in first }
      summaries += summary(of: result, path)
    }
    if schemas == nil, !summaries.isEmpty {
      summaries += "Not compared with the official schemas: see --schemas.\n"
    }
    try report(diagnostics, sources)
    if format == .terminal { try StandardStreams.output.deliver(summaries) }
    try ExitStatus(diagnostics).leave()
  }

  /// Writes what was found; paths in SARIF hold from the working folder, or from the folder that all
  /// packages are in.
  private func report(_ diagnostics: [Diagnostic], _ sources: [String: SourceFile]) throws {
    let isElsewhere = packages.contains {
      $0.hasPrefix("/") || $0.split(separator: "/").contains("..")
    }
    guard format == .sarif, isElsewhere else {
      return try Report(format: format, stream: .output, folder: "")
        .write(diagnostics, sources: sources)
    }
    let folder = Self.commonFolder(packages)
    let shorter = diagnostics.map { diagnostic in
      Diagnostic(
        diagnostic.code, path: String(diagnostic.path.dropFirst(folder.count)),
        range: diagnostic.range, diagnostic.message, help: diagnostic.help)
    }
    let files = sources.map { path, source in
      (String(path.dropFirst(folder.count)), source)
    }
    try Report(format: format, stream: .output, folder: folder).write(
      shorter, sources: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  }

  /// What all paths begin with, up to a `/`.
  private static func commonFolder(_ paths: [String]) -> String {
    var folder = paths.first ?? ""
    for path in paths {
      folder = String(zip(folder, path).prefix { $0 == $1 }.map(\.0))
    }
    return folder.lastIndex(of: "/").map { String(folder[...$0]) } ?? ""
  }

  /// One line: what the package is, and whether something must be mended.
  private func summary(of result: PackageValidator.Result, _ path: String) -> String {
    guard let kind = result.kind else { return "" }
    let isClean = !result.diagnostics.contains { $0.severity != .note }
    // A name can hold signs that steer a terminal.
    let shown = String(
      String.UnicodeScalarView(path.unicodeScalars.map { $0.properties.isPrintable ? $0 : "?" }))
    return "\(shown): \(kind.title), \(Words.count(result.fileCount, "file")), "
      + "\(Words.size(result.size)).\(isClean ? " Nothing to mend." : "")\n"
  }
}

extension Unicode.Scalar.Properties {
  /// Whether a scalar is neither a control character nor one that turns text around.
  fileprivate var isPrintable: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
