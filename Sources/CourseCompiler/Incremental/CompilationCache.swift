internal import CourseModel
internal import Diagnostics
import Synchronization

/// What one compilation leaves for the next, so that only what has changed is read and composed
/// again.
///
/// Whatever is taken from it is what a compilation without it would make: a text is known by the
/// digest of its bytes, and a file by its texts and by the answers that it got about all others.
/// Nothing is known by time. One cache serves one content folder at a time; two compilations at once
/// each take what is there, and the later one leaves its own.
public final class CompilationCache: Sendable {
  struct State: Sendable {
    /// The toolkit's languages, the default one first: with others nothing is as it was.
    var languages: [Language] = []
    var texts: [String: TextRecord] = [:]
    var files: [FileInput.Key: FileRecord] = [:]
    var engine: EngineRecord?
  }

  /// The engine blob, and what it was made from.
  struct EngineRecord: Sendable {
    let digest: ContentDigest
    let blob: [UInt8]
  }

  private let state = Mutex(State())

  /// Creates an empty cache.
  public init() {}

  /// What is there for a toolkit of some languages.
  func state(for languages: [Language]) -> State {
    let known = state.withLock { $0 }
    return known.languages == languages ? known : State(languages: languages)
  }

  /// Leaves something for the next compilation.
  func replace(with state: State) { self.state.withLock { $0 = state } }
}
