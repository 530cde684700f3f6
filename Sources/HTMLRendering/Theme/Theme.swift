internal import Mustache

/// How pages look: templates and styles.
///
/// A theme that exists is complete and valid.
public struct Theme: Sendable {
  /// A file of a theme.
  public struct File: Sendable, Equatable {
    /// Name inside the theme's folder: `shell.mustache`, `20-base.css`.
    public let name: String
    /// Its text.
    public let text: String
    /// Describes a file.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// All files, sorted by name.
  public let files: [File]
  /// All styles, joined in name order.
  let styles: String
  private let library: MustacheLibrary

  /// Reads a theme from its files.
  /// - Throws: The first problem by file name and line.
  public init(files: [File]) throws(ThemeError) {
    self.files = files.sorted { $0.name < $1.name }
    library = try ThemeCheck.library(self.files)
    for template in Template.allCases {
      try ThemeCheck.parts(of: template, in: self.files)
    }
    let sheets = self.files.filter { $0.name.hasSuffix(".css") }
    for sheet in sheets { try ThemeCheck.styles(sheet) }
    styles = sheets.map(\.text).joined(separator: "\n")
  }

  /// This theme with some files put in the place of those with the same names, or added.
  public func replacing(_ files: [File]) throws(ThemeError) -> Theme {
    let names = Set(files.map(\.name))
    return try Theme(files: self.files.filter { !names.contains($0.name) } + files)
  }

  /// A template with the interface's texts filled in and the places of all other parts marked.
  func shell(
    _ template: Template, _ texts: InterfaceTexts, hasLanguages: Bool
  ) throws(ThemeError) -> Shell {
    var values: [String: Any] = [Slot.Condition.hasLanguages.rawValue: hasLanguages]
    for slot in Slot.allCases {
      values[slot.rawValue] = slot.text(texts) ?? Shell.mark(slot)
    }
    guard let text = library.render(values, withTemplate: template.rawValue) else {
      throw ThemeError(file: template.file, line: 1, problem: .missing)
    }
    return Shell(text)
  }
}

/// A document with places to fill in.
///
/// A template is rendered once per language; pages are then put together from its pieces, so ten
/// thousand pages cost one run of the template, and no text of an author ever passes through it.
struct Shell: Sendable {
  private enum Piece: Sendable {
    case html([UInt8])
    case slot(Slot)
  }

  private let pieces: [Piece]

  /// Stands in a rendered template where a part goes: two characters of private use round its name.
  static func mark(_ slot: Slot) -> String { "\u{F8F0}\(slot.rawValue)\u{F8F0}" }

  fileprivate init(_ text: String) {
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "\u{F8F0}", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index.isMultiple(of: 2) {
        pieces.append(.html(Array(part.utf8)))
      } else if let slot = Slot(rawValue: String(part)) {
        pieces.append(.slot(slot))
      }
    }
    self.pieces = pieces
  }

  /// The document with every part in its place.
  func filled(_ part: (Slot) -> [UInt8]) -> [UInt8] {
    var document: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .html(let html): document += html
      case .slot(let slot): document += part(slot)
      }
    }
    return document
  }
}
