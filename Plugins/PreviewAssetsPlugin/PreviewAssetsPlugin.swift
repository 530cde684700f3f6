import Foundation
import PackagePlugin

/// Makes what `Preview` embeds: its own scripts and styles, and the long explanations of the
/// diagnostics, each as a Swift file.
@main
struct PreviewAssetsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let assets = package.appending(path: "Sources/Preview/Assets")
    let names = try FileManager.default.contentsOfDirectory(atPath: assets.path).sorted()
    let docs = package.appending(path: "docs")
    return [
      texts("Assets", "embeddedAssets", names.map { assets.appending(path: $0) }, assets, context),
      texts(
        "Explanations", "embeddedExplanations", [docs.appending(path: "diagnostics.md")], docs,
        context),
    ]
  }

  /// Writes text files into a Swift file.
  private func texts(
    _ name: String, _ constant: String, _ files: [URL], _ root: URL, _ context: PluginContext
  ) -> Command {
    let script = context.package.directoryURL
      .appending(path: "Plugins/LearnerWasmPlugin/embed-texts.sh")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded\(name).swift")
    return .buildCommand(
      displayName: "Embedding \(root.lastPathComponent) for the preview",
      executable: URL(filePath: "/bin/sh"),
      arguments: [script.path, constant, output.path, root.path] + files.map { $0.path },
      inputFiles: [script] + files, outputFiles: [output])
  }
}
