import XMLDocuments

/// Turns pieces of our HTML into the elements that QTI 2.1 allows in texts.
///
/// QTI 2.1 has no `dir`: the direction becomes the class `rtl` or `ltr`, for which every package has
/// a style sheet. What QTI has no element for keeps its words in a `div` or `span`.
enum QTIMarkup {
  /// An element of QTI for a `div` or `span` of ours.
  ///
  /// - Throws: when the piece can't be read.
  static func element(_ html: [UInt8]) throws(XMLProblem) -> XMLElement {
    let root = try XMLElement(htmlElement: html)
    // One frame an open element; what is left of it is still to be taken over.
    var open = [Frame(translated(root), root.content[...])]
    while true {
      guard let node = open[open.count - 1].rest.popFirst() else {
        guard open.count > 1, let done = open.popLast() else { break }
        open[open.count - 1].element.content.append(.element(done.element))
        continue
      }
      switch node {
      case .text(let text):
        open[open.count - 1].element.content.append(.text(text.withoutControls))
      case .element(let child): open.append(Frame(translated(child), child.content[...]))
      }
    }
    return open[0].element
  }

  private struct Frame {
    var element: XMLElement
    var rest: ArraySlice<XMLElement.Node>

    init(_ element: XMLElement, _ rest: ArraySlice<XMLElement.Node>) {
      self.element = element
      self.rest = rest
    }
  }

  /// The element without its content. An empty text in it says that white space counts.
  private static func translated(_ element: XMLElement) -> XMLElement {
    let name = name(of: element)
    return XMLElement(
      name, attributes(of: element, as: name), empty.contains(name) ? [] : [.text("")])
  }

  private static let empty: Set<String> = ["br", "hr", "img"]

  private static let kept: Set<String> = [
    "a", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img",
    "li", "ol", "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
  ]

  private static let blocks: Set<String> = [
    "details", "summary", "figure", "figcaption", "section", "nav", "article",
  ]

  private static func name(of element: XMLElement) -> String {
    // A place on the same page isn't one in QTI.
    if element.name == "a", element.value(of: "href")?.hasPrefix("#") ?? true { return "span" }
    if kept.contains(element.name) { return element.name }
    return blocks.contains(element.name) ? "div" : "span"
  }

  private static func attributes(
    of element: XMLElement, as name: String
  ) -> [XMLElement.Attribute] {
    var attributes: [XMLElement.Attribute] = []
    let direction = element.value(of: "dir").map { [$0] } ?? []
    let classes =
      direction + (element.value(of: "class")?.split(separator: " ").map(String.init) ?? [])
    if !classes.isEmpty { attributes.append(.init("class", classes.joined(separator: " "))) }
    if let language = element.value(of: "lang") {
      attributes.append(.init("xml:lang", language))
    }
    switch name {
    case "img":
      attributes.append(.init("src", element.value(of: "src") ?? ""))
      attributes.append(.init("alt", element.value(of: "alt") ?? ""))
    case "a": attributes.append(.init("href", element.value(of: "href") ?? ""))
    case "th":
      if let scope = element.value(of: "scope") { attributes.append(.init("scope", scope)) }
    default: break
    }
    return attributes
  }
}
