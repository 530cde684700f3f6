internal import CLibXML2

extension XMLElement {
  /// The document whose root this element is: UTF-8, two spaces a level, the same bytes every time.
  ///
  /// Of characters only `&`, `<`, `>` and `"` are escaped, by name: some learning systems
  /// show other references as they are.
  ///
  /// - Throws: for a name that can't be one, or a character that XML can't hold.
  public func document() throws(XMLProblem) -> [UInt8] {
    guard let buffer = xmlBufferCreate() else { throw XMLProblem("There is no memory left.") }
    defer { xmlBufferFree(buffer) }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      throw XMLProblem("There is no memory left.")
    }
    var open: [Step] = [.element(self, depth: 0)]
    do {
      defer { xmlFreeTextWriter(writer) }
      xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
      while let step = open.popLast() { try Self.write(step, writer, &open) }
      xmlTextWriterEndDocument(writer)
      xmlTextWriterFlush(writer)
    }
    guard let content = xmlBufferContent(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }

  /// What is still to be written; the last one first.
  private enum Step {
    /// Without a depth it stands in a text, where white space counts.
    case element(XMLElement, depth: Int?)
    case text(String)
    case end(depth: Int?)
  }

  private static func write(
    _ step: Step, _ writer: xmlTextWriterPtr, _ open: inout [Step]
  ) throws(XMLProblem) {
    switch step {
    case .element(let element, let depth):
      if let depth, depth > 0 { xmlTextWriterWriteRaw(writer, indent(depth)) }
      try element.start(writer)
      // White space next to text would become part of it.
      let isMixed =
        depth == nil || element.content.contains { if case .text = $0 { true } else { false } }
      open.append(.end(depth: isMixed || element.content.isEmpty ? nil : depth))
      for node in element.content.reversed() {
        switch node {
        case .element(let child):
          open.append(.element(child, depth: isMixed ? nil : depth.map { $0 + 1 }))
        case .text(let text): open.append(.text(text))
        }
      }
    case .text(let text):
      try checkCharacters(text)
      guard xmlTextWriterWriteString(writer, text) >= 0 else {
        throw XMLProblem("A text can't be written.")
      }
    case .end(let depth):
      if let depth { xmlTextWriterWriteRaw(writer, indent(depth)) }
      xmlTextWriterEndElement(writer)
    }
  }

  private func start(_ writer: xmlTextWriterPtr) throws(XMLProblem) {
    guard xmlValidateQName(name, 0) == 0, xmlTextWriterStartElement(writer, name) >= 0 else {
      throw XMLProblem("`\(name.prefix(80))` can't be the name of an element.")
    }
    for attribute in attributes {
      guard xmlValidateQName(attribute.name, 0) == 0 else {
        throw XMLProblem("`\(attribute.name.prefix(80))` can't be the name of an attribute.")
      }
      try Self.checkCharacters(attribute.value)
      guard xmlTextWriterWriteAttribute(writer, attribute.name, attribute.value) >= 0 else {
        throw XMLProblem("The attribute `\(attribute.name)` can't be written.")
      }
    }
  }

  private static func indent(_ depth: Int) -> String {
    "\n" + String(repeating: "  ", count: depth)
  }

  /// XML 1.0, production 2: no control characters but tab and line ends, no U+FFFE and U+FFFF.
  private static func checkCharacters(_ text: String) throws(XMLProblem) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: continue
      default:
        throw XMLProblem(
          "XML can't hold the character U+\(String(scalar.value, radix: 16, uppercase: true)).")
      }
    }
  }
}
