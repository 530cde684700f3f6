/// Everything that a toolkit remembers of a learner: records by tags, and a revision counter.
///
/// Records whose tags the current course doesn't know stay in the state. So one that was saved
/// before an edit resumes with what still applies, and opening it in an older toolkit destroys
/// nothing.
public struct LearnerState: Equatable, Sendable {
  /// How often the state was changed; stops at 2^32 - 1.
  ///
  /// Of two copies the higher one is newer.
  public private(set) var revision: UInt32
  /// Records in ascending order of their keys.
  public private(set) var entries: [Entry]

  /// A record and where it belongs.
  public struct Entry: Equatable, Sendable {
    /// Where it belongs.
    public let key: RecordKey
    /// What is kept.
    public fileprivate(set) var record: StateRecord

    init(key: RecordKey, record: StateRecord) {
      self.key = key
      self.record = record
    }
  }

  /// A fresh state.
  public init() {
    revision = 0
    entries = []
  }

  /// A decoded state, whose order was checked.
  init(revision: UInt32, entries: [Entry]) {
    self.revision = revision
    self.entries = entries
  }

  /// The record at a key, or nil.
  public func record(at key: RecordKey) -> StateRecord? {
    let index = position(of: key)
    guard index < entries.count, entries[index].key == key else { return nil }
    return entries[index].record
  }

  /// Keeps a record and counts the change; nil removes what was there.
  public mutating func set(_ record: StateRecord?, at key: RecordKey) {
    let index = position(of: key)
    let exists = index < entries.count && entries[index].key == key
    switch (record, exists) {
    case (nil, false):
      return
    case (nil, true):
      for later in index + 1..<entries.count {
        entries.swapAt(later - 1, later)
      }
      entries.removeLast()
    case (let record?, true):
      guard entries[index].record != record else { return }
      entries[index].record = record
    case (let record?, false):
      entries.append(Entry(key: key, record: record))
      entries.moveLast(to: index)
    }
    countChange()
  }

  /// Removes every record and counts the change: "start again", not another learner.
  public mutating func removeAll() {
    entries = []
    countChange()
  }

  private mutating func countChange() {
    if revision < .max { revision += 1 }
  }

  /// Index of the first entry that isn't before the key.
  private func position(of key: RecordKey) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Sizes that no state passes.
public enum StateLimits {
  /// Bytes of an encoded state.
  public static let bytes = 1_048_576
  /// Records of a file, and files in a state.
  public static let records = 65_536
  /// Bytes of a record that a later version wrote.
  public static let laterRecord = 65_536
}
