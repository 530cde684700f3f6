import CourseCompiler
import Diagnostics
package import Disk
import HTMLRendering
import Synchronization

/// A preview of one content folder: looks for changes, compiles, keeps the last good pages.
///
/// One loop does everything in turn, so there is never more than one compilation, and whatever was
/// saved while it ran is seen by the next look: `look → wait for rest → compile → publish`.
public final class PreviewSession: Sendable {
  private struct Shared {
    var state = PreviewState()
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    var nextListener = 0
  }

  private typealias LookResult = Result<PreviewLook, LookFindings>

  let inputs: PreviewInputs
  /// The content, as it was at the last look.
  package let content: WatchedContent
  /// The files of the theme, if there is one.
  let theme: WatchedContent?
  /// What one compilation leaves for the next.
  private let cache = CompilationCache()
  /// What pages show of modules, for as long as these stay as they are.
  private let memory = PageMemory()
  private let pace: PreviewPace
  private let shared = Mutex(Shared())

  /// Prepares a preview; `run` starts it.
  public convenience init(_ inputs: PreviewInputs) { self.init(inputs, pace: PreviewPace()) }

  package init(_ inputs: PreviewInputs, pace: PreviewPace) {
    self.inputs = inputs
    self.pace = pace
    content = WatchedContent(folder: inputs.content)
    theme = inputs.theme.map { WatchedContent(folder: $0) }
  }

  /// What came of the last compilation.
  package var state: PreviewState { shared.withLock { $0.state } }

  /// Compiles now and after every change, until the task is cancelled.
  public func run() async {
    var watch = PreviewWatch(folders: [content] + (theme.map { [$0] } ?? []), pace: pace)
    var look: (revision: Int?, result: LookResult)?
    while await watch.nextChange() {
      let revision = theme?.revision
      if look == nil || look?.revision != revision { look = (revision, inputs.loadLook(theme)) }
      if let look { await compile(look.result) }
    }
    // Not within the lock: a listener that ends comes back for it.
    let listeners = shared.withLock { shared in
      defer { shared.listeners = [:] }
      return shared.listeners
    }
    for listener in listeners.values { listener.finish() }
  }

  /// Waits until there is a first state.
  package func firstState() async {
    let changes = changes()
    guard state.revision == 0 else { return }
    for await _ in changes { return }
  }

  /// The number of each state from now on; a listener that is slow gets the newest only.
  package func changes() -> AsyncStream<Int> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let number = shared.withLock { shared in
        shared.nextListener += 1
        shared.listeners[shared.nextListener] = continuation
        return shared.nextListener
      }
      continuation.onTermination = { [weak self] _ in
        _ = self?.shared.withLock { $0.listeners.removeValue(forKey: number) }
      }
    }
  }

  /// Compiles what is there now; what hasn't changed is taken from the compilation before.
  private func compile(_ lookResult: LookResult) async {
    let compilation = await CourseCompiler.compile(
      content, options: inputs.options, reusing: cache)
    var diagnostics = compilation.diagnostics
    var sources = compilation.sources
    var shown: ShownToolkit?
    func add(_ findings: LookFindings) {
      diagnostics += findings.diagnostics
      sources.merge(findings.sources) { $1 }
    }
    do {
      let look = try lookResult.get()
      add(look.findings)
      if let general = compilation.variants.first {
        shown = try ShownToolkit(
          general.toolkit, variants: Array(compilation.variants.dropFirst()),
          pictures: PictureFiles.paths(in: content), look: look, memory: memory)
        memory.forget(except: general.toolkit, paths: [])
      }
    } catch let findings as LookFindings {
      add(findings)
    } catch {
      diagnostics.append(
        Diagnostic(.wrongValue, path: "", "The theme can't be used. \(error)"))
    }
    publish(shown, diagnostics, sources)
  }

  private func publish(
    _ shown: ShownToolkit?, _ diagnostics: [Diagnostic], _ sources: [String: SourceFile]
  ) {
    let problems = ProblemList(diagnostics, sources: sources)
    let (old, listeners) = shared.withLock { shared in
      let old = shared.state
      shared.state = PreviewState(
        revision: old.revision + 1, shown: shown ?? old.shown, isCurrent: shown != nil,
        problems: problems)
      return (old, shared.listeners)
    }
    // To free what was shown before takes its time; nobody need wait for that.
    withExtendedLifetime(old) {
      for listener in listeners.values { listener.yield(old.revision + 1) }
    }
  }
}

/// What a preview knows after a compilation.
package struct PreviewState: Sendable {
  /// Counts compilations; 0 before the first.
  package var revision = 0
  /// The last toolkit without errors; nil while there was none.
  package var shown: ShownToolkit?
  /// Whether it is what stands on disk now.
  package var isCurrent = false
  /// What is wrong with what stands on disk now.
  package var problems = ProblemList()
}
