import Foundation
import PackagePlugin

/// Makes what `LearnerRuntime` embeds: the engine as wasm, the learner's scripts and the default
/// theme, each as a Swift file.
///
/// A command runs again when one of its inputs changed, and when a file was added or removed.
@main
struct LearnerWasmPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let scripts = package.appending(path: "Sources/LearnerRuntime/Scripts")
    let theme = package.appending(path: "Themes/default")
    return try [
      engine(context),
      texts("Scripts", "embeddedScripts", files(in: scripts, endings: ["js"]), scripts, context),
      texts(
        "Theme", "embeddedTheme", files(in: theme, endings: ["css", "mustache"]), theme, context),
    ]
  }

  /// Compiles the engine.
  ///
  /// It takes some seconds.
  private func engine(_ context: PluginContext) throws -> Command {
    let package = context.package.directoryURL
    let script = package.appending(path: "Plugins/LearnerWasmPlugin/build-engine.sh")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedEngine.swift")
    let work = context.pluginWorkDirectoryURL.appending(path: "engine-work")
    let compiler = try context.tool(named: "swiftc").url
    let sources = try ["Sources/Learning", "Sources/LearnerWasm"].flatMap {
      try files(in: package.appending(path: $0), endings: ["swift"])
    }
    return .buildCommand(
      displayName: "Building the learner's engine",
      executable: URL(filePath: "/bin/sh"),
      arguments: [script.path, package.path, work.path, output.path, compiler.path],
      inputFiles: [script] + sources, outputFiles: [output])
  }

  /// Writes text files into a Swift file.
  private func texts(
    _ name: String, _ constant: String, _ files: [URL], _ root: URL, _ context: PluginContext
  ) throws -> Command {
    let script = context.package.directoryURL
      .appending(path: "Plugins/LearnerWasmPlugin/embed-texts.sh")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded\(name).swift")
    return .buildCommand(
      displayName: "Embedding \(root.lastPathComponent)",
      executable: URL(filePath: "/bin/sh"),
      arguments: [script.path, constant, output.path, root.path] + files.map { $0.path },
      inputFiles: [script] + files, outputFiles: [output])
  }

  /// The files in a folder and the folders below it, by name.
  private func files(in folder: URL, endings: Set<String>) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.sorted()
      .filter { endings.contains(($0 as NSString).pathExtension) }
      .map { folder.appending(path: $0) }
  }
}
