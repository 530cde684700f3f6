public import Diagnostics
public import PackageChecks
import XMLDocuments
import ZipArchives

/// Looks at packages for learning systems, whoever made them.
///
/// Nothing is unpacked to disk and nothing is changed. However a package is made, memory stays
/// small: the list of files, one document at a time, and what is said about them.
public struct PackageValidator {
  /// What was found in a package.
  public struct Result: Sendable {
    /// Everything there is to say, in file order.
    public var diagnostics: [Diagnostic] = []
    /// The documents that diagnostics point into, by path: `course.zip/imsmanifest.xml`.
    public var sources: [String: SourceFile] = [:]
    /// What the package is; nil when that can't be told.
    public var kind: PackageCheck.Kind?
    /// How many files are in it.
    public var fileCount = 0
    /// Bytes of the archive.
    public var size = 0
    /// Whether its manifest was compared with the official schema.
    public var metSchema = false
  }

  /// Schemas to compare documents with; nil when there are none.
  private let schemas: SchemaFolder?

  /// Makes a validator.
  ///
  /// - Parameter schemas: a folder with the official schemas.
  public init(schemas: SchemaFolder? = nil) { self.schemas = schemas }

  /// Looks at a package.
  ///
  /// - Parameter path: the zip; diagnostics name it as it is written here.
  public func validate(_ path: String) -> Result {
    var run = PackageRun(path: path, schemas: schemas)
    do throws(ZipRefusal) {
      let archive = try ZipArchive(path: path)
      run.look(at: archive)
    } catch {
      run.add(ArchiveDiagnostics.diagnostic(for: error, path: path))
    }
    return run.finished()
  }
}

/// Gathers what there is to say of one package.
struct PackageRun {
  /// Nobody reads more of one sort.
  private static let mostOfOneCode = 100
  /// A longer line is neither shown nor searched for columns.
  private static let longestLine = 20_000

  let path: String
  let schemas: SchemaFolder?
  private var result = PackageValidator.Result()
  private var counts: [DiagnosticCode: Int] = [:]

  init(path: String, schemas: SchemaFolder?) {
    self.path = path
    self.schemas = schemas
  }

  /// Takes a diagnostic, unless there are many of its sort.
  mutating func add(_ diagnostic: Diagnostic) {
    counts[diagnostic.code, default: 0] += 1
    if counts[diagnostic.code, default: 0] <= Self.mostOfOneCode {
      result.diagnostics.append(diagnostic)
    }
  }

  /// Takes a finding about the package as a whole or about a line of a document.
  mutating func add(_ finding: PackageFinding, code: DiagnosticCode) {
    guard let document = finding.path, let line = finding.line,
      let source = result.sources[path + "/" + document]
    else { return add(Diagnostic(code, path: path, finding.message)) }
    let text = source.line(line)
    guard text.count <= Self.longestLine, let start = source.offset(ofLine: line) else {
      return add(
        Diagnostic(code, path: source.path, "\(finding.message) (In line \(line).)"))
    }
    let indent = text.prefix { $0 == 32 || $0 == 9 }.count
    add(
      Diagnostic(
        code, path: source.path,
        range: SourceRange(start + indent, start + max(indent, text.count)), finding.message))
  }

  /// Remembers a document, so that diagnostics can point into it.
  mutating func remember(_ document: String, _ bytes: [UInt8]) {
    let name = path + "/" + document
    result.sources[name] = SourceFile(path: name, bytes: bytes)
  }

  mutating func finished() -> PackageValidator.Result {
    for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > Self.mostOfOneCode {
      result.diagnostics.append(
        Diagnostic(
          code, path: path,
          "There are \(count - Self.mostOfOneCode) more of this kind, which aren't shown."))
    }
    result.diagnostics = result.diagnostics.inFileOrder
    return result
  }

  /// Looks at an archive that could be opened.
  mutating func look(at archive: borrowing ZipArchive) {
    result.size = archive.size
    let files = archive.entries.filter { !$0.isFolder }
    result.fileCount = files.count
    let damaged = archive.damagedFiles()
    addFaults(archive.faults + damaged)
    let faulty = Set((archive.faults + damaged).compactMap(\.path))
    let hidden = Set(archive.faults.filter(\.hidesFile).compactMap(\.path))
    let listed = files.filter { !hidden.contains($0.path) }
      .map { PackageCheck.File(path: $0.path, size: $0.size) }
    for finding in PackageCheck.fileFindings(listed) where !faulty.contains(finding.path ?? "") {
      add(Diagnostic(.fileNameAtRisk, path: path, finding.message))
    }
    let (manifest, findings) = PackageCheck.manifest(among: listed)
    guard let manifest, let entry = files.first(where: { $0.path == manifest }) else {
      add(ManifestDiagnostics.missing(findings, among: listed.map(\.path), package: path))
      return
    }
    for finding in findings {
      add(Diagnostic(.twoManifests, path: path, finding.message))
    }
    checkPlace(of: manifest, in: archive.entries.map(\.path))
    do throws(ZipProblem) {
      let bytes = try archive.read(entry, limit: XMLElement.largestDocument)
      check(manifest, bytes, listed, archive)
    } catch {
      // Of a fault something was said already.
      guard archive.canUnpack, !faulty.contains(manifest) else { return }
      add(
        Diagnostic(
          .manifestUnreadable, path: path, "`\(manifest)` can't be read. \(error.message)",
          help: "A manifest has \(XMLElement.largestDocument >> 20) MB at most."))
    }
  }

  private mutating func addFaults(_ faults: [ZipFault]) {
    var isLarge = false
    for fault in faults {
      // Said once; every file of such an archive may have it.
      guard fault.kind != .large || !isLarge else { continue }
      isLarge = isLarge || fault.kind == .large
      add(ArchiveDiagnostics.diagnostic(for: fault, path: path))
    }
  }

  /// Whether the manifest comes first and is the only one.
  private mutating func checkPlace(of manifest: String, in paths: [String]) {
    if paths.first != manifest {
      add(
        Diagnostic(
          .manifestNotFirst, path: path, "`\(manifest)` isn't the first file of the zip.",
          help: "Zip it first; some systems look at the beginning only."))
    }
    for other in paths.sorted() where other != manifest {
      let name = other.split(separator: "/").last.map { $0.lowercased() } ?? ""
      guard name == manifest else { continue }
      add(
        Diagnostic(
          .secondManifest, path: path,
          "There is another manifest, `\(other.prefix(200))`; systems that search for one may take "
            + "it.", help: "Leave it out, unless it belongs to something that learners download."))
    }
  }

  /// Looks at the manifest and at what it says of the files.
  private mutating func check(
    _ manifest: String, _ bytes: [UInt8], _ files: [PackageCheck.File],
    _ archive: borrowing ZipArchive
  ) {
    let root: XMLElement
    do throws(XMLProblem) {
      root = try XMLElement(document: bytes)
      remember(manifest, bytes)
    } catch {
      // Of millions of lines none is shown.
      if error.kind != .tooLarge { remember(manifest, bytes) }
      return add(
        PackageFinding(.error, .manifest, error.message, path: manifest, line: error.line),
        code: error.kind == .documentType ? .manifestWithDocumentType : .manifestUnreadable)
    }
    result.kind = PackageCheck.kind(of: root)
    if let message = ManifestDiagnostics.otherEncoding(bytes) {
      add(PackageFinding(.warning, .text, message, path: manifest, line: 1), code: .manifestNotUTF8)
    }
    var documents = PackageDocuments(archive)
    let findings = PackageCheck.findings(
      files: files, root: root, manifest: bytes, named: manifest,
      read: { documents.read($0, archive) })
    for document in Set(findings.compactMap(\.path)).sorted().prefix(20) where document != manifest
    {
      if let bytes = documents.again(document, archive) { remember(document, bytes) }
    }
    var lines: Set<Int> = []
    for finding in findings {
      let isUnknown = result.kind == .unknown && finding.rule == .standard
      add(finding, code: isUnknown ? .unknownStandard : DiagnosticCode(finding))
      if finding.path == manifest, let line = finding.line { lines.insert(line) }
    }
    compare(manifest, bytes, root, except: lines, &documents, archive)
  }

  /// Compares the manifest and the documents that it names with schemas, where there are any.
  ///
  /// - Parameter lines: lines of the manifest of which something was said already.
  private mutating func compare(
    _ manifest: String, _ bytes: [UInt8], _ root: XMLElement, except lines: Set<Int>,
    _ documents: inout PackageDocuments, _ archive: borrowing ZipArchive
  ) {
    guard let schemas, let kind = result.kind else { return }
    compare(manifest, bytes, kind, schemas, except: lines)
    for document in schemas.documents(of: kind, in: root).prefix(200) {
      guard let bytes = documents.again(document.path, archive) else { continue }
      let isKnown = result.sources[path + "/" + document.path] != nil
      let count = result.diagnostics.count
      remember(document.path, bytes)
      compare(document.path, bytes, with: document.schema, schemas, except: [])
      // What nothing points into needn't be kept.
      if !isKnown, result.diagnostics.count == count {
        result.sources[path + "/" + document.path] = nil
      }
    }
  }

  /// Compares a manifest with the schema of its standard.
  private mutating func compare(
    _ document: String, _ bytes: [UInt8], _ kind: PackageCheck.Kind, _ schemas: SchemaFolder,
    except lines: Set<Int>
  ) {
    guard let set = SchemaFolder.Group(manifestOf: kind) else { return }
    result.metSchema = compare(document, bytes, with: set, schemas, except: lines)
  }

  /// - Returns: whether there is such a schema.
  @discardableResult
  private mutating func compare(
    _ document: String, _ bytes: [UInt8], with set: SchemaFolder.Group, _ schemas: SchemaFolder,
    except lines: Set<Int>
  ) -> Bool {
    do throws(XMLProblem) {
      for problem in try schemas.problems(in: bytes, set) where !lines.contains(problem.line) {
        // Without the namespace before every name.
        let message = problem.message.replacing(/\{[^{}]*\}/, with: "")
        add(
          PackageFinding(.error, .structure, message, path: document, line: problem.line),
          code: .againstSchema)
      }
      return true
    } catch {
      // Once for each schema, not for each document.
      let diagnostic = Diagnostic(
        .noSchema, path: path, "\(set.title) wasn't compared with a schema. \(error.message)",
        help: "Give a folder that holds `\(set.files[0].name)` with what it imports: --schemas.")
      if !result.diagnostics.contains(diagnostic) { add(diagnostic) }
      return false
    }
  }
}

/// Reads the documents of a package, each once and not too much of them together.
struct PackageDocuments: ~Copyable {
  private static let mostBytes = 64 << 20

  private let entries: [String: ZipArchive.Entry]
  private var seen: Set<String> = []
  private var total = 0

  init(_ archive: borrowing ZipArchive) {
    entries = Dictionary(
      archive.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a document; nil the second time, and when it can't be read.
  mutating func read(_ path: String, _ archive: borrowing ZipArchive) -> [UInt8]? {
    seen.insert(path).inserted ? again(path, archive) : nil
  }

  /// The bytes of a document; nil when it can't be read, or too much was read already.
  mutating func again(_ path: String, _ archive: borrowing ZipArchive) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    total += entry.size
    guard total <= Self.mostBytes else { return nil }
    return try? archive.read(entry, limit: XMLElement.largestDocument)
  }
}
