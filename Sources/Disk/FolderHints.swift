import Glibc
import Synchronization

/// Hears from the kernel that something in some folders may have changed (inotify).
///
/// A hint, and nothing that anybody may rely on: disks of other computers tell nothing, a kernel
/// watches so many folders and no more, and what it tells isn't read. Whoever looks at the folders
/// from time to time looks sooner because of it.
final class FolderHints: Sendable {
  private let descriptor: Descriptor
  /// Changes in a folder, of what is in it, and of itself.
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Listens to nothing yet; nil where the kernel has no such thing to offer.
  init?() {
    guard let number = try? checked({ inotify_init1(O_CLOEXEC | O_NONBLOCK) }) else { return nil }
    descriptor = Descriptor(owning: number)
  }

  /// Listens to folders, too; what can't be watched is passed over.
  func listen(to folders: some Sequence<String>) {
    for folder in folders { inotify_add_watch(descriptor.number, folder, Self.events) }
  }

  /// Whether there was a hint since the last time somebody asked.
  func take() -> Bool {
    var heard = false
    var events = [UInt8](repeating: 0, count: 1 << 14)
    while read(descriptor.number, &events, events.count) > 0 { heard = true }
    return heard
  }
}
