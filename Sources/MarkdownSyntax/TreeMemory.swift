internal import CCMarkGFM

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Memory for cmark's trees: handed out one block after the other, taken back all at once.
///
/// For a page of text cmark asks for a thousand small blocks and gives back each by itself, which
/// takes as long as parsing. It doesn't say for which tree it asks, so every thread has a memory of
/// its own, which serves one parse after the other.
struct TreeMemory {
  private var pieces: [UnsafeMutableRawBufferPointer] = []
  /// How many of `pieces` are in use; the last of these is filled now.
  private var opened = 0
  private var next = 0
  /// Parses of this thread that are under way.
  private var users = 0

  /// Room in an ordinary piece; a page of text takes two or three.
  private static let room = 128 << 10
  /// So many pieces stay for the next text.
  private static let kept = 8
  /// Before each block stands its size; blocks begin at multiples of this, as those of `malloc` do.
  private static let step = 16

  /// Lends memory to cmark; whatever it took is gone afterwards.
  static func lend<Result>(_ body: (UnsafeMutablePointer<cmark_mem>) -> Result) -> Result {
    let memory = ofThisThread
    memory.pointee.users += 1
    defer {
      memory.pointee.users -= 1
      if memory.pointee.users == 0 { memory.pointee.clear() }
    }
    return body(functions.table)
  }

  /// A block of zeros.
  private mutating func block(of size: Int) -> UnsafeMutableRawPointer {
    let whole = Self.whole(size)
    if opened == 0 || pieces[opened - 1].count - next < whole { openPiece(for: whole) }
    let start = pieces[opened - 1].baseAddress.unsafelyUnwrapped + next
    next += whole
    start.storeBytes(of: size, as: Int.self)
    let block = start + Self.step
    memset(block, 0, size)
    return block
  }

  /// A block of another size that begins with the same bytes.
  private mutating func resized(
    _ block: UnsafeMutableRawPointer, _ size: Int
  ) -> UnsafeMutableRawPointer {
    let old = (block - Self.step).load(as: Int.self)
    if size <= old { return block }
    let result = self.block(of: size)
    result.copyMemory(from: block, byteCount: old)
    return result
  }

  /// Bytes that a block takes with its size before it.
  private static func whole(_ size: Int) -> Int { (size + 2 * step - 1) & ~(step - 1) }

  private mutating func openPiece(for size: Int) {
    if opened == pieces.count || pieces[opened].count < size {
      pieces.insert(
        .allocate(byteCount: max(size, Self.room), alignment: Self.step), at: opened)
    }
    opened += 1
    next = 0
  }

  /// Takes all blocks back.
  private mutating func clear() {
    opened = 0
    while pieces.count > Self.kept, let last = pieces.popLast() { last.deallocate() }
    // One for a block of great size is rarely needed again.
    pieces.removeAll { piece in
      let isLarge = piece.count > Self.room
      if isLarge { piece.deallocate() }
      return isLarge
    }
  }
}

// What cmark calls
extension TreeMemory {
  private struct Functions: @unchecked Sendable {
    let table = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)

    init() {
      table.initialize(
        to: cmark_mem(
          calloc: { TreeMemory.ofThisThread.pointee.block(of: $0 * $1) },
          realloc: { block, size in
            let memory = TreeMemory.ofThisThread
            return block.map { memory.pointee.resized($0, size) } ?? memory.pointee.block(of: size)
          },
          free: { _ in }))
    }
  }

  private static let functions = Functions()

  private static var ofThisThread: UnsafeMutablePointer<TreeMemory> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: Self.self) }
    let memory = UnsafeMutablePointer<TreeMemory>.allocate(capacity: 1)
    memory.initialize(to: TreeMemory())
    pthread_setspecific(key, memory)
    return memory
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { memory in
      guard let memory = memory?.assumingMemoryBound(to: TreeMemory.self) else { return }
      for piece in memory.pointee.pieces { piece.deallocate() }
      memory.deinitialize(count: 1)
      memory.deallocate()
    }
    return key
  }()
}
