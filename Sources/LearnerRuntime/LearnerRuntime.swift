import Foundation

/// What a page needs to run, embedded in the program: the engine as wasm and as plain JavaScript,
/// the learner's scripts, the default theme.
///
/// One installed binary works without the repository.
public enum LearnerRuntime {
  /// A text file and its name.
  public struct TextFile: Sendable, Equatable {
    /// Path relative to its folder: `10-engine.js`, `styles/page.css`.
    public let name: String
    /// Its content.
    public let text: String
  }

  /// The engine in base64, as a page carries it.
  public static var engineBase64: String { embeddedEngine.description }

  /// The engine: a wasm module without imports that exports `memory`, `reserve`, `call`, `result`
  /// (docs/engine.md).
  public static var engine: [UInt8] { decode(embeddedEngine) }

  /// The same engine as a classic script, for places where WebAssembly is forbidden.
  ///
  /// It defines `AmparoPlainEngine`, a function that gives the exports of a new engine each time it
  /// is called (docs/engine.md). It needs no `eval`.
  public static var plainEngine: String {
    String(decoding: decode(embeddedPlainEngine), as: UTF8.self)
  }

  /// ``plainEngine`` packed by gzip, in base64, as a page in one file carries it.
  public static var packedPlainEngineBase64: String { embeddedPackedPlainEngine.description }

  /// The scripts of the page in the order in which they are to stand in it: by name.
  public static var scripts: [TextFile] { embeddedScripts.map(textFile) }

  /// The templates (`.mustache`) and styles (`.css`) of the default theme, by name.
  public static var defaultTheme: [TextFile] { embeddedTheme.map(textFile) }

  private static func textFile(_ file: (name: StaticString, base64: StaticString)) -> TextFile {
    TextFile(
      name: file.name.description, text: String(decoding: decode(file.base64), as: UTF8.self))
  }

  /// The bytes that the build encoded; it only ever writes valid base64.
  private static func decode(_ base64: StaticString) -> [UInt8] {
    [UInt8](Data(base64Encoded: base64.description) ?? Data())
  }
}
