/// The calls of the engine.
///
/// Their numbers are the interface to the page; docs/engine.md lists request and response of each.
public enum EngineOperation: UInt8, CaseIterable, Sendable {
  /// Begins with a course.
  case load = 1
  /// Goes on from a saved state.
  case resume = 2
  /// The state as bytes.
  case snapshot = 3
  /// The revision counter.
  case revision = 4
  /// Marks a section as opened.
  case open = 5
  /// How a question stands.
  case question = 6
  /// Answers a question.
  case answer = 7
  /// Remembers that a hint was opened.
  case hint = 8
  /// How a quiz stands.
  case quiz = 9
  /// Begins the next attempt at a quiz.
  case retry = 10
  /// How a walk through a tree stands.
  case tree = 11
  /// Takes an answer of a tree.
  case take = 12
  /// Takes the last answer of a tree back.
  case back = 13
  /// Begins a tree again.
  case restart = 14
  /// What is done.
  case progress = 15
  /// Replaces the searchable texts.
  case index = 16
  /// Searches.
  case search = 17
  /// Forgets everything.
  case reset = 18
}
