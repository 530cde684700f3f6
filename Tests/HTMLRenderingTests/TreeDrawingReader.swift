import Foundation
import FoundationXML
import Testing

/// A drawing read back with an XML parser: its elements' attributes and its texts.
final class ReadDrawing: NSObject, XMLParserDelegate {
  /// Attributes of all elements in document order; the name of the element under `""`.
  private(set) var all: [[String: String]] = []
  /// Text of each element, where `all` holds its attributes.
  private(set) var contents: [String] = []
  private var open: [Int] = []

  /// Parses a drawing; records an issue when it isn't well-formed.
  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
  }

  /// Attributes of all elements of a name.
  func elements(_ name: String) -> [[String: String]] { all.filter { $0[""] == name } }

  /// The texts of a class, line by line.
  func texts(class name: String) -> [String] {
    zip(all, contents).filter { $0.0[""] == "text" && $0.0["class"] == name }.map(\.1)
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    open.append(all.count)
    all.append(attributeDict.merging(["": elementName]) { _, new in new })
    contents.append("")
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let current = open.last { contents[current] += string }
  }
}
