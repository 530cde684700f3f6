internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// `packages:` of toolkit.yml, before the control documents are read.
struct PackageChoice {
  /// The settings.
  var settings = PackageSettings()
  /// The folder with control documents, as written.
  var controlDocuments: Word?

  /// Whether a file of the content folder stands where the control documents are.
  func uses(_ path: String) -> Bool {
    controlDocuments.map { path.hasPrefix($0.text + "/") } ?? false
  }

  /// The settings with their control documents.
  ///
  /// - Parameters:
  ///   - path: that of toolkit.yml.
  ///   - files: paths of the content folder that no text is in.
  ///   - read: the bytes of a file.
  func complete(
    path: String, files: [String], read: (String) -> [UInt8]?
  ) -> (PackageSettings, [Diagnostic]) {
    guard let controlDocuments else { return (settings, []) }
    let (documents, problems) = PackageSettingsReader.controlDocuments(
      in: controlDocuments, path: path, files: files, read: read)
    var settings = settings
    settings.controlDocuments = documents
    return (settings, problems)
  }
}

/// Reads `packages:` of toolkit.yml.
enum PackageSettingsReader {
  /// The settings, with the usual value for what is left out or wrong.
  static func read(_ value: YAMLValue?, path: String) -> (PackageChoice, [Diagnostic]) {
    var choice = PackageChoice()
    guard let value else { return (choice, []) }
    choice.settings.isWanted = true
    let entries: [YAMLEntry]
    let range: SourceRange
    switch value {
    case .map(let map, let place): (entries, range) = (map, place)
    case .list(let list, _):
      let (formats, problems) = formats(list, path: path)
      choice.settings.formats = formats
      return (choice, problems)
    case .scalar:
      let message =
        "`packages` must be a list of standards, `[scorm12, cc]`, or of keys with values: "
        + "`status: passed-failed`."
      return (choice, [Diagnostic(.wrongValue, path: path, range: value.range, message)])
    }
    var reader = FieldReader(entries, path: path, range: SourceRange(range.lower, range.lower))
    if let status: PackageSettings.Status = word("status", &reader) {
      choice.settings.status = status
      choice.settings.isStatusChosen = true
    }
    switch reader.integer("scorm2004-edition", in: 3...4) {
    case 3: choice.settings.edition = .third
    default: choice.settings.edition = .fourth
    }
    choice.settings.launch = word("launch", &reader) ?? .anyWindow
    choice.settings.wholeToolkit = word("whole-toolkit", &reader) ?? .ifItFits
    choice.controlDocuments = reader.text("control-documents")
    switch reader.value("standards") {
    case nil: break
    case .list(let list, _):
      let (formats, problems) = formats(list, path: path)
      choice.settings.formats = formats
      for problem in problems { reader.add(problem) }
    case .some(let value): reader.wrong("standards", value, "a list: `[scorm12, cc]`")
    }
    let prefix = reader.text("id-prefix")
    var diagnostics = reader.finish()
    if let prefix {
      if isPrefix(prefix.text) {
        choice.settings.idPrefix =
          prefix.text.hasSuffix("/") ? String(prefix.text.dropLast()) : prefix.text
      } else {
        diagnostics.append(
          Diagnostic(
            .unusableIDPrefix, path: path, range: prefix.range,
            "`\(prefix.text.prefix(80))` can't be the start of ids in cmi5 packages.",
            help: "Write an address of your own that begins with `https://` and a domain, in plain "
              + "letters, without `?` and `#`: `https://learning.example.org/courses`."))
      }
    }
    return (choice, diagnostics)
  }

  /// The standards of a list.
  private static func formats(
    _ values: [YAMLValue], path: String
  ) -> (Set<PackageFormat>, [Diagnostic]) {
    var formats: Set<PackageFormat> = []
    var problems: [Diagnostic] = []
    for value in values {
      if let format = value.string.flatMap(PackageFormat.init(rawValue:)) {
        formats.insert(format)
      } else {
        let words = PackageFormat.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        problems.append(
          Diagnostic(
            .wrongValue, path: path, range: value.range,
            "`\((value.string ?? "").prefix(40))` isn't a standard for packages. There are \(words)."
          ))
      }
    }
    return (formats, problems)
  }

  /// One of some words.
  private static func word<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ reader: inout FieldReader
  ) -> Choice? where Choice.RawValue == String {
    guard let value = reader.value(name) else { return nil }
    if let text = value.string, let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    reader.wrong(name, value, "one of \(words)")
    return nil
  }

  /// Whether a text is `https://` (or `http://`) with a domain and a plain path.
  private static func isPrefix(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }),
      text.utf8.count <= 1000
    else { return false }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    guard host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".") else { return false }
    return rest.utf8.allSatisfy { byte in
      byte.isASCIILetterOrDigit || [45, 46, 47, 58, 95, 126].contains(byte)
    } && !rest.contains("//")
  }

  /// The control documents of a folder, by the standard that their folder inside it names.
  ///
  /// - Parameters:
  ///   - folder: as toolkit.yml names it.
  ///   - files: paths of the content folder that no text is in.
  ///   - read: the bytes of a file.
  static func controlDocuments(
    in folder: Word, path: String, files: [String], read: (String) -> [UInt8]?
  ) -> ([PackageSettings.ControlDocument], [Diagnostic]) {
    var documents: [PackageSettings.ControlDocument] = []
    for standard in PackageSettings.ControlDocument.Folder.allCases {
      let start = "\(folder.text)/\(standard.rawValue)/"
      for file in files.sorted() where file.hasPrefix(start) {
        guard let bytes = read(file) else { continue }
        documents.append(
          .init(folder: standard, path: String(file.dropFirst(start.count)), bytes: bytes))
      }
    }
    guard documents.isEmpty else { return (documents, []) }
    let folders = PackageSettings.ControlDocument.Folder.allCases
      .map { "`\(folder.text)/\($0.rawValue)`" }.joined(separator: ", ")
    return (
      [],
      [
        Diagnostic(
          .noControlDocuments, path: path, range: folder.range,
          "There are no control documents in `\(folder.text)`.",
          help: "Put the XSD files of a standard into a folder of its name, inside the content "
            + "folder: \(folders).")
      ]
    )
  }
}
