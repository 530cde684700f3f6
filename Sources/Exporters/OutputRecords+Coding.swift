import CourseModel
import Learning

extension OutputRecords {
  /// The records as bytes for a cache on disk.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.count(files.count)
    for (path, record) in files.sorted(by: { $0.key < $1.key }) {
      writer.block(Array(path.utf8))
      writer.raw(record.key.bytes)
      writer.raw(record.sha256.bytes)
      writer.fixed64(UInt64(record.size))
    }
    return writer.bytes
  }

  /// Reads such bytes; nil when they aren't such.
  public init?(encoded bytes: [UInt8]) {
    var files: [String: Record] = [:]
    do throws(CodecError) {
      var reader = ByteReader(bytes)
      let count = try reader.count(upTo: 1 << 26, eachAtLeast: 73)
      files.reserveCapacity(count)
      for _ in 0..<count {
        let path = String(decoding: try reader.block(upTo: 1 << 16), as: UTF8.self)
        guard let key = ContentDigest(try reader.raw(32)),
          let sha256 = ContentDigest(try reader.raw(32)),
          let size = Int(exactly: try reader.fixed64())
        else { return nil }
        files[path] = Record(key: key, sha256: sha256, size: size)
      }
      try reader.finish()
    } catch {
      return nil
    }
    self.init(files: files)
  }
}
