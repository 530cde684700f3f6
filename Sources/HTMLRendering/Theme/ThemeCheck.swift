internal import Mustache
internal import OfflineChecks

/// Finds what is wrong with a theme's files before any page is made.
enum ThemeCheck {
  private static let templates = (Template.allCases.map(\.file) + ["frame.mustache"]).sorted()

  /// Everything that is wrong, by file and line.
  static func problems(in files: [Theme.File]) -> [ThemeError] {
    var problems = templates.filter { name in !files.contains { $0.name == name } }
      .map { ThemeError(file: $0, line: 1, problem: .missing) }
    let sheets = files.filter(\.isStyleSheet)
    for file in files where !file.isStyleSheet {
      problems +=
        templates.contains(file.name)
        ? template(file) : [ThemeError(file: file.name, line: 1, problem: .unknownFile)]
    }
    for template in Template.allCases { problems += missingParts(of: template, in: files) }
    problems += sheets.flatMap(styles) + unknownTokens(in: sheets) + ContrastCheck(sheets).run()
    return problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  /// The templates, for files without problems.
  static func library(_ files: [Theme.File]) throws(ThemeError) -> MustacheLibrary {
    var library = MustacheLibrary()
    for file in files where templates.contains(file.name) {
      library.register(try parsed(file), named: String(file.name.dropLast(".mustache".count)))
    }
    return library
  }

  private static func parsed(_ file: Theme.File) throws(ThemeError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: file.text)
    } catch let error as MustacheTemplate.ParserError {
      throw ThemeError(
        file: file.name, line: error.context.lineNumber, problem: .template("\(error.error)"))
    } catch {
      throw ThemeError(file: file.name, line: 1, problem: .template("\(error)"))
    }
  }

  // MARK: Templates

  private static func template(_ file: Theme.File) -> [ThemeError] {
    var problems: [ThemeError] = []
    do throws(ThemeError) { _ = try parsed(file) } catch { problems.append(error) }
    let known = Set(
      PagePart.allCases.map(\.rawValue) + TextSlot.allCases.map(\.rawValue)
        + TemplateCondition.allCases.map(\.rawValue) + ["frame", Template.dialogs.rawValue])
    for (line, text) in file.lines {
      for name in tags(in: text) where !known.contains(name) {
        problems.append(ThemeError(file: file.name, line: line, problem: .unknownName(name)))
      }
    }
    let bytes = Array(file.text.utf8)
    problems += RemoteAddresses.inPage(bytes).map {
      ThemeError(file: file.name, line: $0.line, problem: .remoteAddress($0.address))
    }
    return problems + forbidden(bytes, file.name)
  }

  /// Scripts and styles of a template's own: a page runs only those whose digest its policy names.
  private static func forbidden(_ html: [UInt8], _ file: String) -> [ThemeError] {
    var scanner = TagScanner(html)
    var problems: [ThemeError] = []
    var line = 1
    var counted = 0
    while let tag = scanner.next() {
      line += html[counted..<tag.offset].count { $0 == UInt8(ascii: "\n") }
      counted = tag.offset
      let names =
        (["script", "style"].contains(tag.name) ? ["`<\(tag.name)>`"] : [])
        + tag.attributes.filter { $0.name == "style" || $0.name.hasPrefix("on") }
        .map { "The attribute `\($0.name)`" }
      problems += names.map { ThemeError(file: file, line: line, problem: .forbidden($0)) }
    }
    return problems
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

  /// Parts that the page needs and a template has no place for.
  private static func missingParts(of template: Template, in files: [Theme.File]) -> [ThemeError] {
    let text = files.filter { $0.name == template.file || $0.name == "frame.mustache" }
      .map(\.text).joined()
    let names = Set(tags(in: text[...]))
    guard files.contains(where: { $0.name == template.file }) else { return [] }
    return template.required.filter { !names.contains($0.rawValue) }.map {
      ThemeError(file: template.file, line: 1, problem: .missingPart($0.rawValue))
    }
  }

  // MARK: Styles

  /// A style sheet fetches nothing, doesn't end its element, and has every brace closed.
  private static func styles(_ file: Theme.File) -> [ThemeError] {
    RemoteAddresses.inStyles(Array(file.text.utf8)).map {
      ThemeError(file: file.name, line: $0.line, problem: .remoteAddress($0.address))
    }
      + file.lines.filter { $0.text.lowercased().contains("</style") }.map {
        ThemeError(file: file.name, line: $0.line, problem: .endsItsElement("</style"))
      }
      + (StyleSheet(file.text).strayBrace.map {
        [ThemeError(file: file.name, line: $0, problem: .strayBrace)]
      } ?? [])
  }

  /// Values that are used and never set: most often a slip in a name.
  private static func unknownTokens(in sheets: [Theme.File]) -> [ThemeError] {
    let rules = sheets.map { ($0.name, StyleSheet($0.text).rules.flatMap(\.declarations)) }
    let known = Set(rules.flatMap { $0.1 }.map(\.name))
    return rules.flatMap { file, declarations in
      declarations.flatMap { declaration in
        // `var(--name, value)` says itself what to do without the name.
        declaration.value.split(separator: "var(", omittingEmptySubsequences: false).dropFirst()
          .compactMap { $0.split(separator: ")").first.map(String.init) }
          .filter { !$0.contains(",") && !known.contains($0) }
          .map { ThemeError(file: file, line: declaration.line, problem: .unknownToken($0)) }
      }
    }
  }
}

extension Theme.File {
  /// Whether it holds styles.
  var isStyleSheet: Bool { name.hasSuffix(".css") }

  /// Its lines with their numbers, from 1.
  fileprivate var lines: [(line: Int, text: Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }
}
