import FoundationEssentials
import PackageChecks
import XMLDocuments

/// A folder with the official schemas of one or more standards.
///
/// They belong to IMS, ADL and the AICC, so Amparo doesn't contain them.
public final class SchemaFolder {
  /// The schemas that describe one sort of document together.
  enum Group: Sendable, Hashable {
    case scorm12, scorm2004(edition: String), cmi5, cartridge(minor: Int), cartridgeQuestions(Int)
    case cartridgeTopic(Int), cartridgeLink(Int), qti21

    /// The schema of the manifest; nil where there is none.
    init?(manifestOf kind: PackageCheck.Kind) {
      switch kind {
      case .scorm12: self = .scorm12
      case .scorm2004(let edition): self = .scorm2004(edition: edition)
      case .cmi5: self = .cmi5
      case .cartridge(let version):
        guard let minor = Self.minor(version) else { return nil }
        self = .cartridge(minor: minor)
      case .qti21, .unknown: return nil
      }
    }

    static func minor(_ version: String) -> Int? {
      version == "1.1.0" ? 1 : version == "1.3.0" ? 3 : nil
    }
  }

  private let path: String
  /// Schemas that were read, or why they can't be.
  private var known: [Group: Result<Box, XMLProblem>] = [:]

  /// Holds a schema, which can't be copied.
  private final class Box {
    let schema: XMLSchema
    init(_ schema: consuming XMLSchema) { self.schema = schema }
  }

  /// Names a folder. Schemas are looked for in it and in folders in it that are called `scorm12`,
  /// `scorm2004-3rd`, `scorm2004-4th`, `cmi5`, `imscc11`, `imscc13` and `qti21`; a `catalog.xml`
  /// in it says where copies of schemas from the network are.
  public init(_ path: String) { self.path = path }

  /// What a schema doesn't allow in a document.
  ///
  /// - Throws: when there is no such schema, or it can't be used.
  func problems(in document: [UInt8], _ set: Group) throws(XMLProblem) -> [XMLProblem] {
    try box(of: set).schema.problems(in: document)
  }

  private func box(of set: Group) throws(XMLProblem) -> Box {
    if let result = known[set] { return try result.get() }
    let result = Result { () throws(XMLProblem) in try load(set) }
    known[set] = result
    return try result.get()
  }

  private func load(_ set: Group) throws(XMLProblem) -> Box {
    let places = set.folders.map { path + "/" + $0 } + [path]
    let first = set.files[0].name
    guard let folder = places.first(where: { Self.isFile($0 + "/" + first) }) else {
      throw XMLProblem("There is no `\(first)` in `\(path)`.")
    }
    let files = set.files.filter { Self.isFile(folder + "/" + $0.name) }
    let catalog = path + "/catalog.xml"
    return Box(
      try XMLSchema(
        importing: files.map { ($0.namespace, folder + "/" + $0.name) },
        catalog: Self.isFile(catalog) ? catalog : nil))
  }

  private static func isFile(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: path)
  }

  /// Documents of a package other than its manifest, with their schemas.
  func documents(
    of kind: PackageCheck.Kind, in root: XMLElement
  ) -> [(path: String, schema: Group)] {
    let resources = root.first("resources")?.children("resource") ?? []
    return resources.compactMap { resource in
      let type = resource.value(of: "type") ?? ""
      let href = resource.children("file").first?.value(of: "href") ?? resource.value(of: "href")
      guard let href else { return nil }
      switch kind {
      case .cartridge(let version):
        guard let minor = Group.minor(version) else { return nil }
        let set: Group? =
          type.hasPrefix("imsqti_xmlv1p2/")
          ? .cartridgeQuestions(minor)
          : type.hasPrefix("imsdt_xml")
            ? .cartridgeTopic(minor) : type.hasPrefix("imswl_xml") ? .cartridgeLink(minor) : nil
        return set.map { (href, $0) }
      case .qti21:
        let isQTI = ["imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"].contains(type)
        return isQTI ? (resource.value(of: "href") ?? href, .qti21) : nil
      case .scorm12, .scorm2004, .cmi5, .unknown: return nil
      }
    }
  }
}

extension SchemaFolder.Group {
  /// What the schemas describe.
  var title: String {
    switch self {
    case .scorm12: "The manifest (SCORM 1.2)"
    case .scorm2004: "The manifest (SCORM 2004)"
    case .cmi5: "The course structure (cmi5)"
    case .cartridge: "The manifest (Common Cartridge)"
    case .cartridgeQuestions: "An assessment (Common Cartridge)"
    case .cartridgeTopic: "A discussion topic (Common Cartridge)"
    case .cartridgeLink: "A web link (Common Cartridge)"
    case .qti21: "A question or test (QTI 2.1)"
    }
  }

  /// Folders that may hold them.
  var folders: [String] {
    switch self {
    case .scorm12: ["scorm12"]
    case .scorm2004(let edition):
      edition.contains("3rd")
        ? ["scorm2004-3rd", "scorm2004-4th"] : ["scorm2004-4th", "scorm2004-3rd"]
    case .cmi5: ["cmi5"]
    case .cartridge(let minor), .cartridgeQuestions(let minor), .cartridgeTopic(let minor),
      .cartridgeLink(let minor):
      ["imscc1\(minor)"]
    case .qti21: ["qti21", "qti21/www.imsglobal.org/xsd"]
    }
  }

  /// Their files by namespace; without the first one there is nothing to compare with.
  var files: [(namespace: String, name: String)] {
    let ims = "http://www.imsglobal.org/xsd/"
    switch self {
    case .scorm12:
      return [
        ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
        ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
        (ims + "imsmd_rootv1p2p1", "imsmd_rootv1p2p1.xsd"),
      ]
    case .scorm2004:
      return [
        (ims + "imscp_v1p1", "imscp_v1p1.xsd"),
        ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
        ("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
        ("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
        (ims + "imsss", "imsss_v1p0.xsd"), ("http://ltsc.ieee.org/xsd/LOM", "lom.xsd"),
      ]
    case .cmi5:
      return [
        ("https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd", "CourseStructure.xsd")
      ]
    case .cartridge(let minor):
      return [
        (ims + "imsccv1p\(minor)/imscp_v1p1", "ccv1p\(minor)_imscp_v1p2_v1p0.xsd"),
        (
          ims + "imsccv1p\(minor)/imscp_extensionv1p2", "ccv1p\(minor)_cpextensionv1p2_v1p0.xsd"
        ),
      ]
    case .cartridgeQuestions(let minor):
      return [(ims + "ims_qtiasiv1p2", "ccv1p\(minor)_qtiasiv1p2p1_v1p0.xsd")]
    case .cartridgeTopic(let minor):
      return [(ims + "imsccv1p\(minor)/imsdt_v1p\(minor)", "ccv1p\(minor)_imsdt_v1p\(minor).xsd")]
    case .cartridgeLink(let minor):
      return [(ims + "imsccv1p\(minor)/imswl_v1p\(minor)", "ccv1p\(minor)_imswl_v1p\(minor).xsd")]
    case .qti21: return [(ims + "imsqti_v2p1", "imsqti_v2p1.xsd")]
    }
  }
}
