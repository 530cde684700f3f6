import CourseModel
import XMLDocuments

/// The manifest of a cartridge: what it is, its table of contents, its files.
struct CartridgeManifest {
  /// A folder of the table of contents.
  struct Folder: Sendable {
    let identifier: String
    let title: String
    /// What stands in it: titles with the identifiers of resources.
    let entries: [Entry]
  }

  /// A line of the table of contents.
  struct Entry: Sendable {
    let title: String
    let resource: String
  }

  let version: CartridgeVersion
  let identifier: String
  let title: String
  let description: String
  let language: Language
  let folders: [Folder]
  let resources: [CartridgeResource]

  /// The document.
  func document() throws(XMLProblem) -> [UInt8] {
    try XMLElement(
      "manifest",
      [
        .init("xmlns", version.manifestSpace), .init("xmlns:lomm", version.metadataSpace),
        .init("identifier", identifier),
      ], children: [metadata, organizations, resourceList]
    ).document()
  }

  private var metadata: XMLElement {
    XMLElement(
      "metadata",
      children: [
        XMLElement("schema", text: "IMS Common Cartridge"),
        XMLElement("schemaversion", text: version.schemaVersion),
        .learningObject(
          prefix: "lomm:", text: .init(element: "string", language: "language"), title: title,
          description: description, language: language.tag),
      ])
  }

  /// One tree: a root without a title, a folder for each module, and in it what learners open.
  private var organizations: XMLElement {
    let folders = self.folders.map { folder in
      XMLElement(
        "item", [.init("identifier", folder.identifier)],
        children: [XMLElement("title", text: folder.title)]
          + folder.entries.enumerated().map { position, entry in
            XMLElement(
              "item",
              [
                .init("identifier", "\(folder.identifier)_\(position + 1)"),
                .init("identifierref", entry.resource),
              ], children: [XMLElement("title", text: entry.title)])
          })
    }
    return XMLElement(
      "organizations",
      children: [
        XMLElement(
          "organization",
          [.init("identifier", "O_contents"), .init("structure", "rooted-hierarchy")],
          children: [XMLElement("item", [.init("identifier", "I_root")], children: folders)])
      ])
  }

  /// Pages have their file as `href`, and it is the first one; of all others the standard forbids
  /// the `href`.
  private var resourceList: XMLElement {
    XMLElement(
      "resources",
      children: resources.map { resource in
        var attributes: [XMLElement.Attribute] = [
          .init("identifier", resource.identifier), .init("type", version.type(of: resource.kind)),
        ]
        switch resource.kind {
        case .page, .media: attributes.append(.init("href", resource.path))
        case .assessment, .topic, .link: break
        }
        return XMLElement(
          "resource", attributes,
          children: [XMLElement("file", [.init("href", resource.path)])]
            + resource.media.map { XMLElement("dependency", [.init("identifierref", $0)]) })
      })
  }
}
