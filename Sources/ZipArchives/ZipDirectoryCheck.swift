/// Looks for everything in a list of files that is dangerous or that programs read differently.
struct ZipDirectoryCheck {
  private(set) var faults: [ZipFault] = []
  private(set) var entries: [ZipArchive.Entry] = []
  private let directory: ZipDirectory
  private let limits: ZipLimits
  private let archiveSize: Int
  /// Positions of entries that must not be unpacked.
  private var unreadable: Set<Int> = []

  init(_ directory: ZipDirectory, limits: ZipLimits, archiveSize: Int) {
    self.directory = directory
    self.limits = limits
    self.archiveSize = archiveSize
  }

  mutating func run(_ file: borrowing OpenFile) {
    let paths = directory.records.map { String(decoding: $0.name, as: UTF8.self) }
    for (index, record) in directory.records.enumerated() {
      check(record, index, paths[index])
    }
    checkSizes(paths)
    checkNames(paths)
    checkPlaces(file, paths)
    entries = paths.indices.map { index in
      ZipArchive.Entry(
        path: paths[index], size: directory.records[index].size, index: index,
        isReadable: !unreadable.contains(index))
    }
  }

  /// What can be said of an entry alone.
  private mutating func check(_ record: ZipDirectory.Record, _ index: Int, _ path: String) {
    for kind in ZipPath.faults(record, limits: limits) { faults.append(ZipFault(kind, path)) }
    // 0 where the archive was made on Windows.
    let type = record.mode & 0o170000
    if type != 0, type != 0o100000, type != 0o040000 {
      faults.append(ZipFault(.notAFile, path))
    }
    // Bits 0, 6 and 13: encrypted, strongly encrypted, and with a hidden list.
    if record.flags & (1 | 1 << 6 | 1 << 13) != 0 {
      faults.append(ZipFault(.encrypted, path))
      unreadable.insert(index)
    } else if record.method != 0, record.method != 8 {
      faults.append(ZipFault(.method(record.method), path))
      unreadable.insert(index)
    }
    if record.isLarge { faults.append(ZipFault(.large, path)) }
  }

  /// How much all files are, unpacked.
  private mutating func checkSizes(_ paths: [String]) {
    var total = 0
    for (index, record) in directory.records.enumerated() {
      if record.size > limits.fileBytes {
        faults.append(ZipFault(.tooLarge(record.size), paths[index]))
        // Everything else about sizes follows from it.
        return
      }
      let (sum, isTooMuch) = total.addingReportingOverflow(record.size)
      total = isTooMuch ? Int.max : sum
    }
    let ratio = total / max(1, archiveSize)
    if total > limits.totalBytes {
      faults.append(ZipFault(.totalTooLarge(total)))
    } else if total > limits.ratioBytes, ratio > limits.ratio {
      faults.append(ZipFault(.ratio(ratio)))
    }
  }

  /// Paths that mean one place to some system.
  private mutating func checkNames(_ paths: [String]) {
    var byFolded: [String: Int] = [:]
    byFolded.reserveCapacity(paths.count)
    for (index, path) in paths.enumerated() {
      let plain = path.utf8.last == 0x2F ? String(path.dropLast()) : path
      let folded = plain.lowercased()
      if let other = byFolded[folded] {
        // Names that differ in large and small letters only are no fault of the archive.
        let areFolders = [path, paths[other]].map { $0.utf8.last == 0x2F }
        if paths[other].utf8.elementsEqual(path.utf8) {
          faults.append(ZipFault(.twice, path))
        } else if areFolders[0] != areFolders[1] {
          faults.append(ZipFault(.fileAndFolder, path))
        }
      } else {
        byFolded[folded] = index
      }
    }
    var known: Set<Substring> = []
    for path in paths {
      var folder = path.dropLast(path.utf8.last == 0x2F ? 1 : 0)
      // Up to the first folder that was seen before; so each is looked at once.
      while let slash = folder.utf8.lastIndex(of: 0x2F) {
        folder = folder[..<slash]
        guard known.insert(folder).inserted else { break }
        if let other = byFolded[folder.lowercased()], paths[other].utf8.last != 0x2F {
          faults.append(ZipFault(.fileAndFolder, paths[other]))
        }
      }
    }
  }

  /// Whether each file has bytes of its own, and says of itself what the list says.
  private mutating func checkPlaces(_ file: borrowing OpenFile, _ paths: [String]) {
    let records = directory.records
    let order = records.indices.sorted { records[$0].offset < records[$1].offset }
    for (position, index) in order.enumerated() {
      let record = records[index]
      let next =
        position + 1 < order.count ? records[order[position + 1]].offset : directory.start
      let header = file.bytes(at: record.offset, count: 30 + record.name.count)
      guard header.count == 30 + record.name.count, header.number32(0) == 0x0403_4B50 else {
        faults.append(ZipFault(.contradiction, paths[index]))
        unreadable.insert(index)
        continue
      }
      let before = record.offset + 30 + header.number16(26) + header.number16(28)
      let (end, isTooMuch) = before.addingReportingOverflow(record.packedSize)
      if isTooMuch || end > min(next, directory.start) {
        faults.append(ZipFault(.overlap, paths[index]))
        unreadable.insert(index)
      }
      // Bit 3: sizes stand behind the file. Zero then, and for ZIP64 elsewhere.
      let hasSizes = header.number16(6) & 1 << 3 == 0 && !record.isLarge
      let isSame =
        header[30...].elementsEqual(record.name) && header.number16(26) == record.nameLength
        && header.number16(8) == record.method
        && (!hasSizes
          || header.number32(18) == record.packedSize && header.number32(22) == record.size)
      if !isSame { faults.append(ZipFault(.contradiction, paths[index])) }
    }
  }
}
