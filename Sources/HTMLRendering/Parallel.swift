internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// So many values are worth the way to another core.
  private static var portion: Int { 64 }

  /// Applies a function to every value, on all cores; the results stand in the order of the values.
  func inParallel<Result: Sendable>(_ body: @Sendable (Element) -> Result) -> [Result] {
    guard count > Self.portion else { return map(body) }
    let starts = Array<Int>(stride(from: 0, to: count, by: Self.portion))
    let parts = Mutex([[Result]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { number in
      let part = self[starts[number]..<Swift.min(starts[number] + Self.portion, count)].map(body)
      parts.withLock { $0[number] = part }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }
}
