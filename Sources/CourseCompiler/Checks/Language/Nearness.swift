/// Places of a file that are asked for by where they stand, by bisection: a text may hold any number
/// of them.
struct Nearness {
  private let places: [Range<Int>]

  /// Takes places in the order of the file.
  init(_ places: [Range<Int>]) { self.places = places }

  /// The places of phrases that mean something.
  init(_ matter: Phrase.Matter, in wording: Wording) {
    places = wording.finds.hits.filter { $0.matter == matter }.map(\.range)
  }

  /// Whether one of them begins in a range of offsets.
  func isAny(in range: Range<Int>) -> Bool {
    let first = places.partitioningIndex { $0.lowerBound >= range.lowerBound }
    return first < places.count && places[first].lowerBound < range.upperBound
  }

  /// The first that begins at an offset or behind it.
  func first(from offset: Int) -> Range<Int>? {
    let first = places.partitioningIndex { $0.lowerBound >= offset }
    return first < places.count ? places[first] : nil
  }

  /// Whether a range shares bytes with the last one that begins before its end.
  func overlaps(_ range: Range<Int>) -> Bool {
    let next = places.partitioningIndex { $0.lowerBound >= range.upperBound }
    return next > 0 && places[next - 1].overlaps(range)
  }
}

extension RandomAccessCollection {
  /// The index of the first element from which on a condition holds, by bisection.
  func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
