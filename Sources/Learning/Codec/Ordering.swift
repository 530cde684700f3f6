extension Array {
  /// Moves the last element to an index, the ones behind it up by one.
  ///
  /// `insert(_:at:)` would do, but is several times as much code in wasm.
  mutating func moveLast(to place: Int) {
    var index = count - 1
    while index > place {
      swapAt(index, index - 1)
      index -= 1
    }
  }
}
