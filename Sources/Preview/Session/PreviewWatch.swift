import Disk
import Dispatch

/// How often a preview looks, and how long it waits for writers.
package struct PreviewPace: Sendable {
  /// Shortest time between looks.
  package var between = Duration.milliseconds(40)
  /// Longest time between looks, for folders that take long to read.
  package var atMost = Duration.seconds(1)
  /// A change is taken when nothing else changed for this long.
  package var rest = Duration.milliseconds(20)
  /// The same where a file is gone or empty, which most often lasts a moment only.
  package var longRest = Duration.milliseconds(150)
  /// A change is taken after this long even if more keep coming.
  package var patience = Duration.milliseconds(250)

  /// The usual pace.
  package init() {}
}

/// Looks at folders until something changed and has come to rest.
struct PreviewWatch {
  let folders: [WatchedContent]
  let pace: PreviewPace
  private var pause: Duration
  private let queue = DispatchQueue(label: "amparo.preview.watch")

  init(folders: [WatchedContent], pace: PreviewPace) {
    self.folders = folders
    self.pace = pace
    pause = .zero
  }

  /// Waits for a change. The first call finds everything new.
  ///
  /// - Returns: false when the task was cancelled.
  mutating func nextChange() async -> Bool {
    while !Task.isCancelled {
      if pause > .zero { try? await Task.sleep(for: pause) }
      let start = ContinuousClock.now
      var change = await look()
      // A look takes a twentieth of the time at most, however large or far away the folder is.
      pause = min(pace.atMost, max(pace.between, (ContinuousClock.now - start) * 20))
      guard change.isAny else { continue }
      var isPassing = change.isPassing
      while change.isAny, ContinuousClock.now - start < pace.patience, !Task.isCancelled {
        try? await Task.sleep(for: isPassing ? pace.longRest : pace.rest)
        change = await look()
        isPassing = change.isPassing
      }
      return !Task.isCancelled
    }
    return false
  }

  /// Looks at every folder, on a thread where waiting for a slow disk holds up nobody.
  private func look() async -> WatchedContent.Change {
    let folders = folders
    return await withCheckedContinuation { continuation in
      queue.async {
        var all = WatchedContent.Change()
        for change in folders.map({ $0.look() }) {
          all.isAny = all.isAny || change.isAny
          all.isPassing = all.isPassing || change.isPassing
        }
        continuation.resume(returning: all)
      }
    }
  }
}
