internal import Mustache

/// Finds what is wrong with a theme's files before any page is made.
enum ThemeCheck {
  /// Reads the templates.
  static func library(_ files: [Theme.File]) throws(ThemeError) -> MustacheLibrary {
    let templates = Template.allCases.map(\.file) + ["frame.mustache"]
    for file in files where !file.name.hasSuffix(".css") && !templates.contains(file.name) {
      throw ThemeError(file: file.name, line: 1, problem: .unknownFile)
    }
    var library = MustacheLibrary()
    for name in templates.sorted() {
      guard let file = files.first(where: { $0.name == name }) else {
        throw ThemeError(file: name, line: 1, problem: .missing)
      }
      try names(in: file)
      do {
        let template = try MustacheTemplate(string: file.text)
        library.register(template, named: String(name.dropLast(".mustache".count)))
      } catch let error as MustacheTemplate.ParserError {
        throw ThemeError(
          file: name, line: error.context.lineNumber, problem: .template("\(error.error)"))
      } catch {
        throw ThemeError(file: name, line: 1, problem: .template("\(error)"))
      }
      if let place = RemoteAddresses.inPage(Array(file.text.utf8)).first {
        throw ThemeError(file: name, line: place.line, problem: .remoteAddress(place.address))
      }
    }
    return library
  }

  /// Checks that every tag has a name that pages fill.
  private static func names(in file: Theme.File) throws(ThemeError) {
    let known = Set(
      PagePart.allCases.map(\.rawValue) + TextSlot.allCases.map(\.rawValue)
        + TemplateCondition.allCases.map(\.rawValue) + ["frame"])
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      for name in tags(in: line) where !known.contains(name) {
        throw ThemeError(file: file.name, line: number + 1, problem: .unknownName(name))
      }
    }
  }

  /// The names of the tags on a line; comments have none.
  private static func tags(in line: Substring) -> [String] {
    var names: [String] = []
    var open = false
    var name = ""
    for character in line {
      if character == "{" {
        open = true
        name = ""
      } else if character == "}" {
        if open, !name.hasPrefix("!"), !name.isEmpty {
          let text = name.drop { "#^/>&".contains($0) }.filter { $0 != " " }
          names.append(String(text))
        }
        open = false
      } else if open {
        name.append(character)
      }
    }
    return names
  }

  /// Checks that a template has a place for every part that the page needs.
  static func parts(of template: Template, in files: [Theme.File]) throws(ThemeError) {
    let text = files.filter { $0.name == template.file || $0.name == "frame.mustache" }
      .map(\.text).joined()
    for slot in template.required where !tags(in: text[...]).contains(slot.rawValue) {
      throw ThemeError(file: template.file, line: 1, problem: .missingPart(slot.rawValue))
    }
  }

  /// Checks a style sheet: nothing fetched, nothing that ends its element.
  static func styles(_ file: Theme.File) throws(ThemeError) {
    if let place = RemoteAddresses.inStyles(Array(file.text.utf8)).first {
      throw ThemeError(file: file.name, line: place.line, problem: .remoteAddress(place.address))
    }
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where line.lowercased().contains("</style") {
      throw ThemeError(file: file.name, line: number + 1, problem: .endsItsElement("</style"))
    }
  }
}
