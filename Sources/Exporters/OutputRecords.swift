public import CourseModel
import Crypto

/// What the files of the last build rest on, and what they hold: so that the next build can take a
/// file as it is instead of making it again.
public struct OutputRecords: Sendable, Equatable {
  /// One file.
  public struct Record: Sendable, Equatable {
    /// A digest of what its bytes rest on.
    public let key: ContentDigest
    /// SHA-256 of its bytes.
    public let sha256: ContentDigest
    /// Size in bytes.
    public let size: Int

    /// Describes a file by its line in the manifest.
    public init?(key: ContentDigest, _ entry: Manifest.Entry) {
      guard let sha256 = entry.digest else { return nil }
      self.init(key: key, sha256: sha256, size: entry.size)
    }

    /// Describes a file.
    public init(key: ContentDigest, sha256: ContentDigest, size: Int) {
      self.key = key
      self.sha256 = sha256
      self.size = size
    }

    /// Whether some bytes are those of the file.
    public func describes(_ bytes: [UInt8]) -> Bool {
      bytes.count == size && ContentDigest.sha256(of: bytes) == sha256
    }
  }

  /// The files by their paths in the output folder.
  public var files: [String: Record]

  /// Gathers records.
  public init(files: [String: Record] = [:]) { self.files = files }
}

extension ContentDigest {
  /// SHA-256 of some bytes.
  public static func sha256(of bytes: [UInt8]) -> ContentDigest? {
    bytes.withUnsafeBytes { sha256(of: $0) }
  }

  /// SHA-256 of some bytes.
  public static func sha256(of bytes: UnsafeRawBufferPointer) -> ContentDigest? {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return ContentDigest(Array(hash.finalize()))
  }

  /// A digest written as 64 digits; nil when it isn't one.
  public init?(hexadecimal: String) {
    let digits = Array(hexadecimal.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    self.init(bytes)
  }
}
