/// Why the engine refused a call.
///
/// The numbers are part of the interface to the page.
public enum SessionError: UInt8, Error, Equatable, CaseIterable, Sendable {
  /// No course was loaded yet.
  case noCourse = 1
  /// The request's bytes can't be read.
  case badRequest = 2
  /// The engine blob can't be read.
  case badCourse = 3
  /// No operation has this number.
  case unknownOperation = 4
  /// The course has no such file.
  case noSuchFile = 5
  /// The file has no such section.
  case noSuchSection = 6
  /// The file has no such activity.
  case noSuchActivity = 7
  /// The activity is of another kind.
  case wrongKind = 8
  /// The question has no such option.
  case noSuchOption = 9
  /// No option is chosen.
  case nothingChosen = 10
  /// More than one option is chosen where one is meant.
  case tooManyChosen = 11
  /// The question is answered rightly, has no tries left, or was answered in this attempt.
  case locked = 12
  /// The quiz isn't finished, so there is nothing to repeat.
  case notFinished = 13
  /// The quiz has no attempts left.
  case noTriesLeft = 14
  /// The node has no such answer, or the walk is over.
  case noSuchAnswer = 15
  /// The walk is at its start.
  case atStart = 16
  /// The tree has no such node.
  case noSuchNode = 17
}
