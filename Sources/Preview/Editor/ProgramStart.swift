import Foundation

/// Starts another program: the author's editor, a browser.
public enum ProgramStart {
  /// Starts a program and leaves it alone. It gets neither our terminal nor our streams.
  ///
  /// - Returns: nil when it runs or ended well within a moment; else what went wrong.
  public static func start(_ words: [String]) async -> String? {
    guard let program = words.first, let path = EditorChoice.path(of: program) else {
      return "There is no program `\(words.first ?? "")`."
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = Array(words.dropFirst())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return "\(program) can't be started: \(error.localizedDescription)"
    }
    // Most editors hand over to a window that is open already, and end at once.
    for _ in 0..<20 where process.isRunning { try? await Task.sleep(for: .milliseconds(25)) }
    guard !process.isRunning, process.terminationStatus != 0 else { return nil }
    return "\(program) ended with status \(process.terminationStatus)."
  }
}
