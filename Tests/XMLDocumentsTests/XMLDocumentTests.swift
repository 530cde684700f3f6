import Foundation
import Testing
import XMLDocuments

@Suite struct XMLDocumentTests {
  private func text(_ element: XMLElement) throws -> String {
    String(decoding: try element.document(), as: UTF8.self)
  }

  @Test func `A document keeps the order of attributes and escapes only what it must`() throws {
    let manifest = XMLElement(
      "manifest",
      [
        .init("xmlns", "http://example.org/cp"), .init("xmlns:adlcp", "http://example.org/adlcp"),
        .init("identifier", "a\"<&>'é"),
      ],
      children: [
        XMLElement("title", text: "L’écoute & «l'appel» <1> \"2\""), XMLElement("empty"),
        XMLElement("adlcp:x", [.init("adlcp:y", "1")], [.text("a"), .element(XMLElement("b"))]),
      ])
    #expect(
      try text(manifest) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest xmlns="http://example.org/cp" xmlns:adlcp="http://example.org/adlcp" \
        identifier="a&quot;&lt;&amp;&gt;'é">
          <title>L’écoute &amp; «l'appel» &lt;1&gt; &quot;2&quot;</title>
          <empty/>
          <adlcp:x adlcp:y="1">a<b/></adlcp:x>
        </manifest>

        """)
  }

  @Test func `Inside a text nothing is put between elements`() throws {
    let inner = XMLElement("b", children: [XMLElement("i", text: "x"), XMLElement("u", text: "y")])
    let element = XMLElement("p", [], [.text("("), .element(inner), .text(")")])
    #expect(
      try text(element) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <p>(<b><i>x</i><u>y</u></b>)</p>

        """)
  }

  @Test func `HTML is read as a browser reads it`() throws {
    let html =
      "<div lang=\"ar\"><p>أ &amp; ب<br>c<figure><img src=\"a.png\" alt=\"x &lt; y\"></figure>"
    let element = try XMLElement(htmlElement: Array(html.utf8))
    #expect(element.name == "div" && element.value(of: "lang") == "ar")
    #expect(element.descendants.map(\.name) == ["div", "p", "br", "figure", "img"])
    #expect(element.descendants.last?.value(of: "alt") == "x < y")
    #expect(element.first("p")?.text == "أ & بc")
    #expect(throws: XMLProblem.self) { try XMLElement(htmlElement: []) }
  }

  @Test func `What was written is read back`() throws {
    let element = XMLElement(
      "a", [.init("xmlns", "u:x"), .init("b", "tab\tand \"quotes\"")],
      [.text("x "), .element(XMLElement("c", text: "1 < 2")), .text(" y\nz")])
    let read = try XMLElement(document: try element.document())
    #expect(read.name == "a" && read.namespace == "u:x" && read.line == 2)
    #expect(read.attributes == element.attributes)
    #expect(read.text == "x  y\nz")
    #expect(read.first("c")?.text == "1 < 2")
  }

  @Test func `Prefixes, lines and nesting are read`() throws {
    let source = """
      <?xml version="1.0"?>
      <m xmlns:p="u:p">
        <p:item n="1"><deep><deeper/></deep></p:item>
        <!-- a remark --><p:item p:n="2"><![CDATA[<raw>]]></p:item>
      </m>
      """
    let root = try XMLElement(document: Array(source.utf8))
    #expect(root.children("item").map(\.line) == [3, 4])
    #expect(root.children("item").map(\.namespace) == ["u:p", "u:p"])
    #expect(root.children("item")[1].value(of: "p:n") == "2")
    #expect(root.children("item")[1].text == "<raw>")
    #expect(root.descendants.map(\.name) == ["m", "p:item", "deep", "deeper", "p:item"])
  }

  @Test(arguments: ["bad name", "", "1a", "a:b:c"])
  func `A name that XML doesn't know is refused`(name: String) {
    #expect(throws: XMLProblem.self) { try XMLElement(name).document() }
    #expect(throws: XMLProblem.self) { try XMLElement("a", [.init(name, "1")]).document() }
  }

  @Test(arguments: ["\u{0}", "\u{B}", "\u{FFFE}", "a\u{1F}b"])
  func `A character that XML can't hold is refused`(text: String) {
    #expect(throws: XMLProblem.self) { try XMLElement("a", text: text).document() }
    #expect(throws: XMLProblem.self) { try XMLElement("a", [.init("b", text)]).document() }
  }

  @Test(arguments: [
    ("", 1), ("not xml", 1), ("<a>\n<b></a>", 2), ("<a/>\n<!DOCTYPE a>", 2),
    ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>", 1),
    ("\n\n<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", 3), ("<a b='1' b='2'/>", 1), ("<a>&x;</a>", 1),
    ("<p:a/>", 1), ("<a", 1), ("\u{0}<a/>", 1),
  ])
  func `What can't be trusted or read is refused with its line`(source: String, line: Int) {
    do throws(XMLProblem) {
      let element = try XMLElement(document: Array(source.utf8))
      // A prefix without a declaration is an error of namespaces only; libxml2 reads on.
      #expect(element.name == "p:a" || element.name == "a" && source == "<p:a/>")
    } catch {
      #expect(error.line == line)
    }
  }

  @Test func `UTF-16 is refused`() {
    let bytes = Array("<a/>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(throws: XMLProblem.self) { try XMLElement(document: [0xFF, 0xFE] + bytes) }
    #expect(throws: XMLProblem.self) { try XMLElement(document: bytes) }
  }

  @Test func `A document of 200 levels is read, one of 100,000 is refused`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
    }
    #expect(try XMLElement(document: nested(200)).descendants.count == 200)
    #expect(throws: XMLProblem.self) { try XMLElement(document: nested(100_000)) }
  }

  private func kind(of bytes: [UInt8]) -> XMLProblem.Kind? {
    do throws(XMLProblem) {
      _ = try XMLElement(document: bytes)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test func `What costs too much memory or time is refused before it is read`() {
    let attributes = (0..<300).map { " a\($0)='1'" }.joined()
    #expect(kind(of: Array("<a\(attributes)/>".utf8)) == .tooLarge)
    let many = "<a>" + String(repeating: "<b/>", count: 40_000) + "</a>"
    #expect(kind(of: Array(many.utf8)) == .tooLarge)
    #expect(kind(of: Array("<a/>".utf8) + [UInt8](repeating: 10, count: 1_000_001)) == .tooLarge)
    #expect(kind(of: [UInt8](repeating: 32, count: 8 << 20) + Array("<a/>".utf8)) == .tooLarge)
    // Signs in comments and raw text are no tags.
    let marks = String(repeating: "<b x='1'>", count: 40_001)
    #expect(kind(of: Array("<a><!--\(marks)--><![CDATA[\(marks)]]></a>".utf8)) == nil)
  }

  @Test(arguments: ["UTF-16", "UTF-7", "IBM037", "UCS-4"])
  func `An encoding that hides signs from the scan is refused`(name: String) {
    #expect(kind(of: Array("<?xml version='1.0' encoding='\(name)'?><a/>".utf8)) == .encoding)
  }

  @Test func `A document with a byte order mark, or in Latin-1, is read`() throws {
    #expect(kind(of: [0xEF, 0xBB, 0xBF] + Array("<a/>".utf8)) == nil)
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]
    #expect(try XMLElement(document: latin + Array("</a>".utf8)).text == "é")
    #expect(kind(of: Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)) == .malformed)
  }

  @Test func `A schema says what is not allowed, and where`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xsd")
    let xsd = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType>
      <xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """
    try xsd.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let schema = try XMLSchema(path: file.path)
    #expect(try schema.problems(in: Array("<a>\n<n>1</n></a>".utf8)) == [])
    let problems = try schema.problems(in: Array("<a>\n<n>x</n>\n<m/></a>".utf8))
    #expect(problems.map(\.line) == [2, 3])
    #expect(throws: XMLProblem.self) { try schema.problems(in: Array("<a>".utf8)) }
    #expect(throws: XMLProblem.self) { _ = try XMLSchema(path: file.path + ".none") }
  }
}
