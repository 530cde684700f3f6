import Preview
import Testing

/// How files are opened in the author's editor.
struct EditorTests {
  static let path = "/content/My module/en.md"

  @Test(arguments: [
    ("code", ["code", "--goto", "\(path):12:5"]),
    ("code --wait", ["code", "--wait", "--goto", "\(path):12:5"]),
    ("/usr/bin/codium", ["/usr/bin/codium", "--goto", "\(path):12:5"]),
    ("subl", ["subl", "\(path):12:5"]),
    ("zed", ["zed", "\(path):12:5"]),
    ("gedit", ["gedit", "+12:5", path]),
    ("emacsclient -n", ["emacsclient", "-n", "+12:5", path]),
    ("gvim", ["gvim", "+12", path]),
    ("kate", ["kate", "--line", "12", "--column", "5", path]),
    ("some-editor", ["some-editor", path]),
    ("mine --at={line},{column} {file}", ["mine", "--at=12,5", path]),
    ("'/opt dir/ed it' --x \"a b\"", ["/opt dir/ed it", "--x", "a b", path]),
  ])
  func `An editor is told the place in its own form`(command: String, words: [String]) throws {
    #expect(try EditorCommand(command).words(path: Self.path, line: 12, column: 5) == words)
  }

  @Test func `A path with braces in it stays whole`() throws {
    let words = try EditorCommand("mine {file}:{line}").words(path: "/a{line}b", line: 3, column: 1)
    #expect(words == ["mine", "/a{line}b:3"])
  }

  @Test(arguments: ["vim", "/usr/bin/nvim -p", "nano", "emacs -nw", "hx"])
  func `Editors inside a terminal are refused`(command: String) {
    #expect {
      try EditorCommand(command)
    } throws: { error in
      guard case .needsTerminal = error as? EditorCommand.Problem else { return false }
      return true
    }
  }

  @Test func `Nothing of a shell is run`() throws {
    let words = try EditorCommand("code; rm -rf $HOME `x`").words(path: "/a", line: 1, column: 1)
    #expect(words.prefix(6) == ["code;", "rm", "-rf", "$HOME", "`x`", "/a"])
  }

  @Test func `The option wins, then AMPARO_EDITOR, VISUAL and EDITOR`() throws {
    let all = ["AMPARO_EDITOR": "kate", "VISUAL": "subl", "EDITOR": "vim"]
    func name(_ option: String?, _ environment: [String: String], without: String = "") throws
      -> String?
    {
      let choice = try EditorChoice.choose(option: option, environment: environment) {
        $0 != without
      }
      guard case .editor(let command) = choice else { return nil }
      return command.name
    }
    #expect(try name("code", all) == "code")
    #expect(try name(nil, all) == "kate")
    #expect(try name(nil, all, without: "kate") == "subl")
    #expect(try name(nil, ["EDITOR": "vim"]) == nil)
    #expect(try name(nil, ["VISUAL": "vim", "EDITOR": "gedit"]) == "gedit")
    #expect(try name(nil, [:]) == nil)
  }

  @Test func `An option that can't be used is said`() {
    #expect(throws: EditorCommand.Problem.needsTerminal("vim")) {
      try EditorChoice.choose(option: "vim", environment: [:]) { _ in true }
    }
    #expect(throws: EditorCommand.Problem.notFound("cde")) {
      try EditorChoice.choose(option: "cde", environment: [:]) { _ in false }
    }
    #expect(throws: EditorCommand.Problem.empty) {
      try EditorChoice.choose(option: "  ", environment: [:]) { _ in true }
    }
  }

  @Test func `A terminal editor in the environment is explained`() throws {
    let choice = try EditorChoice.choose(option: nil, environment: ["EDITOR": "vim"]) { _ in true }
    guard case .none(because: let reason?) = choice else {
      Issue.record("\(choice)")
      return
    }
    #expect(reason.hasPrefix("EDITOR: vim works inside a terminal"))
  }

  @Test func `A program that fails is told`() async {
    #expect(await ProgramStart.start(["true"]) == nil)
    #expect(await ProgramStart.start(["false"]) == "false ended with status 1.")
    #expect(
      await ProgramStart.start(["no-such-program"]) == "There is no program `no-such-program`.")
  }
}
