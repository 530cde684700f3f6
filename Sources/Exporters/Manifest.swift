public import CourseModel

/// What a build made: written as `manifest.json` beside the outputs.
///
/// It tells which file comes from what, lets anybody check a copy, and marks a folder as Amparo's
/// own. It holds no dates and no paths of the machine, so that equal builds have equal manifests.
public struct Manifest: Sendable, Hashable {
  /// The name of the file that holds it.
  public static let fileName = "manifest.json"
  /// The version of the form.
  public static let version = 1
  static let format = "amparo-output"

  /// One file of the output.
  public struct Entry: Sendable, Hashable {
    /// Name of the exporter that made it: `toolkit`.
    public let target: String
    /// Path from the folder of the manifest, with `/` between the parts.
    public let path: String
    /// Size in bytes.
    public let size: Int
    /// SHA-256 of the bytes.
    public let digest: ContentDigest?
    /// SHA-256 of the bytes: 64 digits of lower-case hexadecimal.
    public var sha256: String { digest?.hexadecimal ?? "" }
    /// Ids of the modules and trees whose content is in it, sorted.
    public let sources: [String]
    /// Whether it works when it is copied alone.
    public let isSelfContained: Bool

    /// Describes a file by its bytes.
    public init(
      target: String, path: OutputPath, sources: [String], isSelfContained: Bool = false,
      bytes: [UInt8]
    ) {
      self.target = target
      self.path = path.text
      self.sources = sources
      self.isSelfContained = isSelfContained
      size = bytes.count
      digest = ContentDigest.sha256(of: bytes)
    }

    /// Describes a file that is taken over as it is.
    public init(
      target: String, path: OutputPath, sources: [String], isSelfContained: Bool,
      record: OutputRecords.Record
    ) {
      self.target = target
      self.path = path.text
      self.sources = sources
      self.isSelfContained = isSelfContained
      size = record.size
      digest = record.sha256
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

  init(toolkit: String, toolkitVersion: String, variantText: String?, files: [Entry]) {
    self.toolkit = toolkit
    variant = variantText
    self.toolkitVersion = toolkitVersion
    self.files = files.sorted { $0.path < $1.path }
  }
}
