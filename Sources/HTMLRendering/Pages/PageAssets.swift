internal import CourseModel
internal import FoundationEssentials
internal import OfflineChecks

/// What pages run and show besides their text.
public struct PageAssets: Sendable {
  /// A script of the page.
  public typealias Script = (name: String, text: String)

  /// Scripts whose names start with `00-`: they run before the styles.
  let headScript: String
  /// All other scripts.
  let script: String
  /// The engine as wasm, in base64.
  let engine: String

  /// Gathers scripts and engine.
  /// - Parameters:
  ///   - scripts: The learner's scripts; they are joined in name order.
  ///   - engine: The engine as wasm, in base64.
  /// - Throws: When a script holds text that would end the element it is put into, or a call that
  ///   uses a network.
  public init(scripts: [Script], engine: String) throws(ThemeError) {
    for script in scripts { try Self.check(script) }
    let sorted = scripts.sorted { $0.name < $1.name }
    headScript = Self.joined(sorted.filter { $0.name.hasPrefix("00-") })
    script = Self.joined(sorted.filter { !$0.name.hasPrefix("00-") })
    self.engine = engine
  }

  private static func joined(_ scripts: [Script]) -> String {
    scripts.map { $0.text.hasSuffix("\n") ? $0.text : $0.text + "\n" }.joined()
  }

  private static func check(_ script: Script) throws(ThemeError) {
    if let call = SelfContained.networkCalls(in: script.text).first {
      throw ThemeError(file: script.name, line: 1, problem: .forbidden("`\(call)`"))
    }
    let lines = script.text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(UInt8(ascii: "<")) {
      let lower = Substring(line).lowercased()
      for ending in ["</script", "<script", "<!--"] where lower.utf8.holds(ending.utf8) {
        throw ThemeError(file: script.name, line: number + 1, problem: .endsItsElement(ending))
      }
    }
  }
}

extension Media {
  /// The file as an address that holds it.
  var dataAddress: String { "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())" }
}

/// Bytes in base64, as data in a page.
func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
