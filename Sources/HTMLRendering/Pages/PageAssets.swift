internal import CourseModel
internal import FoundationEssentials
internal import OfflineChecks

/// The engine as plain JavaScript: what pages run where WebAssembly is forbidden.
public struct PlainEngine: Sendable {
  /// Its name beside the other scripts of a site or package; `03-parts.js` asks for it there.
  static let fileName = "engine-plain.js"

  /// A classic script that defines `AmparoPlainEngine`.
  let script: String
  /// The script packed by gzip, in base64, as a page in one file carries it.
  let packed: String

  /// Describes the two forms of one script.
  public init(script: String, packed: String) {
    self.script = script
    self.packed = packed
  }
}

/// What pages run and show besides their text.
public struct PageAssets: Sendable {
  /// A script of the page.
  public typealias Script = (name: String, text: String)

  /// Scripts whose names start with `00-`: they run before the styles.
  let headScript: String
  /// All other scripts of a toolkit's file or site.
  let script: String
  /// All other scripts of a package, with the adapter of its standard.
  let packageScripts: [PackageStandard: String]
  /// The engine as wasm, in base64.
  let engine: String
  /// The engine for browsers that may not run WebAssembly; nil for pages that do without.
  let plainEngine: PlainEngine?

  /// Gathers scripts and engine.
  /// - Parameters:
  ///   - scripts: The learner's scripts; they are joined in name order.
  ///   - engine: The engine as wasm, in base64.
  ///   - plainEngine: The engine for browsers that may not run WebAssembly, or nil.
  /// - Throws: When a script holds text that would end the element it is put into, or a call that
  ///   uses a network.
  public init(scripts: [Script], engine: String, plainEngine: PlainEngine? = nil) throws(ThemeError)
  {
    for script in scripts { try Self.check(script) }
    if let plainEngine { try Self.check((PlainEngine.fileName, plainEngine.script)) }
    let sorted = scripts.sorted { $0.name < $1.name }
    headScript = Self.joined(sorted.filter { $0.name.hasPrefix("00-") })
    let late = sorted.filter { !$0.name.hasPrefix("00-") }
    script = Self.joined(late.filter { ScriptUse(name: $0.name) == .everywhere })
    packageScripts = Dictionary(
      uniqueKeysWithValues: PackageStandard.allCases.map { standard in
        (standard, Self.joined(late.filter { ScriptUse(name: $0.name).isFor(standard) }))
      })
    self.engine = engine
    self.plainEngine = plainEngine
  }

  /// Where a script goes, by the word behind the number of its name (docs/packages.md).
  private enum ScriptUse {
    case everywhere, packages, scorm, cmi5

    init(name: String) {
      switch name.split(separator: "-").dropFirst().first {
      case "lms": self = .packages
      case "scorm": self = .scorm
      case "cmi5": self = .cmi5
      default: self = .everywhere
      }
    }

    func isFor(_ standard: PackageStandard) -> Bool {
      switch (self, standard) {
      case (.everywhere, _), (.packages, _): true
      case (.scorm, .scorm12), (.scorm, .scorm2004): true
      case (.cmi5, .cmi5): true
      case (.scorm, .cmi5), (.cmi5, .scorm12), (.cmi5, .scorm2004): false
      }
    }
  }

  private static func joined(_ scripts: [Script]) -> String {
    scripts.map { $0.text.hasSuffix("\n") ? $0.text : $0.text + "\n" }.joined()
  }

  private static func check(_ script: Script) throws(ThemeError) {
    // cmi5 talks to a record store; its policy lets it.
    let isAllowed = ScriptUse(name: script.name) == .cmi5 ? ["fetch("] : []
    if let call = SelfContained.networkCalls(in: script.text).first(where: {
      !isAllowed.contains($0)
    }) {
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
