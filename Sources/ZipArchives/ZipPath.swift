/// Looks at the path of an entry.
enum ZipPath {
  /// What is wrong with a path, as it is stored.
  static func faults(_ record: ZipDirectory.Record, limits: ZipLimits) -> [ZipFault.Kind] {
    var faults: [ZipFault.Kind] = []
    let name = record.name
    if record.nameLength > limits.pathBytes { faults.append(.pathTooLong(record.nameLength)) }
    if leaves(name) {
      faults.append(.leavesFolder)
    } else if name.contains(0x5C) {
      faults.append(.backslash)
    } else if hasOddParts(name) {
      faults.append(.oddPath)
    }
    if name.contains(where: { $0 < 32 || $0 == 127 }) { faults.append(.controlCharacter) }
    let depth = name.dropLast().count { $0 == 0x2F }
    if depth > limits.depth { faults.append(.pathTooDeep(depth)) }
    // A name that was cut may end within a character.
    if record.nameLength == name.count, String(validating: name, as: UTF8.self) == nil {
      faults.append(.notUTF8)
    }
    return faults
  }

  /// Whether unpacking would write outside the folder, on Unix or on Windows.
  private static func leaves(_ name: [UInt8]) -> Bool {
    let isDrive =
      name.count >= 2 && name[1] == UInt8(ascii: ":") && (65...90).contains(name[0] & 0xDF)
    return isDrive || name.first == 0x2F || name.first == 0x5C
      || parts(name).contains { $0.elementsEqual("..".utf8) }
  }

  /// Whether two `/` follow each other, or a part is `.`; an entry without any name is odd too.
  private static func hasOddParts(_ name: [UInt8]) -> Bool {
    var parts = parts(name)
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts.isEmpty || parts.contains { $0.isEmpty || $0.elementsEqual(".".utf8) }
  }

  private static func parts(_ name: [UInt8]) -> [ArraySlice<UInt8>] {
    name.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
  }
}
