import Dispatch
import Glibc
import Synchronization

/// Ends a build that a person or the system interrupts, with nothing left behind.
///
/// While nothing is written yet, the program ends at once. After that the build is told to stop: it
/// removes what it has begun, and what was there before stays.
final class Interruption: Sendable {
  private struct State {
    var isWriting = false
    /// The signal that asked us to end.
    var signal: Int32?
  }

  private let state = Mutex(State())

  /// Listens for Ctrl-C, for the end of the terminal, and for the system asking us to end.
  init() {
    for number in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(number) {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      // A source that nobody holds ends; this one lasts as long as the program.
      source.setEventHandler { [self] in
        withExtendedLifetime(source) { arrive(number) }
      }
      source.resume()
    }
  }

  /// Whether whoever started us decided that a signal means nothing to us, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private func arrive(_ number: Int32) {
    let isWriting = state.withLock { state in
      defer { state.signal = number }
      // Whoever asks twice doesn't want to wait.
      return state.isWriting && state.signal == nil
    }
    if !isWriting { _exit(128 + number) }
  }

  /// Says that files are being written from here on.
  func beginWriting() { state.withLock { $0.isWriting = true } }

  /// Throws once we were asked to end.
  func check() throws(Stop) {
    if let number = state.withLock({ $0.signal }) { throw Stop(status: 128 + number) }
  }

  /// The wish to end, with the status that shells expect.
  struct Stop: Error {
    let status: Int32
  }
}
