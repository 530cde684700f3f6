import Synchronization

/// One line on a terminal that tells how far the work is; it appears after a second of work and
/// goes away at the end. Silent where nobody watches.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var lastShown: ContinuousClock.Instant
  }

  private let isWatched: Bool
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  /// Starts the clock.
  init(isWatched: Bool = StandardStreams.error.isTerminal) {
    self.isWatched = isWatched
    start = .now
    state = Mutex(State(lastShown: start))
  }

  /// Says what is being done, ten times a second at most.
  func show(_ stage: @autoclosure () -> String) {
    guard isWatched else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1) else { return }
    let text = stage()
    state.withLock { state in
      guard !state.isShown || now - state.lastShown > .milliseconds(100) else { return }
      state.isShown = true
      state.lastShown = now
      StandardStreams.error.write("\r\u{1B}[K\(text)")
    }
  }

  /// Takes the line away, before other output.
  func clear() {
    state.withLock { state in
      if state.isShown { StandardStreams.error.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
