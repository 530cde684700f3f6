// Memory of the engine: what Swift's run time asks for as posix_memalign and free.
//
// The C library's allocator would be an eighth of the engine. This one keeps a list of free blocks
// per size class, four classes from one power of two to the next, so a block is at most a quarter
// larger than needed. Blocks are never joined or given back: an engine lives as long as a page, and
// what it needs most it needs again (arrays that grow, requests, answers).

/// Makes the memory larger by whole pages of 64 KiB and returns where they begin; -1 when there are
/// no more.
///
/// From the C library.
@_extern(c, "sbrk")
private func sbrk(_ bytes: Int) -> Int

/// In front of each block, so that blocks keep an alignment of 16 bytes.
private let headerSize = 16

/// Most size classes: four for each power of two from 32 bytes to 1 gigabyte.
private let classCount = 104

/// For each size class the address of its first free block, 0 for none; a free block holds the
/// address of the next.
nonisolated(unsafe) private var freeBlocks: UnsafeMutablePointer<UInt>?

/// Memory that was never used: from here to the end of the last page.
nonisolated(unsafe) private var unused: (start: UInt, end: UInt) = (0, 0)

/// The size class of a block and the bytes that blocks of the class have.
private func sizeClass(of bytes: UInt) -> (index: Int, bytes: UInt) {
  let needed = max(bytes, 32)
  let power = UInt(truncatingIfNeeded: UInt.bitWidth - 1 - needed.leadingZeroBitCount)
  let quarter: UInt = 1 << (power - 2)
  let steps = (needed - (1 << power) + quarter - 1) / quarter
  return (Int(truncatingIfNeeded: (power - 5) * 4 + steps), (1 << power) + steps * quarter)
}

/// Puts the address of a block with at least `bytes` bytes into `result` and returns 0.
///
/// Traps when there is none: the page then begins again from the last state. Swift doesn't look at
/// the error number, and address 0 is ordinary memory in wasm.
@_cdecl("__wrap_posix_memalign")
public func allocate(
  _ result: UnsafeMutablePointer<UInt>, _ alignment: UInt, _ bytes: UInt
) -> Int32 {
  guard alignment <= UInt(headerSize), bytes < 0x3000_0000 else { fatalError() }
  let wanted = sizeClass(of: bytes + UInt(headerSize))
  let lists = freeBlocks ?? makeLists()
  var block = lists[wanted.index]
  if block == 0 {
    block = takeUnused(wanted.bytes)
    UnsafeMutablePointer<UInt>(bitPattern: block)?.pointee = UInt(bitPattern: wanted.index)
  } else {
    let next = UnsafeMutablePointer<UInt>(bitPattern: block + UInt(headerSize))
    lists[wanted.index] = next?.pointee ?? 0
  }
  result.pointee = block + UInt(headerSize)
  return 0
}

/// Takes a block back; nothing for address 0.
@_cdecl("__wrap_free")
public func release(_ address: UInt) {
  guard address != 0, let lists = freeBlocks,
    let block = UnsafeMutablePointer<UInt>(bitPattern: address - UInt(headerSize))
  else { return }
  let index = Int(bitPattern: block.pointee)
  UnsafeMutablePointer<UInt>(bitPattern: address)?.pointee = lists[index]
  lists[index] = address - UInt(headerSize)
}

/// Cuts a block off the unused memory.
private func takeUnused(_ bytes: UInt) -> UInt {
  let size = (bytes + 15) & ~15
  if unused.end - unused.start < size {
    let pages = (size + 0xFFFF) & ~0xFFFF
    let start = sbrk(Int(bitPattern: pages))
    guard start != -1 else { fatalError() }
    // New pages lie behind the old ones, so what is left of those is not lost.
    if UInt(bitPattern: start) != unused.end { unused.start = UInt(bitPattern: start) }
    unused.end = UInt(bitPattern: start) + pages
  }
  defer { unused.start += size }
  return unused.start
}

/// The lists, all empty: the first block of all.
private func makeLists() -> UnsafeMutablePointer<UInt> {
  let start = takeUnused(UInt(classCount * MemoryLayout<UInt>.stride))
  guard let lists = UnsafeMutablePointer<UInt>(bitPattern: start) else { fatalError() }
  for index in 0..<classCount {
    lists[index] = 0
  }
  freeBlocks = lists
  return lists
}
