/// One change to a text: bytes to replace, and what to put there.
public struct TextEdit: Sendable, Hashable {
  /// Bytes to replace; empty where something is put in.
  public let range: SourceRange
  /// What to put there; empty where something is taken out.
  public let replacement: String

  /// Describes a change.
  public init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A file and what was changed in it since it was read, in as many rounds as it took.
public struct EditedFile: Sendable {
  /// The file as it was read.
  public let original: SourceFile
  /// The text now: parts of the original and what was put between them.
  private var pieces: [Piece]

  private enum Piece {
    case kept(Range<Int>)
    case added([UInt8])

    var count: Int {
      switch self {
      case .kept(let range): range.count
      case .added(let bytes): bytes.count
      }
    }

    /// A part of the piece, counted from its start.
    func part(_ range: Range<Int>) -> Piece {
      switch self {
      case .kept(let kept):
        .kept(kept.lowerBound + range.lowerBound..<kept.lowerBound + range.upperBound)
      case .added(let bytes): .added(Array(bytes[range]))
      }
    }
  }

  /// A file without changes.
  public init(_ original: SourceFile) {
    self.original = original
    pieces = [.kept(0..<original.bytes.count)]
  }

  /// Changes the text as it is now.
  ///
  /// - Parameter edits: in order and without overlaps; one that has no place in the text is left out.
  public mutating func apply(_ edits: [TextEdit]) {
    var result: [Piece] = []
    var rest = pieces[...]
    var offset = 0
    /// Moves pieces up to an offset from the old text, into the new one or away.
    func advance(to end: Int, keep: Bool) {
      while offset < end, let piece = rest.first {
        let count = min(piece.count, end - offset)
        if keep, count > 0 { result.append(piece.part(0..<count)) }
        offset += count
        if count == piece.count {
          rest.removeFirst()
        } else {
          rest[rest.startIndex] = piece.part(count..<piece.count)
        }
      }
    }
    let size = pieces.reduce(0) { $0 + $1.count }
    for edit in edits where edit.range.lower >= offset && edit.range.upper <= size {
      advance(to: edit.range.lower, keep: true)
      advance(to: edit.range.upper, keep: false)
      if !edit.replacement.isEmpty { result.append(.added(Array(edit.replacement.utf8))) }
    }
    pieces = result + rest
  }

  /// The bytes of the text now.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .kept(let range): bytes += original.bytes[range]
      case .added(let added): bytes += added
      }
    }
    return bytes
  }

  /// All that differs from the original, in its order: bytes replaced, and by what.
  var differences: [(range: Range<Int>, bytes: [UInt8])] {
    var differences: [(range: Range<Int>, bytes: [UInt8])] = []
    var end = 0
    var added: [UInt8] = []
    func close(at start: Int) {
      if start > end || !added.isEmpty { differences.append((end..<start, added)) }
      added = []
    }
    for piece in pieces {
      switch piece {
      case .added(let bytes): added += bytes
      case .kept(let range) where range.isEmpty: break
      case .kept(let range):
        close(at: range.lowerBound)
        end = range.upperBound
      }
    }
    close(at: original.bytes.count)
    return differences
  }
}
