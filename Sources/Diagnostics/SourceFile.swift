/// A range of bytes in a source file, half open, counted from its first byte.
public struct SourceRange: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  public let lower: Int
  /// Offset behind the last byte; never less than `lower`.
  public let upper: Int

  /// Creates a range; a reversed one becomes empty at `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = max(0, lower)
    self.upper = max(self.lower, upper)
  }

  /// Whether a range begins before another, or begins there and ends earlier.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}

/// A place in a file as people count: line and column from 1.
public struct SourcePosition: Sendable, Hashable {
  /// Line, from 1.
  public let line: Int
  /// Column in characters (not bytes), from 1.
  public let column: Int
}

/// One input file: its path and bytes, exactly as they stand on disk.
public struct SourceFile: Sendable {
  /// Path relative to the content folder, with `/` between the parts.
  public let path: String
  /// The bytes as read.
  public let bytes: [UInt8]
  /// Offset of each line's first byte.
  private let lineStarts: [Int]

  /// Wraps a file's bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r")
          && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")))
      if endsLine { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  /// Wraps a text; for tests and for texts that the compiler makes itself.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Line and column of a byte offset; offsets behind the end count as the end.
  ///
  /// A byte order mark counts for nothing, as in editors.
  public func position(of offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(of: offset)
    let before = bytes[min(offset, firstColumn(ofLine: line))..<offset]
    // Where a byte is a character, none needs to be looked at: lines may be long and full of finds.
    let column =
      before.allSatisfy { $0 < 0x80 }
      ? before.count : String(decoding: before, as: UTF8.self).count
    return SourcePosition(line: line + 1, column: column + 1)
  }

  /// Offset of the first byte of a line counted from 1; nil when there is no such line.
  public func offset(ofLine line: Int) -> Int? {
    lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : nil
  }

  /// Offset of the first character of a line counted from 0: behind a byte order mark.
  func firstColumn(ofLine line: Int) -> Int {
    line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : lineStarts[line]
  }

  /// Number of lines; an empty file has one.
  public var lineCount: Int { lineStarts.count }

  /// Bytes of a line counted from 1, without its line end.
  public func line(_ line: Int) -> ArraySlice<UInt8> {
    guard let start = offset(ofLine: line) else { return [] }
    var end = offset(ofLine: line + 1) ?? bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return bytes[start..<end]
  }

  /// Index of the line that holds an offset, by bisection.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
