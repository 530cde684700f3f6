internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// The values that fill slots such as `{{emergency-contact}}`, for one country or site.
struct Place {
  let id: String
  let path: String
  let isDefault: Bool
  /// Values by slot; each for all languages or one per language.
  let slots: [String: ToolkitSettings.TextByLanguage]

  /// Reads places/<id>.yml.
  static func read(_ source: SourceFile, id expected: String) -> (Place?, [Diagnostic]) {
    let (value, problems) = YAMLReader.read(source)
    guard let value else { return (nil, problems.orEmpty(source)) }
    guard case .map(let entries, let range) = value else {
      let message = "A place must be a list of keys with values: `id: …`."
      let problem = Diagnostic(.wrongValue, path: source.path, range: value.range, message)
      return (nil, problems + [problem])
    }
    var reader = FieldReader(
      entries, path: source.path, range: SourceRange(range.lower, range.lower))
    let id = reader.text("id", required: true)
    let isDefault = reader.flag("default")
    _ = reader.textsByKey("title")
    let slots = reader.value("slots")
    if let id, id.text != expected {
      reader.wrong("id", .scalar(id, quoted: false), "`\(expected)`, as the file is called")
    }
    var values: [String: ToolkitSettings.TextByLanguage] = [:]
    var slotProblems: [Diagnostic] = []
    if case .map(let slotEntries, _) = slots {
      var slotReader = FieldReader(slotEntries, path: source.path, range: nil)
      for entry in slotEntries {
        values[entry.key.text] = slotReader.textsByKey(entry.key.text)
      }
      slotProblems = slotReader.finish()
    } else if let slots {
      reader.wrong("slots", slots, "a list of slots with values: `emergency-contact: …`")
    }
    let diagnostics = problems + reader.finish() + slotProblems
    let place = Place(id: expected, path: source.path, isDefault: isDefault, slots: values)
    return (place, diagnostics)
  }

  /// The place that a toolkit is built for: the one it names, else the one marked as default, else
  /// the only one.
  ///
  /// A name that leads nowhere and several defaults are errors.
  static func choose(
    from places: [Place], settings: ToolkitSettings
  ) -> (Place?, [Diagnostic]) {
    let sorted = places.sorted { $0.id < $1.id }
    if let wanted = settings.place {
      if let place = sorted.first(where: { $0.id == wanted.text }) { return (place, []) }
      let problem = Diagnostic(
        .unknownTarget, path: settings.path, range: wanted.range,
        "There is no place `\(wanted.text)`.",
        help: Suggestion.help(for: wanted.text, in: sorted.map(\.id))
          ?? "Add the file `places/\(wanted.text).yml`.")
      return (nil, [problem])
    }
    let defaults = sorted.filter(\.isDefault)
    if defaults.count > 1 {
      let problem = Diagnostic(
        .wrongValue, path: defaults[1].path,
        "Two places are marked `default: true`: `\(defaults[0].id)` and `\(defaults[1].id)`.",
        help: "Keep the mark on one of them.")
      return (defaults[0], [problem])
    }
    return (defaults.first ?? (sorted.count == 1 ? sorted[0] : nil), [])
  }
}
