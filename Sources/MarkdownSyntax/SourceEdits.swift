internal import Diagnostics

/// One change of the text before cmark reads it.
struct SourceEdit: Sendable {
  /// What a change is for.
  enum Purpose {
    /// Keeps from cmark what isn't its own: braces, block words, line ends. The file needs it.
    case reading
    /// Puts right what a person typed. The file may keep it (`amparo check --fix`).
    case correction
  }

  /// Bytes of the original file to replace.
  let lower: UInt32
  let upper: UInt32
  /// Up to four bytes to put there, the first in the lowest byte.
  private let packed: UInt32
  private let count: UInt8
  let purpose: Purpose

  init(_ lower: Int, _ upper: Int, _ text: StaticString, _ purpose: Purpose = .reading) {
    self.lower = UInt32(truncatingIfNeeded: lower)
    self.upper = UInt32(truncatingIfNeeded: upper)
    var packed: UInt32 = 0
    let length = min(4, text.utf8CodeUnitCount)
    text.withUTF8Buffer { bytes in
      for index in 0..<length { packed |= UInt32(bytes[index]) << (8 * UInt32(index)) }
    }
    self.packed = packed
    count = UInt8(length)
    self.purpose = purpose
  }

  /// Replaces by one byte what a person typed in its place.
  init(_ lower: Int, _ upper: Int, byte: UInt8) {
    self.lower = UInt32(truncatingIfNeeded: lower)
    self.upper = UInt32(truncatingIfNeeded: upper)
    packed = UInt32(byte)
    count = 1
    purpose = .correction
  }

  var length: Int { Int(count) }

  func appendReplacement(to bytes: inout [UInt8]) {
    for index in 0..<UInt32(count) {
      bytes.append(UInt8(truncatingIfNeeded: packed >> (8 * index)))
    }
  }

  /// The same change for the file itself.
  var textEdit: TextEdit {
    var bytes: [UInt8] = []
    appendReplacement(to: &bytes)
    return TextEdit(
      SourceRange(Int(lower), Int(upper)), String(decoding: bytes, as: UTF8.self))
  }
}

/// The text that cmark reads, and the way back from its offsets to those of the original file.
struct NormalisedText {
  /// The text.
  private(set) var bytes: [UInt8] = []
  /// Offset of each line's first byte in `bytes`; at last the text's length.
  private(set) var lineStarts: [UInt32] = []
  /// Places from which on another distance between both texts holds, in both texts.
  ///
  /// Each replacement has two: at its start and behind it.
  private var anchors: [(here: UInt32, original: UInt32)] = []
  private let originalEnd: Int

  /// Applies edits, in order and without overlaps, to a part of a file.
  init(_ original: [UInt8], from start: Int, edits: [SourceEdit]) {
    originalEnd = original.count
    bytes.reserveCapacity(original.count - start + 64)
    anchors.append((0, UInt32(start)))
    var offset = start
    for edit in edits {
      bytes.append(contentsOf: original[offset..<Int(edit.lower)])
      anchors.append((UInt32(bytes.count), edit.lower))
      edit.appendReplacement(to: &bytes)
      offset = Int(edit.upper)
      anchors.append((UInt32(bytes.count), edit.upper))
    }
    bytes.append(contentsOf: original[offset...])
    findLines()
  }

  private mutating func findLines() {
    lineStarts.reserveCapacity(bytes.count / 32 + 2)
    lineStarts.append(0)
    bytes.withUnsafeBufferPointer { bytes in
      var next = 0
      while let end = bytes.offset(of: UInt8(ascii: "\n"), from: next) {
        next = end + 1
        lineStarts.append(UInt32(next))
      }
    }
    lineStarts.append(UInt32(bytes.count))
  }

  /// The original offset of a place in this text.
  ///
  /// `isEnd` is for the end of a range: where bytes were taken out, it stays in front of them.
  func original(_ offset: Int, isEnd: Bool = false) -> Int {
    var low = 0
    return original(offset, isEnd: isEnd, near: &low)
  }

  /// The same for places that are asked for one after the other: `low` is where the last one was
  /// found.
  func original(_ offset: Int, isEnd: Bool = false, near low: inout Int) -> Int {
    func isBefore(_ anchor: Int) -> Bool {
      let here = Int(anchors[anchor].here)
      return here < offset || (here == offset && !isEnd)
    }
    if !isBefore(low) { low = 0 }
    // Mostly there is no edit between the last place and this one.
    var high = low + 1 < anchors.count && isBefore(low + 1) ? anchors.count : low + 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle } else { high = middle }
    }
    // For an end the search stops before the anchors at the very place; the first of those counts.
    if isEnd, low + 1 < anchors.count, Int(anchors[low + 1].here) == offset { low += 1 }
    let anchor = anchors[low]
    let next = low + 1 < anchors.count ? Int(anchors[low + 1].original) : originalEnd
    return min(Int(anchor.original) + offset - Int(anchor.here), next)
  }
}
