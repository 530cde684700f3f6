import ArgumentParser
import Glibc

/// Standard output or standard error.
enum StandardStreams: Int32, Sendable {
  case output = 1
  case error = 2

  /// Makes the three standard streams harmless: a closed one must not become the number of a file
  /// that we write, and a reader that has gone must not kill us.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is taken, which is this one.
      _ = open("/dev/null", number == 0 ? O_RDONLY : O_WRONLY)
    }
  }

  /// Whether a person watches it.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Columns of the terminal; elsewhere those that `COLUMNS` asks for, nil when it doesn't.
  var width: Int? {
    var size = winsize()
    if isTerminal, ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    guard let wish = getenv("COLUMNS"), let columns = Int(String(cString: wish)), columns > 0 else {
      return nil
    }
    return columns
  }

  /// Whether to colour: only for people, and not when they asked for none (no-color.org).
  var usesColour: Bool {
    guard isTerminal else { return false }
    if let wish = getenv("NO_COLOR"), wish.pointee != 0 { return false }
    if let terminal = getenv("TERM"), String(cString: terminal) == "dumb" { return false }
    return true
  }

  /// Writes what a command was asked for. A reader that has gone is no failure.
  ///
  /// - Throws: an exit with status 74 when it can't be written whole, for example to a full disk;
  ///   standard error says so.
  func deliver(_ text: String) throws {
    guard let problem = write(text) else { return }
    let name = self == .output ? "Standard output" : "Standard error"
    StandardStreams.error.write(
      "\(name) can't be written: \(problem). What it holds is not whole.\n")
    try ExitStatus.inputOutput.leave()
  }

  /// Writes a remark; use `deliver` for what a command was asked for.
  ///
  /// - Returns: why something could not be written; nil when all went well or nobody reads any more.
  @discardableResult
  func write(_ text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno == EPIPE ? nil : String(cString: strerror(errno))
      }
    }
    return nil
  }
}
