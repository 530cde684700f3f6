import ArgumentParser
import ContentTemplates
import Diagnostics
import Disk

/// What `amparo new` makes.
enum NewKind: String, CaseIterable {
  case toolkit, module, tree, question

  /// What may stand behind `new`.
  static var names: [String] { allCases.map(\.rawValue) }
}

/// `amparo new`: a small complete text to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes a small complete text to begin with.",
    discussion: """
      What it makes is valid at once and explains itself in comments, which never reach learners. \
      Files that are there already stay as they are.

      Examples:

        amparo new toolkit my-course              a folder my-course with texts in it
        amparo new toolkit my-course --language fr
        amparo new module m02                     Content/modules/m02, in the toolkit's language
        amparo new module "Safe places"           the id becomes safe-places
        amparo new tree t2 --in my-course/Content
        amparo new question q-first --to m01      at the end of the quiz of m01
        amparo new question q-first               prints it, to copy
      """)

  @Argument(
    help: ArgumentHelp("What to make.", valueName: NewKind.names.joined(separator: "|")),
    completion: .list(NewKind.names))
  var kind: String

  @Argument(help: "Its id, such as `m02`, or its title in quotation marks.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "Its id, when the title has no letters from a to z.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "The language of a new toolkit; in one that is there, its default language counts.",
      valueName: ContentTemplate.languages.joined(separator: "|")),
    completion: .list(ContentTemplate.languages))
  var language: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The folder of your texts (Content if left out); for a toolkit, the folder to make it in.",
      valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp("For a question: the module that it is put into.", valueName: "module"),
    completion: .contentModules)
  var to: String?

  func validate() throws {
    guard let kind = NewKind(rawValue: kind) else {
      throw ValidationError(
        Unknown.message("kind of text", self.kind, known: NewKind.names))
    }
    if to != nil, kind != .question {
      throw ValidationError("--to is for questions: `amparo new question \(name) --to m01`.")
    }
    if let language, !ContentTemplate.languages.contains(language) {
      throw ValidationError(
        Unknown.message("template in the language", language, known: ContentTemplate.languages))
    }
    _ = try NewName(name, id: id, kind: kind)
  }

  func run() throws {
    guard let kind = NewKind(rawValue: kind) else { return }
    let name = try NewName(name, id: id, kind: kind)
    let maker = ContentMaker(folder: folder ?? (kind == .toolkit ? "." : "Content"))
    let result: ContentMaker.Outcome
    switch kind {
    case .toolkit: result = maker.toolkit(name, language: language ?? "en")
    case .module: result = maker.text(name, isTree: false, language: language)
    case .tree: result = maker.text(name, isTree: true, language: language)
    case .question: result = maker.question(name, module: to, language: language)
    }
    switch result {
    case .done(let text):
      try StandardStreams.output.deliver(text)
    case .failed(let problem):
      try Report(format: .terminal, stream: .error, folder: maker.folder)
        .write([problem], sources: [:])
      try ExitStatus([problem]).leave()
    }
  }
}

/// A name on the command line: an id, or a title that an id is made from.
struct NewName {
  let id: ContentID
  /// Nil when only an id was given.
  let title: String?

  /// - Throws: wrong usage, with an id that would do where there is one.
  init(_ name: String, id wanted: String?, kind: NewKind) throws {
    let isSafe = name.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0 != "{" && $0 != "}" && $0 != "@"
    }
    guard isSafe, name.contains(where: { !$0.isWhitespace }), name.utf8.count <= 300 else {
      throw ValidationError(
        "`\(name.prefix(60))` can't be a title: write one line, without braces and `@`.")
    }
    if let wanted {
      guard let id = ContentID(wanted) else {
        throw ValidationError(
          "`\(wanted)` can't be an id: small letters a to z, digits and hyphens.")
      }
      self.id = id
      title = name == wanted ? nil : name
    } else if let id = ContentID(name) {
      self.id = id
      title = nil
    } else {
      id = try Self.id(for: name, kind: kind)
      title = name
    }
  }

  private static func id(for name: String, kind: NewKind) throws -> ContentID {
    let prefix = kind == .question ? "q-" : ""
    switch ContentID.suggestion(for: name) {
    case .plain(let id): return ContentID(prefix + id.text) ?? id
    case .transliterated(let id):
      throw ValidationError(
        "An id has letters from a to z only. Add one that your colleagues can read, for example "
          + "`--id \(prefix)\(id.text)`.")
    case .none:
      throw ValidationError(
        "An id has letters from a to z only. Add one for `\(name)`: `--id \(prefix)my-id`.")
    }
  }
}
