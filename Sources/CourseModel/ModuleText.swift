import Synchronization

/// The text of a module, which may be put away while nobody reads it and made again when somebody
/// does.
///
/// A toolkit of ten thousand modules doesn't fit into a small computer's memory all at once, and an
/// incremental build never looks at the texts that haven't changed.
public final class ModuleText: Sendable {
  /// What is put away.
  public struct Content: Sendable {
    /// What a learner can do afterwards.
    public let outcomes: [Outcome]
    /// What else stands under the heading of the outcomes.
    public let opening: [Block]
    /// The text, section by section.
    public let sections: [Section]

    /// Gathers the text.
    public init(outcomes: [Outcome], opening: [Block], sections: [Section]) {
      self.outcomes = outcomes
      self.opening = opening
      self.sections = sections
    }
  }

  private let held: Mutex<Content?>
  private let load: (@Sendable () -> Content)?

  /// Holds a text.
  /// - Parameters:
  ///   - content: the text; nil to make it when it is asked for.
  ///   - load: makes the same text again.
  public init(_ content: Content?, load: @escaping @Sendable () -> Content) {
    held = Mutex(content)
    self.load = load
  }

  /// Holds a text for good.
  public init(_ content: Content) {
    held = Mutex(content)
    load = nil
  }

  /// The text; made again when it was put away, and kept then.
  public var content: Content {
    if let content = held.withLock({ $0 }) { return content }
    // Two at once may both make it: the same text each time.
    guard let content = load?() else { return Content(outcomes: [], opening: [], sections: []) }
    held.withLock { $0 = content }
    return content
  }

  /// The same text, made by something else when it was put away.
  public func remade(by load: @escaping @Sendable () -> Content) -> ModuleText {
    ModuleText(held.withLock { $0 }, load: load)
  }

  /// Whether the text is in memory.
  public var isHeld: Bool { held.withLock { $0 != nil } }

  /// Puts the text away, when it can be made again.
  public func putAway() {
    if load != nil { held.withLock { $0 = nil } }
  }
}
