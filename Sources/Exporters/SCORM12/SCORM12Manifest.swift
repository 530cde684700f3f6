import CourseModel
import XMLDocuments

extension PackageManifest {
  /// Namespaces with the files of their schemas.
  private static let scorm12Schemas = [
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd",
    "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd",
  ]

  /// imsmanifest.xml of SCORM 1.2: one organization with one item, a single SCO.
  ///
  /// The default namespace is declared first: Open edX looks for elements without a prefix.
  func scorm12Manifest() -> XMLElement {
    let identifiers = data.identifiers
    return XMLElement(
      "manifest",
      [
        .init("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
        .init("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
        .init("identifier", identifiers.manifest),
        .init("version", String(data.content.toolkit.version.withoutControls.prefix(20))),
      ] + schemaLocation(Self.scorm12Schemas),
      children: [
        XMLElement(
          "metadata",
          children: [
            XMLElement("schema", text: "ADL SCORM"), XMLElement("schemaversion", text: "1.2"),
            scorm12Description,
          ]),
        XMLElement(
          "organizations", [.init("default", identifiers.organization)],
          children: [
            XMLElement(
              "organization", [.init("identifier", identifiers.organization)],
              children: [XMLElement("title", text: title), scorm12Item])
          ]),
        .resources(identifiers.resource, scormType: "adlcp:scormtype", files: files),
      ])
  }

  private var scorm12Item: XMLElement {
    let identifiers = data.identifiers
    var children = [XMLElement("title", text: title)]
    // Moodle decides by the mark alone, so it is only told where that says the same.
    let decides = data.content.toolkit.packages.status != .completed
    if decides, let mark = data.activities.mastery {
      children.append(XMLElement("adlcp:masteryscore", text: String(mark)))
    }
    return XMLElement(
      "item",
      [
        .init("identifier", identifiers.item), .init("identifierref", identifiers.resource),
        .init("isvisible", "true"),
      ], children: children)
  }

  private var scorm12Description: XMLElement {
    .learningObject(
      namespace: "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
      text: .init(element: "langstring", language: "xml:lang"), title: title,
      description: description, language: language)
  }
}
