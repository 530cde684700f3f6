import CourseModel
import XMLDocuments

extension PackageManifest {
  /// Namespaces with the files of their schemas.
  private static let scorm2004Schemas = [
    "http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd",
    "http://ltsc.ieee.org/xsd/LOM lom.xsd",
  ]

  /// imsmanifest.xml of SCORM 2004: a single SCO that says itself what is completed and passed.
  func scorm2004Manifest() -> XMLElement {
    let identifiers = data.identifiers
    let edition =
      switch data.content.toolkit.packages.edition {
      case .third: "2004 3rd Edition"
      case .fourth: "2004 4th Edition"
      }
    return XMLElement(
      "manifest",
      [
        .init("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"),
        .init("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"),
        .init("xmlns:adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3"),
        .init("xmlns:adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3"),
        .init("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss"),
        .init("identifier", identifiers.manifest),
        .init("version", String(data.content.toolkit.version.withoutControls.prefix(20))),
      ] + schemaLocation(Self.scorm2004Schemas),
      children: [
        XMLElement(
          "metadata",
          children: [
            XMLElement("schema", text: "ADL SCORM"), XMLElement("schemaversion", text: edition),
            scorm2004Description,
          ]),
        XMLElement(
          "organizations", [.init("default", identifiers.organization)],
          children: [
            XMLElement(
              "organization", [.init("identifier", identifiers.organization)],
              children: [
                XMLElement("title", text: title), scorm2004Item,
                XMLElement(
                  "imsss:sequencing",
                  children: [
                    XMLElement(
                      "imsss:controlMode", [.init("choice", "true"), .init("flow", "true")])
                  ]),
              ])
          ]),
        .resources(identifiers.resource, scormType: "adlcp:scormType", files: files),
      ])
  }

  private var scorm2004Item: XMLElement {
    let identifiers = data.identifiers
    return XMLElement(
      "item",
      [
        .init("identifier", identifiers.item), .init("identifierref", identifiers.resource),
        .init("isvisible", "true"),
      ],
      children: [
        XMLElement("title", text: title),
        XMLElement("imsss:sequencing", children: [scorm2004Objectives, deliveryControls]),
        XMLElement(
          "adlnav:presentation",
          children: [
            XMLElement(
              "adlnav:navigationInterface",
              // There is nothing before or behind a single SCO.
              children: ["previous", "continue"].map {
                XMLElement("adlnav:hideLMSUI", text: $0)
              })
          ]),
      ])
  }

  /// Without these a system may mark the package as completed and passed by itself.
  private var deliveryControls: XMLElement {
    XMLElement(
      "imsss:deliveryControls",
      [.init("completionSetByContent", "true"), .init("objectiveSetByContent", "true")])
  }

  private var scorm2004Objectives: XMLElement {
    let primary: XMLElement
    if let mark = data.activities.mastery {
      primary = XMLElement(
        "imsss:primaryObjective",
        [.init("objectiveID", "primary"), .init("satisfiedByMeasure", "true")],
        children: [
          XMLElement("imsss:minNormalizedMeasure", text: decimal(hundredths: mark))
        ])
    } else {
      primary = XMLElement("imsss:primaryObjective", [.init("objectiveID", "primary")])
    }
    return XMLElement(
      "imsss:objectives",
      children: [primary]
        + data.objectives.map { XMLElement("imsss:objective", [.init("objectiveID", $0.id)]) })
  }

  private var scorm2004Description: XMLElement {
    .learningObject(
      namespace: "http://ltsc.ieee.org/xsd/LOM",
      text: .init(element: "string", language: "language"), title: title,
      description: description, language: language)
  }
}
