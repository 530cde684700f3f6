import FoundationEssentials

/// Writes diagnostics as SARIF 2.1.0 (OASIS, errata 01), which code hosts and editors read.
///
/// The same diagnostics give the same bytes: no times, no absolute paths, no names of machines.
/// Lines and columns count from 1; columns count UTF-16 code units, as most readers of SARIF do. A
/// byte order mark counts for nothing.
public struct SARIFFormatter: Sendable {
  /// What each code means; the rules of the report, in this order.
  public let explanations: [Explanation]
  /// Version of the program, as in `0.1.0`.
  public let version: String
  /// The content folder as the person gave it.
  public let folder: String

  /// Creates a formatter.
  public init(explanations: [Explanation], version: String, folder: String) {
    self.explanations = explanations
    self.version = version
    self.folder = folder
  }

  /// All diagnostics in the order given, as UTF-8 text that ends with a line end.
  ///
  /// - Throws: only what `JSONEncoder` throws; it has no reason to for these values.
  public func format(
    _ diagnostics: [Diagnostic], sources: [String: SourceFile]
  ) throws -> String {
    let places = SARIFPlaces(folder: folder, sources: sources)
    let indices = Dictionary(
      explanations.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let run = SARIFLog.Run(
      tool: .init(
        driver: .init(
          name: "Amparo", version: version, language: "en", rules: explanations.map(Self.rule))),
      originalUriBaseIds: [
        SARIFPlaces.base: .init(description: .init(text: places.baseDescription))
      ],
      columnKind: "utf16CodeUnits", newlineSequences: ["\r\n", "\n", "\r"],
      results: diagnostics.map { result($0, places, ruleIndex: indices[$0.code]) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let log = SARIFLog(runs: [run])
    return String(decoding: try encoder.encode(log), as: UTF8.self) + "\n"
  }

  private static func rule(_ explanation: Explanation) -> SARIFLog.Rule {
    let mend = ExplanationFormatter.plain(explanation.mend)
    return SARIFLog.Rule(
      id: explanation.code.rawValue,
      shortDescription: .init(text: ExplanationFormatter.plain(explanation.title)),
      fullDescription: .init(text: ExplanationFormatter.plain(explanation.why)),
      help: .init(
        text: "\(mend)\n\n\(explanation.example)",
        markdown: "\(mend)\n\n```\n\(explanation.example)\n```"),
      defaultConfiguration: .init(level: explanation.severity.rawValue))
  }

  private func result(
    _ diagnostic: Diagnostic, _ places: SARIFPlaces, ruleIndex: Int?
  ) -> SARIFLog.Result {
    var words = [diagnostic.message, diagnostic.help].compactMap(\.self)
    var related: [SARIFLog.Location] = []
    for note in diagnostic.notes {
      // A place without a file is one in the file of the diagnostic.
      let path = note.path ?? (note.range == nil ? nil : diagnostic.path)
      if let path, !path.isEmpty {
        related.append(
          .init(
            id: related.count + 1, message: .init(text: note.message),
            physicalLocation: places.place(path, note.range)))
      } else {
        words.append(note.message)
      }
    }
    return SARIFLog.Result(
      ruleId: diagnostic.code.rawValue, ruleIndex: ruleIndex, level: diagnostic.severity.rawValue,
      message: .init(text: words.joined(separator: " ")),
      locations: diagnostic.path.isEmpty
        ? [] : [.init(physicalLocation: places.place(diagnostic.path, diagnostic.range))],
      relatedLocations: related.isEmpty ? nil : related,
      fixes: diagnostic.fixes.isEmpty ? nil : diagnostic.fixes.map { fix($0, diagnostic, places) })
  }

  private func fix(
    _ fix: Diagnostic.Fix, _ diagnostic: Diagnostic, _ places: SARIFPlaces
  ) -> SARIFLog.Fix {
    let source = places.sources[diagnostic.path]
    let text = source?.withLineEnds(fix.replacement, at: fix.range.lower) ?? fix.replacement
    return SARIFLog.Fix(
      description: .init(text: fix.summary),
      artifactChanges: [
        .init(
          artifactLocation: places.artifact(diagnostic.path),
          replacements: [
            .init(
              deletedRegion: places.region(fix.range, in: diagnostic.path)
                ?? .init(startLine: 1, startColumn: 1, endLine: 1, endColumn: 1),
              insertedContent: .init(text: text))
          ])
      ])
  }
}

/// Places as SARIF names them.
struct SARIFPlaces {
  /// The base of all paths, known to code hosts as the root of the sources.
  static let base = "%SRCROOT%"

  let sources: [String: SourceFile]
  /// What stands before paths; empty when the base is the content folder itself.
  private let prefix: String
  /// What the base is.
  let baseDescription: String

  /// A folder that lies below the working folder is part of the paths, so that they hold from there;
  /// any other one is the base, since paths must not name folders of one machine.
  init(folder: String, sources: [String: SourceFile]) {
    self.sources = sources
    let parts = folder.split(separator: "/").filter { $0 != "." }
    let isBelow = !folder.hasPrefix("/") && !parts.contains("..")
    prefix = isBelow ? parts.map { $0 + "/" }.joined() : ""
    baseDescription =
      isBelow ? "The folder in which Amparo was started." : "The folder with the content."
  }

  func artifact(_ path: String) -> SARIFLog.ArtifactLocation {
    SARIFLog.ArtifactLocation(uri: Self.uri(prefix + path), uriBaseId: Self.base)
  }

  func place(_ path: String, _ range: SourceRange?) -> SARIFLog.PhysicalLocation {
    SARIFLog.PhysicalLocation(
      artifactLocation: artifact(path), region: range.flatMap { region($0, in: path) })
  }

  /// Lines and columns of a range; nil when the file isn't known.
  func region(_ range: SourceRange, in path: String) -> SARIFLog.Region? {
    guard let source = sources[path] else { return nil }
    let start = Self.position(range.lower, in: source)
    let end = Self.position(range.upper, in: source)
    return SARIFLog.Region(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }

  /// Line, and column in UTF-16 code units, both from 1.
  private static func position(
    _ offset: Int, in source: SourceFile
  ) -> (line: Int, column: Int) {
    let offset = min(max(0, offset), source.bytes.count)
    let line = source.position(of: offset).line
    let start = min(offset, source.firstColumn(ofLine: line - 1))
    let before = String(decoding: source.bytes[start..<offset], as: UTF8.self)
    return (line, before.utf16.count + 1)
  }

  /// A path as a relative URI (RFC 3986): all but unreserved signs and `/` percent-encoded.
  private static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar)
      {
        uri.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
