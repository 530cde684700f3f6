/// A version of Common Cartridge.
enum CartridgeVersion: String, Sendable, CaseIterable {
  /// 1.1, which Moodle imports.
  case v11 = "1.1"
  /// 1.3, which most others import.
  case v13 = "1.3"

  /// As manifests name it.
  var schemaVersion: String { rawValue + ".0" }

  /// `1p3`, as namespaces and types name it.
  private var short: String {
    switch self {
    case .v11: "1p1"
    case .v13: "1p3"
    }
  }

  /// Namespace of manifests.
  var manifestSpace: String { "http://www.imsglobal.org/xsd/imsccv\(short)/imscp_v1p1" }
  /// Namespace of a manifest's metadata.
  var metadataSpace: String { "http://ltsc.ieee.org/xsd/imsccv\(short)/LOM/manifest" }
  /// Namespace of discussion topics.
  var topicSpace: String { "http://www.imsglobal.org/xsd/imsccv\(short)/imsdt_v\(short)" }
  /// Namespace of web links.
  var linkSpace: String { "http://www.imsglobal.org/xsd/imsccv\(short)/imswl_v\(short)" }

  /// The type of a resource, as the version's vocabulary has it.
  func type(of kind: CartridgeResource.Kind) -> String {
    switch kind {
    case .page, .media: "webcontent"
    case .assessment: "imsqti_xmlv1p2/imscc_xmlv\(short)/assessment"
    case .topic: "imsdt_xmlv\(short)"
    case .link: "imswl_xmlv\(short)"
    }
  }

  /// Whether pages link to each other. Moodle makes an activity of each page and can't follow.
  var linksPages: Bool {
    switch self {
    case .v11: false
    case .v13: true
    }
  }

  /// Whether the feedback of each chosen option is shown, not only that of the first.
  ///
  /// Moodle takes conditions that let others follow for feedback to the question as a whole, and
  /// would tell a learner about options that nobody chose.
  var showsAllFeedback: Bool {
    switch self {
    case .v11: false
    case .v13: true
    }
  }
}

/// A file of a cartridge that its manifest lists.
struct CartridgeResource: Sendable {
  /// What a file is.
  enum Kind: Sendable, Hashable {
    case page, media, assessment, topic, link
  }

  let identifier: String
  let kind: Kind
  /// Path in the zip.
  let path: String
  /// Identifiers of the media that it shows, sorted.
  let media: [String]
  let bytes: [UInt8]
}
