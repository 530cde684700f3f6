internal import CLibZip
internal import Glibc

/// A file for an archive, ready to be copied into many: packed once.
public struct PackedFile: Sendable {
  /// An archive that holds only this file, under the name `f`.
  fileprivate let archive: [UInt8]

  /// Packs bytes.
  ///
  /// - Throws: when libzip can't.
  public init(_ bytes: [UInt8]) throws(ZipProblem) {
    archive = try ZipWriter.archive([ZipEntry("f", bytes)])
  }
}

/// One file of an archive to be.
public struct ZipEntry: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    case packed(PackedFile)
  }

  /// Path inside the archive, with `/` between the parts.
  public let path: String
  let content: Content

  /// A file that is packed for this archive.
  public init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  /// A file that was packed before.
  public init(_ path: String, _ file: PackedFile) {
    self.path = path
    content = .packed(file)
  }
}

/// Why an archive can't be made or read.
public struct ZipProblem: Error, Sendable, Hashable {
  /// What is wrong, in one sentence.
  public let message: String
  /// Describes a problem.
  public init(_ message: String) { self.message = message }
}

/// Makes zip archives in memory.
///
/// The same entries give the same bytes: every file has the time 1980-01-01 00:00 and the rights
/// `rw-r--r--`, and nothing of the machine goes in.
public enum ZipWriter {
  /// The bytes of an archive with some files, in the order given.
  ///
  /// - Throws: for a path that stands twice, and when libzip can't.
  public static func archive(_ entries: [ZipEntry]) throws(ZipProblem) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw problem(&error) }
    // One share is the archive's, the other ours, to read the bytes when it is closed.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw problem(&error)
    }
    var opened: [OpaquePointer] = []
    defer { for source in opened { zip_discard(source) } }
    do throws(ZipProblem) {
      for entry in entries { try add(entry, to: archive, &opened) }
      guard zip_close(archive) == 0 else { throw problem(archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    return try bytes(of: target)
  }

  private static func add(
    _ entry: ZipEntry, to archive: OpaquePointer, _ opened: inout [OpaquePointer]
  ) throws(ZipProblem) {
    let source: OpaquePointer
    switch entry.content {
    case .bytes(let bytes):
      var error = zip_error_t()
      zip_error_init(&error)
      source = try buffer(bytes, &error)
    case .packed(let file):
      let packed = try open(file)
      opened.append(packed)
      // The compressed bytes as they are: no second packing.
      guard let copy = zip_source_zip(archive, packed, 0, zip_flags_t(ZIP_FL_COMPRESSED), 0, -1)
      else { throw problem(archive) }
      source = copy
    }
    let flags = zip_flags_t(ZIP_FL_ENC_UTF_8)
    let index = zip_file_add(archive, entry.path, source, flags)
    guard index >= 0 else {
      zip_source_free(source)
      throw problem(archive)
    }
    let number = zip_uint64_t(index)
    let regularFile = zip_uint32_t(0o100644) << 16
    guard zip_set_file_compression(archive, number, ZIP_CM_DEFLATE, 9) == 0,
      zip_file_set_dostime(archive, number, 0, 1 << 5 | 1, 0) == 0,
      zip_file_set_external_attributes(
        archive, number, 0, zip_uint8_t(ZIP_OPSYS_UNIX), regularFile) == 0
    else { throw problem(archive) }
  }

  /// A source that owns a copy of some bytes.
  private static func buffer(
    _ bytes: [UInt8], _ error: inout zip_error_t
  ) throws(ZipProblem) -> OpaquePointer {
    let copy = malloc(max(1, bytes.count))
    guard let copy else { throw ZipProblem("There is no memory left.") }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { memcpy(copy, start, source.count) }
    }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
      free(copy)
      throw problem(&error)
    }
    return source
  }

  private static func open(_ file: PackedFile) throws(ZipProblem) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    let source = try buffer(file.archive, &error)
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw problem(&error)
    }
    return archive
  }

  private static func bytes(of source: OpaquePointer) throws(ZipProblem) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw problem(zip_source_error(source))
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes { buffer in
      zip_source_read(source, buffer.baseAddress, zip_uint64_t(buffer.count))
    }
    guard count == zip_int64_t(status.size) else { throw problem(zip_source_error(source)) }
    return bytes
  }

  private static func problem(_ error: UnsafeMutablePointer<zip_error_t>?) -> ZipProblem {
    defer { error.map { zip_error_fini($0) } }
    let reason = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) }
    return ZipProblem("The archive can't be made: \(reason ?? "no reason known").")
  }

  private static func problem(_ archive: OpaquePointer) -> ZipProblem {
    let reason = zip_strerror(archive).map { String(cString: $0) }
    return ZipProblem("The archive can't be made: \(reason ?? "no reason known").")
  }
}
