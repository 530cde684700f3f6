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
  /// Offset of each line's first byte; half as large as `Int`, for each line of all files.
  private let lineStarts: [UInt32]
  /// Known places in very long lines, by offset.
  private let milestones: [Milestone]

  /// A place in a very long line whose column is known, so that a thousand finds in one line don't
  /// mean counting its characters a thousand times.
  private struct Milestone {
    let offset: Int
    /// Characters before it in its line.
    let characters: Int

    /// So many bytes lie between two of them, at the least: no paragraph of an author's has one.
    static let distance = 4096
  }

  /// Wraps a file's bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = bytes.withUnsafeBufferPointer { Self.lineStarts(in: $0) }
    milestones = Self.milestones(in: bytes, lineStarts)
  }

  private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var starts: [UInt32] = [0]
    for offset in 0..<bytes.count {
      let byte = bytes[offset]
      // Nearly every byte goes by with this comparison.
      if byte > UInt8(ascii: "\r") { continue }
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r")
          && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")))
      if endsLine { starts.append(UInt32(truncatingIfNeeded: offset + 1)) }
    }
    return starts
  }

  private static func milestones(in bytes: [UInt8], _ lineStarts: [UInt32]) -> [Milestone] {
    var found: [Milestone] = []
    for line in lineStarts.indices {
      let start = Int(lineStarts[line])
      let end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
      guard end - start > 2 * Milestone.distance else { continue }
      var offset = start == 0 && bytes.starts(with: byteOrderMark) ? byteOrderMark.count : start
      // Of broken text it isn't known which bytes a character comes from.
      guard let text = String(validating: bytes[offset..<end], as: UTF8.self) else { continue }
      var next = offset + Milestone.distance
      for (characters, character) in text.enumerated() {
        if offset >= next {
          found.append(Milestone(offset: offset, characters: characters))
          next = offset + Milestone.distance
        }
        offset += character.utf8.count
      }
    }
    return found
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Wraps a text; for tests and for texts that the compiler makes itself.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Line and column of a byte offset; offsets behind the end count as the end.
  ///
  /// A byte order mark counts for nothing, as in editors.
  public func position(of offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = Self.lastIndex(of: lineStarts.count) { Int(lineStarts[$0]) <= offset } ?? 0
    let start = min(offset, firstColumn(ofLine: line))
    let known = Self.lastIndex(of: milestones.count) { milestones[$0].offset <= offset }
      .map { milestones[$0] }.flatMap { $0.offset > start ? $0 : nil }
    let rest = bytes[(known?.offset ?? start)..<offset]
    // Where a byte is a character, none needs to be looked at.
    let characters =
      rest.allSatisfy { $0 < 0x80 } ? rest.count : String(decoding: rest, as: UTF8.self).count
    return SourcePosition(line: line + 1, column: (known?.characters ?? 0) + characters + 1)
  }

  /// Offset of the first byte of a line counted from 1; nil when there is no such line.
  public func offset(ofLine line: Int) -> Int? {
    lineStarts.indices.contains(line - 1) ? Int(lineStarts[line - 1]) : nil
  }

  /// Offset of the first character of a line counted from 0: behind a byte order mark.
  func firstColumn(ofLine line: Int) -> Int {
    line == 0 && bytes.starts(with: Self.byteOrderMark) ? 3 : Int(lineStarts[line])
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

  /// The last of so many indices for which something holds that holds for all before it.
  private static func lastIndex(of count: Int, where holds: (Int) -> Bool) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
