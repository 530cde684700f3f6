internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// guidance.yml: the register of published guidance that texts may point at.
enum GuidanceRegister {
  /// Reads the register: a list of entries, or a map with the list under `guidance`.
  static func read(_ source: SourceFile) -> ([Guidance], [Diagnostic]) {
    let (value, problems) = YAMLReader.read(source)
    guard let value else { return ([], problems.orEmpty(source)) }
    guard let items = entryList(value) else {
      let problem = Diagnostic(
        .wrongValue, path: source.path, range: value.range,
        "guidance.yml must be a list; each entry begins with `- id: …`.")
      return ([], problems + [problem])
    }
    var register: [Guidance] = []
    var places: [String: SourceRange] = [:]
    var diagnostics = problems
    for item in items {
      guard case .map(let entries, let range) = item else {
        diagnostics.append(
          Diagnostic(
            .wrongValue, path: source.path, range: item.range,
            "An entry of the register must have keys: `- id: …`."))
        continue
      }
      let (guidance, found) = readEntry(entries, path: source.path, range: range)
      diagnostics += found
      guard let (entry, idRange) = guidance else { continue }
      if let earlier = places[entry.id] {
        diagnostics.append(
          .duplicate(entry.id, path: source.path, range: idRange, earlier: (source.path, earlier)))
      } else {
        places[entry.id] = idRange
        register.append(entry)
      }
    }
    return (register, diagnostics)
  }

  /// The ids of all entries that have one, with their places.
  static func ids(in source: SourceFile) -> [Word] {
    (YAMLReader.read(source).0.flatMap(entryList) ?? []).compactMap { $0["id"]?.word }
  }

  private static func entryList(_ value: YAMLValue) -> [YAMLValue]? {
    switch value {
    case .list(let items, _): return items
    case .map(let entries, _):
      guard entries.count == 1, entries[0].key.text == "guidance",
        case .list(let items, _) = entries[0].value
      else { return nil }
      return items
    case .scalar: return nil
    }
  }

  private static func readEntry(
    _ entries: [YAMLEntry], path: String, range: SourceRange
  ) -> ((Guidance, SourceRange)?, [Diagnostic]) {
    var reader = FieldReader(entries, path: path, range: SourceRange(range.lower, range.lower))
    let id = reader.text("id", required: true)
    let title = reader.text("title", required: true)
    let publisher = reader.text("publisher", required: true)
    let year = reader.integer("year", in: 1900...2100)
    if reader.value("year") == nil { _ = reader.text("year", required: true) }
    let edition = reader.text("edition")?.text
    let language = reader.text("language")?.text ?? "en"
    let address = reader.text("address")
    let note = reader.text("note")?.text
    if let address, !address.text.hasPrefix("https://"), !address.text.hasPrefix("http://") {
      reader.wrong("address", .scalar(address, quoted: false), "a web address: `https://…`")
    }
    let diagnostics = reader.finish()
    guard let id, let title, let publisher, let year else { return (nil, diagnostics) }
    let guidance = Guidance(
      id: id.text, title: title.text, publisher: publisher.text, year: year, edition: edition,
      language: Language(language), address: address?.text, note: note)
    return ((guidance, id.range), diagnostics)
  }
}

extension Diagnostic {
  /// The same id given twice.
  static func duplicate(
    _ id: String, path: String, range: SourceRange?, earlier: (path: String, range: SourceRange?)
  ) -> Diagnostic {
    Diagnostic(
      .duplicateID, path: path, range: range,
      "The id `\(id)` is given twice. Links and learners' progress could not tell them apart.",
      help: "Give one of them another id.",
      notes: [Note("First given here.", path: earlier.path, range: earlier.range)])
  }
}
