/// CRC-32 as in zip and PNG (ISO 3309, reflected polynomial `0xEDB88320`).
///
/// It finds damage, not tampering.
public enum Checksum {
  /// The checksum of `bytes[range]`; positions outside `bytes` are left out.
  public static func crc32(_ bytes: [UInt8], in range: Range<Int>) -> UInt32 {
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in bytes[range.clamped(to: 0..<bytes.count)] {
      checksum ^= UInt32(byte)
      for _ in 0..<8 {
        // All ones when the lowest bit is set: no branch per bit.
        let mask = 0 &- (checksum & 1)
        checksum = (checksum >> 1) ^ (0xEDB8_8320 & mask)
      }
    }
    return ~checksum
  }
}
