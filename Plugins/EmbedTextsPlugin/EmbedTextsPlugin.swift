import Foundation
import PackagePlugin

/// Embeds text files in a target: the page of diagnostics in `DiagnosticTexts`, the templates of
/// `amparo new` in `ContentTemplates`, the preview's own scripts and styles in `Preview`.
///
/// A command runs again when one of its inputs changed, and when a file was added or removed.
@main
struct EmbedTextsPlugin: BuildToolPlugin {
  /// What is embedded in a target.
  private struct Texts {
    /// Constant: an array of (name, base64) pairs.
    let constant: String
    /// Folder in the package; names are relative to it.
    let folder: String
    /// The files in it; nil for all.
    let names: [String]?
  }

  private static let textsByTarget = [
    "DiagnosticTexts": Texts(
      constant: "embeddedDiagnosticTexts", folder: "docs", names: ["diagnostics.md"]),
    "ContentTemplates": Texts(
      constant: "embeddedTemplates", folder: "Sources/ContentTemplates/Templates", names: nil),
    "Preview": Texts(
      constant: "embeddedAssets", folder: "Sources/Preview/Assets", names: nil),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let texts = Self.textsByTarget[target.name] else { return [] }
    let package = context.package.directoryURL
    let script = package.appending(path: "Plugins/LearnerWasmPlugin/embed-texts.sh")
    let root = package.appending(path: texts.folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
    let files = try texts.names?.map { root.appending(path: $0) } ?? allFiles(in: root)
    return [
      .buildCommand(
        displayName: "Embedding \(texts.folder)",
        executable: URL(filePath: "/bin/sh"),
        arguments: [script.path, texts.constant, output.path, root.path] + files.map { $0.path },
        inputFiles: [script] + files, outputFiles: [output])
    ]
  }

  /// The visible files in a folder and the folders below it, by name.
  private func allFiles(in folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { path in
        (path as NSString).pathExtension != ""
          && !(path as NSString).lastPathComponent.hasPrefix(".")
      }
      .map { folder.appending(path: $0) }
  }
}
