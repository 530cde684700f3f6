/// Looks at the names of a package's files.
enum FileNameCheck {
  /// What is wrong with them.
  static func findings(_ files: [PackageCheck.File]) -> [PackageFinding] {
    var findings: [PackageFinding] = []
    var byFolded: [String: String] = [:]
    for file in files {
      if let problem = problem(with: file.path) {
        findings.append(PackageFinding(.warning, .files, problem, path: file.path))
      }
      let folded = file.path.lowercased()
      if let other = byFolded[folded], other != file.path {
        findings.append(
          PackageFinding(
            .warning, .files,
            "`\(file.path)` and `\(other)` differ only in large and small letters; on many servers "
              + "one replaces the other.", path: file.path))
      }
      byFolded[folded] = file.path
    }
    return findings
  }

  private static func problem(with path: String) -> String? {
    if path.hasPrefix("__MACOSX/") || path.hasSuffix(".DS_Store") {
      return "`\(path)` is left over from a Mac. Zip without it."
    }
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case 97...122, 65...90, 48...57, 45, 46, 47, 95: true
      default: false
      }
    }
    if !isPlain {
      return "Some systems lose files like `\(path)`. Use plain letters, digits, `.`, `_` and `-`."
    }
    return path.utf8.count > 200
      ? "The path `\(path.prefix(40))…` is too long for some systems: 200 characters at most." : nil
  }
}

/// Looks for characters that systems show wrongly.
enum TextCheck {
  /// Numeric references: Moodle shows them as they are written.
  static func findings(_ manifest: [UInt8], named name: String) -> [PackageFinding] {
    var line = 1
    for (index, byte) in manifest.enumerated() {
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "&"), manifest[index...].dropFirst().first == UInt8(ascii: "#")
      else { continue }
      return [
        PackageFinding(
          .warning, .text,
          "A character is written by its number (`&#…;`); Moodle shows that number. Write the "
            + "character itself, in UTF-8.", path: name, line: line)
      ]
    }
    return []
  }
}
