import CourseModel
import XMLDocuments

/// The manifest of a package of questions: IMS content packaging 1.1.4, as QTI 2.1 has it.
struct QTIManifest {
  /// A file that the manifest lists.
  struct Resource: Sendable {
    /// What a file is.
    enum Kind: String, Sendable {
      case item = "imsqti_item_xmlv2p1"
      case test = "imsqti_test_xmlv2p1"
      case media = "webcontent"
    }

    let identifier: String
    let kind: Kind
    /// Path in the zip.
    let path: String
    /// Identifiers of other resources that it needs, sorted.
    let needs: [String]
    let bytes: [UInt8]
  }

  let identifier: String
  let title: String
  let description: String
  let language: Language
  let resources: [Resource]

  /// The document.
  func document() throws(XMLProblem) -> [UInt8] {
    try XMLElement(
      "manifest",
      [
        .init("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"),
        .init("xmlns:lom", "http://ltsc.ieee.org/xsd/LOM"), .init("identifier", identifier),
      ],
      children: [
        metadata, XMLElement("organizations"),
        XMLElement("resources", children: resources.map(element)),
      ]
    ).document()
  }

  private var metadata: XMLElement {
    XMLElement(
      "metadata",
      children: [
        XMLElement("schema", text: "QTIv2.1 Package"), XMLElement("schemaversion", text: "1.0.0"),
        .learningObject(
          prefix: "lom:", text: .init(element: "string", language: "language"), title: title,
          description: description, language: language.tag),
      ])
  }

  private func element(_ resource: Resource) -> XMLElement {
    XMLElement(
      "resource",
      [
        .init("identifier", resource.identifier), .init("type", resource.kind.rawValue),
        .init("href", resource.path),
      ],
      children: [XMLElement("file", [.init("href", resource.path)])]
        + resource.needs.map { XMLElement("dependency", [.init("identifierref", $0)]) })
  }
}
