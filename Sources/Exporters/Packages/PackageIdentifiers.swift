import CourseModel
import Crypto
import FoundationEssentials

/// Identifiers of a package: the same for every version of the content, because learning systems
/// keep tracking by them.
struct PackageIdentifiers: Sendable {
  /// Identifier of a SCORM manifest: a digest that is unique within its first 15 characters (some
  /// systems look no further), and then words for people.
  let manifest: String
  /// Identifiers inside a SCORM manifest.
  let organization, item, resource: String
  /// IRI of cmi5's course, and of its assignable unit.
  let course, unit: String
  /// What stands before the `#` of ids of activities and objectives; the same in every language,
  /// so that answers in two languages are about the same question.
  let base: String

  init(_ content: PackageContent, standard: PackageStandard) {
    let toolkit = content.toolkit.id
    let language = content.language.tag
    let variant = Self.variant(of: content)
    let name = "\(toolkit)/\(content.id)\(variant)/\(language)"
    manifest = Self.manifest(of: content, for: standard.rawValue)
    organization = "O-\(content.id)"
    item = "I-\(content.id)"
    resource = "R-\(content.id)"
    if let prefix = content.toolkit.packages.idPrefix {
      base = "\(prefix)/\(iriSegment(toolkit))"
      let segment = variant.isEmpty ? "" : "/" + iriSegment(content.toolkit.variant.text)
      course = "\(base)/\(content.id)\(segment)/\(language)"
      unit = "\(course)/unit"
    } else {
      base = uuidName(toolkit)
      course = uuidName(name)
      unit = uuidName(name + "/unit")
    }
  }
}

extension PackageIdentifiers {
  /// The identifier of a manifest: a digest, and then words for people.
  /// - Parameter standard: keeps packages of the same content in two standards apart.
  static func manifest(of content: PackageContent, for standard: String) -> String {
    let language = content.language.tag
    let name = "\(standard)/\(content.toolkit.id)/\(content.id)\(variant(of: content))/\(language)"
    let digest = SHA256.hash(data: Array(name.utf8))
    return "A" + hexadecimal(digest.prefix(7)) + "-\(content.id)-\(language)"
  }

  /// A part of names that keeps variants apart: a learning system may hold several side by side.
  private static func variant(of content: PackageContent) -> String {
    content.toolkit.variant == .general ? "" : "/" + content.toolkit.variant.text
  }
}

/// Namespace of the names below: a random UUID, chosen once and never to be changed.
private let namespace: [UInt8] = [
  0x8b, 0x1f, 0x5c, 0x0e, 0x2d, 0x6a, 0x4b, 0x73, 0x9c, 0x41, 0xd7, 0x90, 0x3e, 0xa8, 0x65, 0x12,
]

/// A UUID made from a name (RFC 9562, version 5) as an IRI.
private func uuidName(_ name: String) -> String {
  var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
  bytes[6] = bytes[6] & 0x0F | 0x50
  bytes[8] = bytes[8] & 0x3F | 0x80
  let digits = hexadecimal(bytes[...])
  var text = "urn:uuid:"
  for (index, digit) in digits.enumerated() {
    if [8, 12, 16, 20].contains(index) { text += "-" }
    text.append(digit)
  }
  return text
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}

/// A text as one part of an address: what isn't a plain letter or digit is percent-encoded.
private func iriSegment(_ text: String) -> String {
  text.utf8.map { byte in
    switch byte {
    case 65...90, 97...122, 48...57, 45, 46, 95, 126: String(UnicodeScalar(byte))
    default: "%" + hexadecimal([byte]).uppercased()
    }
  }.joined()
}
