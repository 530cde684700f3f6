/// Finds the files that addresses of a manifest mean.
struct PackageAddresses: Sendable {
  /// What an address leads to.
  enum Place: Sendable, Hashable {
    /// A file of the package.
    case file(String)
    /// No file has this name, but one differs only in large and small letters.
    case otherCase(wanted: String, file: String)
    /// Outside the package: on the network, or above its root.
    case elsewhere
    /// `\` stands where `/` must.
    case backslash
    /// Nothing of this name is in the package.
    case missing(String)
  }

  /// All paths of the package.
  let paths: Set<String>
  private let folded: [String: String]

  init(_ paths: Set<String>) {
    self.paths = paths
    folded = Dictionary(
      paths.sorted().map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where an address leads: as it is written, or with `%20` and the like replaced.
  func place(of address: String) -> Place {
    let written = String(address.prefix { $0 != "?" && $0 != "#" })
    if paths.contains(written) { return .file(written) }
    if hasScheme(written) || written.hasPrefix("/") { return .elsewhere }
    if written.contains("\\") { return .backslash }
    guard let path = normal(decoded(written)) else { return .elsewhere }
    if paths.contains(path) { return .file(path) }
    if let other = folded[path.lowercased()] { return .otherCase(wanted: path, file: other) }
    return .missing(path)
  }

  /// Whether an address begins with `https:` or the like; a single letter is a drive.
  private func hasScheme(_ address: String) -> Bool {
    let scheme = address.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count < address.utf8.count, let first = scheme.first,
      (65...90).contains(first & 0xDF)
    else { return false }
    return scheme.allSatisfy { byte in
      (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || [43, 45, 46].contains(byte)
    }
  }

  private func decoded(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    let bytes = Array(address.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let digits = bytes[place...].dropFirst().prefix(2)
      if bytes[place] == UInt8(ascii: "%"), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        result.append(byte)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Without `.` and `..`; nil when it leads above the root.
  private func normal(_ path: String) -> String? {
    guard path.contains(".") else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
