import ContentTemplates
import CourseCompiler
import Diagnostics
import Disk

/// Writes what `amparo new` makes.
struct ContentMaker {
  /// What came of it.
  enum Outcome {
    /// What to tell the person.
    case done(String)
    case failed(Diagnostic)
  }

  /// The folder of the texts; for a toolkit, the one that it is made in.
  let folder: String

  /// Makes a folder with a toolkit in it.
  func toolkit(_ name: NewName, language: String) -> Outcome {
    let root = name.id.text
    if let entries = try? DiskContent(folder: ContentPath.join(folder, root)).entries(),
      !entries.isEmpty
    {
      return .failed(ContentWriter.alreadyThere(root))
    }
    let files = ContentTemplate.toolkit(id: name.id, title: name.title, language: language)
    let writer = ContentWriter(folder: folder)
    for file in files {
      if let problem = writer.create("\(root)/Content/\(file.path)", Array(file.text.utf8)) {
        return .failed(problem)
      }
    }
    let path = ContentPath.join(folder, root)
    return .done(
      """
      Made \(path)/Content with \(Words.count(files.count, "file")). Next:

        cd \(path)
        amparo build

      Then read Content/modules/m01/\(language).md: it explains itself.

      """)
  }

  /// Makes a module or a decision tree.
  func text(_ name: NewName, isTree: Bool, language: String?) -> Outcome {
    switch tag(language) {
    case .failure(let problem): return .failed(problem.diagnostic)
    case .success(let tag):
      // Modules and trees share one set of ids.
      if let taken = entries.first(where: { Self.id(of: $0) == name.id.text }) {
        return .failed(ContentWriter.alreadyThere(taken))
      }
      let file =
        isTree
        ? ContentTemplate.tree(id: name.id, title: name.title, tag: tag, hasContact: hasContact)
        : ContentTemplate.module(id: name.id, title: name.title, tag: tag)
      if let problem = ContentWriter(folder: folder).create(file.path, Array(file.text.utf8)) {
        return .failed(problem)
      }
      return .done("Made \(ContentPath.join(folder, file.path)).\n")
    }
  }

  /// Puts a question into a module, or prints it.
  func question(_ name: NewName, module: String?, language: String?) -> Outcome {
    guard let module else {
      let known = languages?.defaultTag
      return .done(
        ContentTemplate.question(
          id: name.id, text: name.title, tag: language ?? known ?? "en", outcome: "o1"))
    }
    switch tag(language) {
    case .failure(let problem): return .failed(problem.diagnostic)
    case .success(let tag): return put(name, into: module, tag: tag)
    }
  }

  private func put(_ name: NewName, into module: String, tag: String) -> Outcome {
    let path = "modules/\(module)/\(tag).md"
    let content = DiskContent(folder: folder)
    guard ContentID(module) != nil, entries.contains(path), let bytes = try? content.read(path)
    else {
      let known = entries.filter { $0.hasPrefix("modules/") }.compactMap { Self.id(of: $0) }
      return .failed(
        Diagnostic(
          .contentNotWritable, path: "", "There is no module `\(module)` in `\(folder)`.",
          help: Suggestion.help(for: module, in: known)
            ?? "Make it first: `amparo new module \(module)`."))
    }
    let source = SourceFile(path: path, bytes: bytes)
    let place = QuestionInsertion(source)
    guard !place.usedIDs.contains(name.id.text) else {
      return .failed(
        Diagnostic(
          .alreadyThere, path: path, "The id `\(name.id.text)` is used in this module already.",
          help: "Choose another one, such as `\(Self.free(name.id.text, place.usedIDs))`."))
    }
    let question = ContentTemplate.question(
      id: name.id, text: name.title, tag: tag, outcome: place.outcome)
    var edited = EditedFile(source)
    edited.apply([place.edit(question, tag: tag)])
    if let problem = ContentWriter(folder: folder).replace(path, bytes, with: edited.bytes) {
      return .failed(problem)
    }
    let spot = place.hasQuiz ? "at the end of its quiz" : "in a new quiz at its end"
    return .done("Put the question into \(ContentPath.join(folder, path)), \(spot).\n")
  }

  // MARK: What is there

  /// Paths of the content; none when it can't be read, which writing to it will say.
  private var entries: [String] {
    ((try? DiskContent(folder: folder).entries()) ?? []).map(\.path)
  }

  /// The id of a module's or tree's folder.
  private static func id(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && (parts[0] == "modules" || parts[0] == "trees")
      ? String(parts[1]) : nil
  }

  private static func free(_ id: String, _ used: Set<String>) -> String {
    var number = 2
    while used.contains("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }

  /// Whether a new tree can say whom to call.
  private var hasContact: Bool {
    let content = DiskContent(folder: folder)
    let places = entries.filter { $0.hasPrefix("places/") && $0.hasSuffix(".yml") }
    return ContentTemplate.haveContact(
      places.compactMap { path in
        (try? content.read(path)).map { SourceFile(path: path, bytes: $0) }
      })
  }

  private var languages: ToolkitLanguages? {
    guard let bytes = try? DiskContent(folder: folder).read("toolkit.yml") else { return nil }
    return ToolkitLanguages(SourceFile(path: "toolkit.yml", bytes: bytes))
  }

  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  /// The language of a new text: the toolkit's default language, which every text begins in.
  private func tag(_ wanted: String?) -> Result<String, Refusal> {
    guard let languages else {
      return .failure(
        Refusal(
          diagnostic: Diagnostic(
            .contentNotWritable, path: "",
            "There is no toolkit.yml with a `default-language` in `\(folder)`.",
            help: "Name the folder of your texts, `--in path/to/Content`, or begin with "
              + "`amparo new toolkit my-course`.")))
    }
    if let wanted, wanted != languages.defaultTag {
      return .failure(
        Refusal(
          diagnostic: Diagnostic(
            .contentNotWritable, path: "toolkit.yml",
            "The texts of this toolkit begin in `\(languages.defaultTag)`; `\(wanted)` is a "
              + "translation, which is written beside them.",
            help: "Leave `--language` out, then copy the file to `\(wanted).md` and translate it."))
      )
    }
    return .success(languages.defaultTag)
  }
}
