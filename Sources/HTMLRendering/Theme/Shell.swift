/// A document with places to fill in.
///
/// A template is rendered once per language; pages are then put together from its pieces, so ten
/// thousand pages cost one run of the template, and no text of an author ever passes through it.
struct Shell: Sendable {
  private enum Piece: Sendable {
    case html([UInt8])
    case part(PagePart)
  }

  private let pieces: [Piece]

  /// Stands in a rendered template where a part goes: characters of private use round its name.
  static func mark(_ part: PagePart) -> String { "\u{F8F0}\(part.rawValue)\u{F8F0}" }

  /// Finds the marks in a rendered template.
  init(_ text: String) {
    var pieces: [Piece] = []
    for (index, piece) in text.split(separator: "\u{F8F0}", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index.isMultiple(of: 2) {
        pieces.append(.html(Array(piece.utf8)))
      } else if let part = PagePart(rawValue: String(piece)) {
        pieces.append(.part(part))
      }
    }
    self.pieces = pieces
  }

  private init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The same document with parts in their places, so that only the others are left to fill in.
  func filled(_ parts: PageParts, without open: Set<PagePart>) -> Shell {
    var filled: [Piece] = []
    var ready: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .html(let html): ready += html
      case .part(let part) where open.contains(part):
        filled += [.html(ready), piece]
        ready = []
      case .part(let part): ready += parts[part]
      }
    }
    return Shell(filled + [.html(ready)])
  }

  /// Writes the document; `write` adds each part in its place.
  func write(into html: inout HTMLBuffer, _ write: (PagePart, inout HTMLBuffer) -> Void) {
    for piece in pieces {
      switch piece {
      case .html(let ready): html.append(ready)
      case .part(let part): write(part, &html)
      }
    }
  }

  /// The document with every part in its place.
  func filled(_ parts: PageParts) -> [UInt8] {
    var document: [UInt8] = []
    document.reserveCapacity(
      pieces.reduce(0) { sum, piece in
        switch piece {
        case .html(let html): sum + html.count
        case .part(let part): sum + parts[part].count
        }
      })
    for piece in pieces {
      switch piece {
      case .html(let html): document += html
      case .part(let part): document += parts[part]
      }
    }
    return document
  }
}

/// The parts of one page as HTML; what isn't set is empty.
struct PageParts {
  var language, direction, windowTitle, toolkitTitle: [UInt8]
  var pageID: [UInt8] = []
  var homeAddress: [UInt8] = []
  var policy: [UInt8] = []
  var headScript: [UInt8] = []
  var styles: [UInt8] = []
  var contents: [UInt8] = []
  var main: [UInt8] = []
  var data: [UInt8] = []
  var scripts: [UInt8] = []
  var languageName: [UInt8] = []
  var languageLinks: [UInt8] = []
  var version: [UInt8] = []
  var choices: [UInt8] = []
  var standard: [UInt8] = []

  subscript(part: PagePart) -> [UInt8] {
    switch part {
    case .language: language
    case .direction: direction
    case .pageID: pageID
    case .windowTitle: windowTitle
    case .toolkitTitle: toolkitTitle
    case .homeAddress: homeAddress
    case .policy: policy
    case .headScript: headScript
    case .styles: styles
    case .contents: contents
    case .main: main
    case .data: data
    case .scripts: scripts
    case .languageName: languageName
    case .languageLinks: languageLinks
    case .version: version
    case .choices: choices
    case .standard: standard
    }
  }
}
