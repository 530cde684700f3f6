/// What the first bytes of a picture tell: its form, and its size when that is counted in pixels.
package struct PictureHeader: Equatable {
  /// Width and height in pixels.
  package struct Size: Equatable {
    package let width: Int
    package let height: Int

    /// Counts pixels.
    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// `image/png` and so on.
  package let mediaType: String
  /// Nil for an SVG, and for a file that ends before it says.
  package let size: Size?

  /// Reads a header; nil when the bytes are no picture that pages can show.
  package init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self.init("image/png", Self.big(bytes, 16, 4), Self.big(bytes, 20, 4))
    } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
      self.init("image/gif", Self.little(bytes, 6, 2), Self.little(bytes, 8, 2))
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      let frame = Self.jpegFrame(bytes)
      self.init(
        "image/jpeg", frame.flatMap { Self.big(bytes, $0 + 7, 2) },
        frame.flatMap { Self.big(bytes, $0 + 5, 2) })
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      let size = Self.webPSize(bytes)
      self.init("image/webp", size?.width, size?.height)
    } else if Self.isSVG(bytes) {
      self.init("image/svg+xml", nil, nil)
    } else {
      return nil
    }
  }

  private init(_ mediaType: String, _ width: Int?, _ height: Int?) {
    self.mediaType = mediaType
    if let width, let height {
      size = Size(width: width, height: height)
    } else {
      size = nil
    }
  }

  /// A number of some bytes, the highest first; nil behind the end.
  private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of some bytes, the lowest first; nil behind the end.
  private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where the segment with the size begins (ISO/IEC 10918-1, start of frame).
  private static func jpegFrame(_ bytes: [UInt8]) -> Int? {
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
      switch bytes[offset + 1] {
      case 0xFF: offset += 1
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: return offset
      case 0x01, 0xD0...0xD8: offset += 2
      case 0xD9, 0xDA: return nil
      default: offset += 2 + max(2, big(bytes, offset + 2, 2) ?? 2)
      }
    }
    return nil
  }

  /// The size in the first chunk (RFC 9649): lossy, lossless or extended.
  private static func webPSize(_ bytes: [UInt8]) -> Size? {
    let chunk = bytes.dropFirst(12)
    if chunk.starts(with: "VP8 ".utf8), let width = little(bytes, 26, 2),
      let height = little(bytes, 28, 2)
    {
      return Size(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    if chunk.starts(with: "VP8L".utf8), let both = little(bytes, 21, 4) {
      return Size(width: (both & 0x3FFF) + 1, height: (both >> 14 & 0x3FFF) + 1)
    }
    if chunk.starts(with: "VP8X".utf8), let width = little(bytes, 24, 3),
      let height = little(bytes, 27, 3)
    {
      return Size(width: width + 1, height: height + 1)
    }
    return nil
  }

  /// Whether an `<svg>` begins in the first bytes, behind comments and declarations.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = Array("<svg".utf8)
    let head = bytes.prefix(16 << 10)
    return head.indices.contains { head[$0] == start[0] && head[$0...].starts(with: start) }
  }
}
