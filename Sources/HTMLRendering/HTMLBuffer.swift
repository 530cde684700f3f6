internal import CourseModel

/// HTML under construction: one byte buffer and the few ways to add to it.
///
/// Text and attribute values are escaped here and nowhere else.
package struct HTMLBuffer: ~Copyable {
  private(set) var out: ByteBuffer

  /// An empty buffer.
  package init() { out = ByteBuffer() }

  /// An empty buffer with room, so that a page doesn't move while it grows.
  init(capacity: Int) { out = ByteBuffer(capacity: capacity) }

  /// What has been written.
  package var bytes: [UInt8] { out.bytes }

  /// Appends ready HTML from the source code.
  @inline(__always)  // So that a piece is a few stores.
  package mutating func raw(_ html: StaticString) { MarkupBytes.put(html, &out) }

  /// Appends HTML that was written by another buffer.
  package mutating func append(_ html: [UInt8]) { out.append(contentsOf: html) }

  /// Appends what another buffer holds.
  mutating func append(_ html: borrowing HTMLBuffer) {
    html.out.withBytes { out.append(contentsOf: $0) }
  }

  /// Appends a part of such HTML.
  mutating func append(_ html: ArraySlice<UInt8>) { out.append(contentsOf: html) }

  /// Appends text, escaped.
  package mutating func text(_ text: String) {
    text.withBytes { MarkupBytes.escape($0, into: &out) }
  }

  /// Appends a number.
  mutating func number(_ number: Int) { MarkupBytes.decimal(number, into: &out) }

  /// Appends a start tag.
  @inline(__always)  // So that the list of attributes needs no memory of its own.
  package mutating func open(_ name: StaticString, _ attributes: HTMLAttribute?...) {
    start(name, attributes)
  }

  /// Appends an end tag.
  package mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    out.append(UInt8(ascii: ">"))
  }

  /// Appends an element that holds text.
  @inline(__always)
  package mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute?..., text content: String
  ) {
    start(name, attributes)
    text(content)
    close(name)
  }

  /// Appends to bytes that a writer of Markdown is at, without a buffer between them.
  static func write(into out: inout ByteBuffer, _ body: (inout HTMLBuffer) -> Void) {
    var html = HTMLBuffer()
    swap(&html.out, &out)
    body(&html)
    swap(&html.out, &out)
  }

  /// Lets a writer of Markdown append to the bytes.
  mutating func write(_ body: (inout ByteBuffer) -> Void) { body(&out) }

  @inline(__always)
  private mutating func start(_ name: StaticString, _ attributes: [HTMLAttribute?]) {
    out.append(UInt8(ascii: "<"))
    raw(name)
    for case .some(let attribute) in attributes { add(attribute) }
    out.append(UInt8(ascii: ">"))
  }

  /// Appends one attribute to the start tag being written.
  @inline(__always)
  mutating func add(_ attribute: HTMLAttribute) {
    out.append(UInt8(ascii: " "))
    raw(attribute.name)
    guard let value = attribute.value else { return }
    raw("=\"")
    text(value)
    out.append(UInt8(ascii: "\""))
  }
}

/// One attribute of an element; its value is escaped when it is written.
package struct HTMLAttribute {
  let name: StaticString
  let value: String?

  /// An attribute with a value.
  package static func value(_ name: StaticString, _ value: String) -> HTMLAttribute {
    HTMLAttribute(name: name, value: value)
  }
  /// An attribute with a number.
  package static func number(_ name: StaticString, _ value: Int) -> HTMLAttribute {
    HTMLAttribute(name: name, value: String(value))
  }
  /// An attribute without a value.
  package static func flag(_ name: StaticString) -> HTMLAttribute {
    HTMLAttribute(name: name, value: nil)
  }
  /// `id`.
  package static func id(_ id: String) -> HTMLAttribute { .value("id", id) }
  /// `class`.
  package static func classes(_ names: String) -> HTMLAttribute { .value("class", names) }
  /// `href`.
  package static func href(_ address: String) -> HTMLAttribute { .value("href", address) }
  /// `aria-labelledby`.
  package static func labelledBy(_ id: String) -> HTMLAttribute { .value("aria-labelledby", id) }
  /// `aria-label`.
  package static func label(_ text: String) -> HTMLAttribute { .value("aria-label", text) }
  /// `lang`, where the language differs from the one around.
  static func language(_ language: Language, in outer: Language) -> HTMLAttribute? {
    language == outer ? nil : .value("lang", language.tag)
  }
  /// `dir`, where the language differs from the one around.
  static func direction(_ language: Language, in outer: Language) -> HTMLAttribute? {
    language == outer ? nil : .value("dir", language.direction.rawValue)
  }
}
