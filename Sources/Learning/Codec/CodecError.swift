/// Why bytes could not be read.
public enum CodecError: Error, Equatable, Sendable {
  /// The bytes end before the value does.
  case truncated
  /// A variable-length number is longer than it needs to be, or passes 32 bits.
  case malformedNumber
  /// A count passes what its place allows, or what the remaining bytes could hold.
  case tooMany
  /// A number that names a kind, an index or a flag has no meaning in its place.
  case unknownValue
  /// Entries that must be in strictly ascending order are not.
  case wrongOrder
  /// Bytes are left over behind the last value.
  case trailingBytes
  /// The first byte is not the mark of the format.
  case wrongMark
  /// Written by a later version of the format; the bytes are whole.
  case newerVersion
  /// The checksum doesn't match: bytes were changed or lost.
  case checksum
  /// The bytes are more than the format allows.
  case tooLong
  /// Every value is readable, but together they make no sense: an index leads to nothing.
  case inconsistent
}
