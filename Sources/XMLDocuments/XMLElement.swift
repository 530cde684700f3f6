/// An element of an XML document, as it is written: names with their prefix, attributes in order.
///
/// Namespace declarations are ordinary attributes (`xmlns`, `xmlns:adlcp`), so that their order is
/// the writer's: some learning systems look at the first one only.
public struct XMLElement: Sendable, Hashable {
  /// An attribute.
  public struct Attribute: Sendable, Hashable {
    /// Name with its prefix.
    public let name: String
    /// Value without quotes and escapes.
    public let value: String
    /// Describes an attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What stands inside an element.
  public enum Node: Sendable, Hashable {
    /// Another element.
    case element(XMLElement)
    /// Text without escapes.
    case text(String)
  }

  /// Name with its prefix: `adlcp:masteryscore`.
  public let name: String
  /// Attributes in the order of the document, namespace declarations first when it was read.
  public var attributes: [Attribute]
  /// What stands inside, in order.
  public var content: [Node]
  /// Line of its start tag in the document that it was read from, from 1; 0 when it was made here.
  public let line: Int
  /// The address of its namespace; nil when it has none, or was made here.
  public let namespace: String?

  /// Makes an element.
  public init(_ name: String, _ attributes: [Attribute] = [], _ content: [Node] = []) {
    self.init(name, attributes, content, line: 0, namespace: nil)
  }

  /// Makes an element that holds other elements.
  public init(_ name: String, _ attributes: [Attribute] = [], children: [XMLElement]) {
    self.init(name, attributes, children.map { .element($0) })
  }

  /// Makes an element that holds text.
  public init(_ name: String, _ attributes: [Attribute] = [], text: String) {
    self.init(name, attributes, [.text(text)])
  }

  init(
    _ name: String, _ attributes: [Attribute], _ content: [Node], line: Int, namespace: String?
  ) {
    self.name = name
    self.attributes = attributes
    self.content = content
    self.line = line
    self.namespace = namespace
  }

  /// Name without its prefix.
  public var localName: String {
    guard name.utf8.contains(UInt8(ascii: ":")) else { return name }
    return name.split(separator: ":").last.map(String.init) ?? name
  }

  /// The value of an attribute by its name with prefix; nil when there is none.
  public func value(of name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The elements directly inside, in order.
  public var children: [XMLElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements directly inside with a name without prefix, in order.
  public func children(_ localName: String) -> [XMLElement] {
    children.filter { $0.localName == localName }
  }

  /// The first element directly inside with a name without prefix.
  public func first(_ localName: String) -> XMLElement? {
    children.first { $0.localName == localName }
  }

  /// The text directly inside, pieces joined.
  public var text: String {
    content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// The element itself and every element inside it, in document order.
  public var descendants: [XMLElement] {
    var found: [XMLElement] = []
    var open = [self]
    while let element = open.popLast() {
      found.append(element)
      open += element.children.reversed()
    }
    return found
  }
}

/// What is wrong with a document, and where.
public struct XMLProblem: Error, Sendable, Hashable {
  /// What keeps a document from being read.
  public enum Kind: Sendable, Hashable {
    /// It isn't well-formed, or can't be written.
    case malformed
    /// It isn't UTF-8, nor another encoding that keeps ASCII as it is.
    case encoding
    /// It has a document type declaration.
    case documentType
    /// It is over a limit.
    case tooLarge
  }

  /// What is wrong, in one sentence.
  public let message: String
  /// Line, from 1; 0 when the document as a whole is meant.
  public let line: Int
  /// What it is.
  public let kind: Kind
  /// Describes a problem.
  public init(_ message: String, line: Int = 0, kind: Kind = .malformed) {
    self.message = message
    self.line = line
    self.kind = kind
  }
}
