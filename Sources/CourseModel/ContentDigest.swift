/// SHA-256 of some content: what incremental builds compare instead of times.
public struct ContentDigest: Sendable, Hashable {
  /// The first byte is the lowest one of the first word.
  @usableFromInline let words: (UInt64, UInt64, UInt64, UInt64)

  /// Wraps 32 bytes; nil for any other number of them.
  @inlinable  // Made a few times for each file: as a generic function it cost more than its bytes.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var (first, second, third, fourth) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    for byte in bytes {
      first = first >> 8 | second << 56
      second = second >> 8 | third << 56
      third = third >> 8 | fourth << 56
      fourth = fourth >> 8 | UInt64(byte) << 56
    }
    words = (first, second, third, fourth)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
      for (place, word) in [words.0, words.1, words.2, words.3].enumerated() {
        for byte in 0..<8 {
          bytes[place * 8 + byte] = UInt8(truncatingIfNeeded: word >> UInt64(byte * 8))
        }
      }
      count = 32
    }
  }

  /// 64 digits of lower-case hexadecimal.
  public var hexadecimal: String {
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 64) { text in
      for (index, byte) in bytes.enumerated() {
        text[index * 2] = digits.utf8Start[Int(byte >> 4)]
        text[index * 2 + 1] = digits.utf8Start[Int(byte & 15)]
      }
      return 64
    }
  }

  /// The first eight bytes as a number, where so many are enough.
  public var short: UInt64 { words.0 }

  /// Whether all bytes are equal.
  public static func == (left: ContentDigest, right: ContentDigest) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1
      && left.words.2 == right.words.2 && left.words.3 == right.words.3
  }

  /// Digests are evenly spread already.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// A 64-bit hash that is the same in every run: FNV-1a over bytes, with a final mix.
///
/// It tells two answers to the same question apart. It is no protection against somebody who looks
/// for two texts with the same hash; where that matters stands a `ContentDigest`.
public struct StableHash: Sendable {
  @usableFromInline var state: UInt64 = 14_695_981_039_346_656_037

  /// Starts with nothing.
  public init() {}

  /// Takes in a number.
  @inlinable
  public mutating func add(_ number: UInt64) {
    state = (state ^ number) &* 1_099_511_628_211
    state ^= state >> 29
  }

  /// Takes in a number.
  @inlinable
  public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Takes in bytes, and where they end.
  @inlinable
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    var count = 0
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* 1_099_511_628_211
      count += 1
    }
    add(count)
  }

  /// Takes in a text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Takes in a text, or that there is none.
  public mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  /// The hash of everything so far; never 0, which stands for "there is no such thing".
  public var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return mixed == 0 ? 1 : mixed
  }

  /// The hash of some texts.
  public static func of(_ texts: String?...) -> UInt64 {
    var hash = StableHash()
    for text in texts { hash.add(text) }
    return hash.value
  }
}
