import ArgumentParser
import CourseCompiler
import CourseModel
import Diagnostics
import Dispatch
import Foundation
import Preview

/// `amparo serve`: pages in a browser that follow every save.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows your pages in a browser while you write.",
    discussion: """
      Open the address that is printed. Each time you save a text, the page in the browser follows. \
      When something is wrong, it says what, where and how to mend it, and the last good page stays. \
      Nothing is built, and no other computer can see it. End it with Ctrl-C.

      Examples:

        amparo serve                          the folder Content
        amparo serve ~/my-course --open       and open the browser
        amparo serve --lms scorm12            packages, as a learning system shows them
        amparo serve --editor code            a button opens the place of a mistake in VS Code
        amparo serve --editor "myeditor --at {line} {file}"

      Without --editor, the variables AMPARO_EDITOR, VISUAL and EDITOR are asked.
      """)

  @Argument(help: "The folder with your texts.", completion: .directory)
  var content = "Content"

  @Option(
    help: ArgumentHelp(
      "Where to listen on this computer. 8000 or the next free one if left out.",
      valueName: "number"))
  var port: UInt16?

  @Option(
    help: ArgumentHelp(
      "Begin with the packages for a standard, in a practice learning system.",
      valueName: Self.standards.joined(separator: "|")),
    completion: .list(Self.standards), transform: Self.standard)
  var lms: PackageStandard?

  @Flag(help: "Open the address in your browser.")
  var open = false

  @Option(help: ArgumentHelp("The program to open files in.", valueName: "command"))
  var editor: String?

  @Option(help: ArgumentHelp("A folder with a look of your own.", valueName: "folder"))
  var theme: String?

  func validate() throws {
    if port == 0 { throw ValidationError("--port needs a number from 1 to 65535.") }
    _ = try chosenEditor()
  }

  func run() async throws {
    let choice = try chosenEditor()
    if case .none(because: let reason?) = choice { StandardStreams.error.write(reason + "\n") }
    let theme = theme
    let session = PreviewSession(
      PreviewInputs(
        content: content, theme: theme,
        options: .init(jobs: ProcessInfo.processInfo.activeProcessorCount)
      ) { files in
        do throws(Look.ThemeReport) {
          let look = try Look.load(files, named: theme ?? "")
          return .success(
            PreviewLook(
              theme: look.theme, assets: look.assets,
              findings: LookFindings(look.report.diagnostics, sources: look.report.sources)))
        } catch {
          return .failure(LookFindings(error.diagnostics, sources: error.sources))
        }
      })
    try await serve(PreviewServer(session, editor: choice))
  }

  private func serve(_ server: PreviewServer) async throws {
    let place = port.map(PreviewServer.Port.exactly) ?? .from(Self.usualPort)
    let (content, open) = (content, open)
    let start = lms.map { "_amparo/lms/\($0.rawValue)/" } ?? ""
    let serving = Task {
      try await server.run(at: place) { port in
        let address = "http://127.0.0.1:\(port)/\(start)"
        Self.greet(content: content, address: address, port: port, wished: place)
        if open { Self.openBrowser(address) }
      }
    }
    let signals = Self.onInterrupt { serving.cancel() }
    defer { signals.forEach { $0.cancel() } }
    do {
      try await serving.value
    } catch let failure as PreviewServer.Failure {
      try Report(format: .terminal, stream: .error, folder: content).write(
        [failure.diagnostic], sources: [:])
      try ExitStatus.inputOutput.leave()
    }
    StandardStreams.output.write("\nThe preview has ended. Your texts are as you saved them.\n")
  }

  private static let standards = PackageStandard.allCases.map(\.rawValue)

  private static func standard(named name: String) throws -> PackageStandard {
    guard let standard = PackageStandard(rawValue: name) else {
      throw ValidationError("--lms knows \(standards.joined(separator: ", ")).")
    }
    return standard
  }

  private static let usualPort: UInt16 = 8000

  private func chosenEditor() throws -> EditorChoice {
    do {
      return try EditorChoice.choose(
        option: editor, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw ValidationError("--editor: \(error.sentence)")
    }
  }

  private static func greet(
    content: String, address: String, port: UInt16, wished: PreviewServer.Port
  ) {
    var text = "Preview of \(content): \(address)\n"
    if case .from(let first) = wished, first != port {
      text = "Port \(first) is taken, so this preview uses \(port).\n" + text
    }
    StandardStreams.output.write(text + "Save a text, and the page follows. Ctrl-C ends it.\n")
  }

  /// Calls `action` for Ctrl-C, and when the system asks us to end.
  private static func onInterrupt(
    _ action: @escaping @Sendable () -> Void
  ) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: action)
      source.resume()
      return source
    }
  }

  private static func openBrowser(_ address: String) {
    let words = ["xdg-open", address]
    Task {
      guard let problem = await ProgramStart.start(words) else { return }
      StandardStreams.error.write("The browser wasn't opened. \(problem)\n")
    }
  }
}

extension PreviewServer.Failure {
  /// The diagnostic that says so.
  var diagnostic: Diagnostic {
    let (message, help) =
      switch self {
      case .portTaken(let port):
        (
          "Port \(port) is taken: another program listens there, perhaps another preview.",
          "Leave out `--port`, and a free one is found. Or name another: `--port \(port == 65535 ? 8000 : port + 1)`."
        )
      case .allPortsTaken(let first, let last):
        (
          "All ports from \(first) to \(last) are taken.",
          "End previews that you no longer need, or name another port: `--port 9000`."
        )
      case .refused(let port, let reason):
        (
          "The preview can't listen at port \(port): \(reason).",
          "Name a port from 1024 on: `--port 8000`."
        )
      }
    return Diagnostic(.portNotUsable, path: "", message, help: help)
  }
}
