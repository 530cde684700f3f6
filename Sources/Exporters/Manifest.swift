public import CourseModel
import FoundationEssentials

/// What a build made: written as `manifest.json` beside the outputs.
///
/// It tells which file comes from what, lets anybody check a copy, and marks a folder as Amparo's
/// own. It holds no dates and no paths of the machine, so that equal builds have equal manifests.
public struct Manifest: Sendable, Hashable {
  /// The name of the file that holds it.
  public static let fileName = "manifest.json"
  /// The version of the form.
  public static let version = 1
  private static let format = "amparo-output"

  /// One file of the output.
  public struct Entry: Sendable, Hashable, Codable {
    /// Name of the exporter that made it: `toolkit`.
    public let target: String
    /// Path from the folder of the manifest, with `/` between the parts.
    public let path: String
    /// Size in bytes.
    public let size: Int
    /// SHA-256 of the bytes: 64 digits of lower-case hexadecimal.
    public let sha256: String
    /// Ids of the modules and trees whose content is in it, sorted.
    public let sources: [String]
    /// Written only where it is so.
    private let selfContained: Bool?
    /// Whether it works when it is copied alone.
    public var isSelfContained: Bool { selfContained ?? false }

    /// Describes a file by its bytes.
    public init(
      target: String, path: OutputPath, sources: [String], isSelfContained: Bool = false,
      bytes: [UInt8]
    ) {
      self.target = target
      self.path = path.text
      self.sources = sources
      selfContained = isSelfContained ? true : nil
      size = bytes.count
      sha256 = ContentDigest.sha256(of: bytes)?.hexadecimal ?? ""
    }

    /// Describes a file that is taken over as it is.
    public init(
      target: String, path: OutputPath, sources: [String], isSelfContained: Bool,
      record: OutputRecords.Record
    ) {
      self.target = target
      self.path = path.text
      self.sources = sources
      selfContained = isSelfContained ? true : nil
      size = record.size
      sha256 = record.sha256.hexadecimal
    }
  }

  /// Id of the toolkit.
  public let toolkit: String
  /// Version of its content.
  public let toolkitVersion: String
  /// Which variant of the toolkit it is, as authors write it; nil for the general one.
  public let variant: String?
  /// The files, sorted by path.
  public let files: [Entry]

  /// Gathers the files of a build.
  public init(
    toolkit: String, toolkitVersion: String, variant: Variant = .general, files: [Entry]
  ) {
    self.init(
      toolkit: toolkit, toolkitVersion: toolkitVersion,
      variantText: variant == .general ? nil : variant.text, files: files)
  }

  private init(toolkit: String, toolkitVersion: String, variantText: String?, files: [Entry]) {
    self.toolkit = toolkit
    variant = variantText
    self.toolkitVersion = toolkitVersion
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The manifest as JSON with a fixed order of keys, ending with a line end.
  ///
  /// - Throws: only what `JSONEncoder` throws; it has no reason to for these values.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let stored = Stored(
      format: Self.format, version: Self.version, toolkit: toolkit,
      toolkitVersion: toolkitVersion, variant: variant, files: files)
    return Array(try encoder.encode(stored)) + [UInt8(ascii: "\n")]
  }

  /// Reads a manifest; nil when the bytes aren't one of ours, or hold a path that we never write.
  public init?(json: [UInt8]) {
    guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(json)),
      stored.format == Self.format, stored.version == Self.version,
      stored.files.allSatisfy({ OutputPath($0.path) != nil })
    else { return nil }
    self.init(
      toolkit: stored.toolkit, toolkitVersion: stored.toolkitVersion, variantText: stored.variant,
      files: stored.files)
  }

  /// The shape of the JSON.
  private struct Stored: Codable {
    let format: String
    let version: Int
    let toolkit: String
    let toolkitVersion: String
    /// Written only where there is one.
    let variant: String?
    let files: [Entry]
  }
}
