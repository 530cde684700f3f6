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
  /// When the next look is due, and from when on a hint makes it due.
  private var due, earliest: ContinuousClock.Instant
  private let queue = DispatchQueue(label: "amparo.preview.watch")

  init(folders: [WatchedContent], pace: PreviewPace) {
    self.folders = folders
    self.pace = pace
    due = .now
    earliest = .now
  }

  /// Waits for a change. The first call finds everything new.
  ///
  /// - Returns: false when the task was cancelled.
  mutating func nextChange() async -> Bool {
    while !Task.isCancelled {
      await waitForLook()
      let start = ContinuousClock.now
      var change = await look()
      let end = ContinuousClock.now
      // A look takes a twentieth of the time at most, however large or far away the folder is; a
      // third while the kernel tells of changes.
      due = end + min(pace.atMost, max(pace.between, (end - start) * 20))
      earliest = end + min(pace.atMost, max(pace.between, (end - start) * 2))
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

  /// Waits until a look is due, or until the kernel hints at a change.
  private func waitForLook() async {
    var isHinted = false
    while !Task.isCancelled {
      for folder in folders where folder.takeHint() { isHinted = true }
      let next = isHinted ? min(due, earliest) : due
      let now = ContinuousClock.now
      guard now < next else { return }
      try? await Task.sleep(for: min(pace.between, next - now))
    }
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
