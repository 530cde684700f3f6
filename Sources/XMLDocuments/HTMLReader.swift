internal import CLibXML2

extension XMLElement {
  /// Reads a piece of HTML as elements, the way a forgiving browser does: end tags that may be left
  /// out are added, character references become characters. Nothing is fetched or run.
  ///
  /// - Parameter bytes: one element, in UTF-8.
  /// - Throws: when nothing can be read from it.
  public init(htmlElement bytes: [UInt8]) throws(XMLProblem) {
    guard bytes.count <= XMLElement.largestDocument else {
      throw XMLProblem("The text is larger than \(XMLElement.largestDocument >> 20) MB.")
    }
    let options =
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_RECOVER.rawValue
    let tree = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, "UTF-8",
        Int32(bitPattern: UInt32(options)))
    }
    guard let tree else { throw XMLProblem("The text can't be read as HTML.") }
    let document = try ParsedDocument(tree).element()
    guard let element = document.first("body")?.children.first else {
      throw XMLProblem("The text holds no element.")
    }
    self = element
  }
}
