/// The 16-bit tags that stand for ids in the engine blob and in a learner's state.
///
/// **The published hash**: FNV-1a with 32 bits (offset basis `2166136261`, prime `16777619`) over
/// the UTF-8 bytes, then the upper 16 bits exclusive-or the lower 16 bits. It must never change: a
/// state saved years ago is read by it.
public enum ActivityTag {
  /// The tag of an id, for a file, a section, an activity or a node of a tree: `of("q-say".utf8)`.
  public static func of(_ id: some Sequence<UInt8>) -> UInt16 {
    var hash: UInt32 = 2_166_136_261
    for byte in id {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return UInt16(truncatingIfNeeded: hash >> 16) ^ UInt16(truncatingIfNeeded: hash)
  }

  /// Tags of one question's options, all different, from their own ids or source texts.
  ///
  /// Two options whose hashes meet (or whose texts are equal) are told apart by hashing the later
  /// one again with a zero byte behind it, as often as it takes.
  /// - Parameter options: the UTF-8 bytes of each option; at most 64 are meant.
  /// - Returns: one tag per option.
  public static func ofOptions(_ options: [[UInt8]]) -> [UInt16] {
    var tags: [UInt16] = []
    for option in options {
      var salted = option
      var tag = of(salted)
      while tags.contains(tag) && tags.count < 65_536 {
        salted.append(0)
        tag = of(salted)
      }
      tags.append(tag)
    }
    return tags
  }

  /// Pairs of positions whose tags are equal, in order: ids that can't stand in one file.
  ///
  /// The compiler asks the author for another id; a tag that depended on the other ids would
  /// change with them.
  public static func collisions(in tags: [UInt16]) -> [(first: Int, second: Int)] {
    var pairs: [(first: Int, second: Int)] = []
    for second in tags.indices {
      if let first = tags[..<second].firstIndex(of: tags[second]) {
        pairs.append((first: first, second: second))
      }
    }
    return pairs
  }
}
