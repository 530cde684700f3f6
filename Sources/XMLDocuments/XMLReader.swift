internal import CLibXML2

extension XMLElement {
  /// The largest document that is read, in bytes.
  public static let largestDocument = 8 << 20

  /// The encoding that the first line of a document names; nil when it names none.
  public static func declaredEncoding(of bytes: [UInt8]) -> String? {
    DocumentScan.declaredEncoding(of: bytes)
  }

  /// Reads a document that may come from anybody.
  ///
  /// Nothing is fetched, no entity is replaced, and a document type declaration is refused, which is
  /// where attacks on XML readers live.
  ///
  /// - Throws: the first problem, with its line.
  public init(document bytes: [UInt8]) throws(XMLProblem) {
    let document = try ParsedDocument(bytes)
    self = try document.element()
  }
}

/// A document in libxml2's memory.
struct ParsedDocument: ~Copyable {
  /// The tree; lives as long as this value.
  let tree: xmlDocPtr

  init(_ bytes: [UInt8]) throws(XMLProblem) {
    guard bytes.count <= XMLElement.largestDocument else {
      throw XMLProblem(
        "The document is larger than \(XMLElement.largestDocument >> 20) MB.", kind: .tooLarge)
    }
    if let problem = DocumentScan.problem(in: bytes) { throw problem }
    guard let context = xmlNewParserCtxt() else { throw XMLProblem("There is no memory left.") }
    defer { xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_BIG_LINES.rawValue
    let tree = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil,
        Int32(bitPattern: options))
    }
    guard let tree else { throw Self.problem(context) }
    guard tree.pointee.intSubset == nil else {
      xmlFreeDoc(tree)
      throw Self.documentType(1)
    }
    self.tree = tree
  }

  /// Takes a tree over.
  init(_ tree: xmlDocPtr) { self.tree = tree }

  deinit { xmlFreeDoc(tree) }

  private static func documentType(_ line: Int) -> XMLProblem {
    XMLProblem(
      "The document declares a document type (`<!DOCTYPE`), which isn't allowed.", line: line,
      kind: .documentType)
  }

  private static func problem(_ context: xmlParserCtxtPtr) -> XMLProblem {
    guard let error = xmlCtxtGetLastError(context) else {
      return XMLProblem("The document isn't XML.", line: 1)
    }
    let message = error.pointee.message.map { String(cString: $0) } ?? ""
    return XMLProblem(
      "The document isn't well-formed: \(message.trimmedLine).", line: Int(error.pointee.line))
  }

  /// The tree as values.
  func element() throws(XMLProblem) -> XMLElement {
    guard let root = xmlDocGetRootElement(tree) else {
      throw XMLProblem("The document is empty.", line: 1)
    }
    // Nearly all elements share one of a few namespaces, each of which is held once.
    var spaces: [UnsafePointer<xmlChar>: String] = [:]
    // One open element a level; children are added when their end is reached.
    var open = [Self.start(root, &spaces)]
    var node = root
    while true {
      if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
        node = child
      } else {
        while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
          node = parent
          if node != root { Self.close(&open) }
        }
        guard node != root, let next = node.pointee.next else { break }
        node = next
      }
      try Self.enter(node, &open, &spaces)
    }
    return open[0]
  }

  /// Opens an element, or adds a text to the one that is open.
  private static func enter(
    _ node: xmlNodePtr, _ open: inout [XMLElement],
    _ spaces: inout [UnsafePointer<xmlChar>: String]
  ) throws(XMLProblem) {
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      open.append(start(node, &spaces))
      if node.pointee.children == nil { close(&open) }
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = node.pointee.content {
        open[open.count - 1].content.append(.text(String(cString: content)))
      }
    default: break
    }
  }

  /// Puts the innermost open element into the one around it.
  private static func close(_ open: inout [XMLElement]) {
    guard open.count > 1, let element = open.popLast() else { return }
    open[open.count - 1].content.append(.element(element))
  }

  private static func start(
    _ node: xmlNodePtr, _ spaces: inout [UnsafePointer<xmlChar>: String]
  ) -> XMLElement {
    var attributes: [XMLElement.Attribute] = []
    var declaration = node.pointee.nsDef
    while let space = declaration {
      let prefix = space.pointee.prefix.map { "xmlns:" + String(cString: $0) } ?? "xmlns"
      attributes.append(.init(prefix, space.pointee.href.map { String(cString: $0) } ?? ""))
      declaration = space.pointee.next
    }
    var property = node.pointee.properties
    while let attribute = property {
      let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      attributes.append(
        .init(
          qualified(attribute.pointee.name, attribute.pointee.ns),
          value.map { String(cString: $0) } ?? ""))
      value.map { amparo_xml_free($0) }
      property = attribute.pointee.next
    }
    return XMLElement(
      qualified(node.pointee.name, node.pointee.ns), attributes, [],
      line: Int(xmlGetLineNo(node)), namespace: namespace(of: node, &spaces))
  }

  private static func namespace(
    of node: xmlNodePtr, _ spaces: inout [UnsafePointer<xmlChar>: String]
  ) -> String? {
    guard let address = node.pointee.ns?.pointee.href else { return nil }
    if let known = spaces[address] { return known }
    let text = String(cString: address)
    spaces[address] = text
    return text
  }

  private static func qualified(_ name: UnsafePointer<xmlChar>?, _ space: xmlNsPtr?) -> String {
    let local = name.map { String(cString: $0) } ?? ""
    guard let prefix = space?.pointee.prefix else { return local }
    return String(cString: prefix) + ":" + local
  }
}

extension String {
  /// Without the line end and the full stop that libxml2 may put behind a message.
  var trimmedLine: String {
    String(reversed().drop { $0.isWhitespace || $0 == "." }.reversed())
  }
}
