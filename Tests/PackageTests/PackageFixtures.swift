import ContentFixtures
import CourseCompiler
import CourseModel
import Diagnostics
import Disk
import Exporters
import Foundation
import HTMLRendering
import LearnerRuntime
import PackageChecks
import Testing
import XMLDocuments

/// The exporters of packages.
let packageExporters: [any Exporter] = [
  PackageExporter(.scorm12), PackageExporter(.scorm2004), PackageExporter(.cmi5),
]

/// The exporters whose packages a system takes over as its own.
let exchangeExporters: [any Exporter] = [CartridgeExporter(), QTIExporter()]

/// A toolkit and what its exporters make of it.
struct PackageRun {
  let toolkit: Toolkit

  /// Compiles a content folder written as one text.
  init(fixture: String) async throws {
    let compilation = await CourseCompiler.compile(FixtureContent(fixture))
    toolkit = try #require(
      compilation.toolkit, "\(compilation.diagnostics.filter { $0.severity == .error })")
  }

  /// The repository's own content.
  init() async throws {
    let compilation = await CourseCompiler.compile(
      DiskContent(folder: repository.appending(path: "Content").path), options: .init(jobs: 2))
    toolkit = try #require(compilation.toolkit)
  }

  /// Takes a toolkit as it is.
  init(_ toolkit: Toolkit) { self.toolkit = toolkit }

  /// The files of an exporter and what it has to say.
  func export(_ exporter: any Exporter) throws -> (OutputTree, [Diagnostic]) {
    let theme = try Theme(
      files: LearnerRuntime.defaultTheme.map { Theme.File(name: $0.name, text: $0.text) })
    let assets = try PageAssets(
      scripts: LearnerRuntime.scripts.map { (name: $0.name, text: $0.text) },
      engine: LearnerRuntime.engineBase64,
      plainEngine: PlainEngine(
        script: LearnerRuntime.plainEngine, packed: LearnerRuntime.packedPlainEngineBase64))
    return try exporter.export(toolkit, theme: theme, assets: assets)
  }

  /// The bytes of one package.
  func zip(_ exporter: any Exporter, _ name: String) throws -> [UInt8] {
    let (tree, _) = try export(exporter)
    let file = try #require(tree.files.first { $0.path.text == "\(exporter.folder)/\(name).zip" })
    return try file.bytes()
  }
}

/// A zip as another program reads it.
struct ReadZip {
  let entries: [(name: String, bytes: [UInt8])]

  /// Reads it with Python, which also tests every checksum.
  init(_ zip: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "package.zip")
    try Data(zip).write(to: file)
    let listing = try run(
      [
        "python3", "-c",
        """
        import sys, zipfile
        archive = zipfile.ZipFile(sys.argv[1])
        assert archive.testzip() is None
        archive.extractall(sys.argv[2])
        print("\\n".join(archive.namelist()))
        """, file.path, folder.appending(path: "out").path,
      ])
    entries = try listing.split(separator: "\n").map { name in
      (
        String(name),
        Array(try Data(contentsOf: folder.appending(path: "out").appending(path: String(name))))
      )
    }
  }

  /// The bytes of an entry.
  func bytes(_ name: String) throws -> [UInt8] {
    try #require(entries.first { $0.name == name }, "no \(name)").bytes
  }

  /// What an element of the launch page holds.
  func script(_ id: String) throws -> String {
    let page = String(decoding: try bytes("index.html"), as: UTF8.self)
    let start = try #require(page.range(of: "id=\"\(id)\">")).upperBound
    let end = try #require(page[start...].range(of: "</script>")).lowerBound
    return String(page[start..<end])
  }

  /// The adapter's data block.
  func adapterData() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(try script("p_lms").utf8))
    return try #require(value as? [String: Any])
  }

  /// What the checks find in it, documents included.
  func findings(_ manifest: String) throws -> [PackageFinding] {
    let documents = Dictionary(
      entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return PackageCheck.findings(
      files: files, manifest: try bytes(manifest), named: manifest, read: { documents[$0] })
  }

  /// The files as the checks want them.
  var files: [PackageCheck.File] { entries.map { .init(path: $0.name, size: $0.bytes.count) } }
}

/// What a program writes; it must end well.
@discardableResult
func run(_ arguments: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let written = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(arguments.prefix(2))")
  return String(decoding: written, as: UTF8.self)
}
