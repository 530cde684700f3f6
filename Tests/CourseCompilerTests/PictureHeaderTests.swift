import CourseCompiler
import Testing

/// The forms of pictures, by the bytes that their standards put at the beginning.
@Suite struct PictureHeaderTests {
  @Test func readsPNG() {
    let bytes: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0x0C, 0x80, 0, 0, 0x01, 0x00]
    #expect(PictureHeader(bytes)?.mediaType == "image/png")
    #expect(PictureHeader(bytes)?.size == .init(width: 3200, height: 256))
    // Cut short: still a PNG.
    #expect(PictureHeader(Array(bytes.prefix(20)))?.mediaType == "image/png")
    #expect(PictureHeader(Array(bytes.prefix(20)))?.size == nil)
  }

  @Test func readsJPEGBehindOtherSegments() {
    let bytes: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2,  // A segment of another sort.
      0xFF, 0xC4, 0, 3, 9,  // Huffman tables, which look like a frame.
      0xFF, 0xC2, 0, 11, 8, 0x02, 0x00, 0x0B, 0xB8, 3,
    ]
    #expect(PictureHeader(bytes)?.mediaType == "image/jpeg")
    #expect(PictureHeader(bytes)?.size == .init(width: 3000, height: 512))
  }

  @Test func readsEveryWebP() {
    let riff = Array("RIFF0000WEBP".utf8)
    let lossy =
      riff + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x01]
    #expect(PictureHeader(lossy)?.size == .init(width: 640, height: 480))
    let lossless = riff + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0]
    #expect(PictureHeader(lossless)?.size == .init(width: 640, height: 480))
    let extended =
      riff + Array("VP8X".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0]
    #expect(PictureHeader(extended)?.size == .init(width: 640, height: 480))
  }

  @Test func knowsWhatIsNoPicture() {
    #expect(PictureHeader([]) == nil)
    #expect(PictureHeader(Array("<html><body>".utf8)) == nil)
    #expect(
      PictureHeader(Array("<?xml version=\"1.0\"?><svg/>".utf8))?.mediaType == "image/svg+xml")
  }
}
