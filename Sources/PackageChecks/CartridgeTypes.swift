/// What a resource of a Common Cartridge is, whatever version its type names.
enum CartridgeType: Sendable, Hashable {
  case webContent, associated, discussion, webLink, assessment, questionBank, lti, assignment, book

  /// Reads a type such as `imsqti_xmlv1p2/imscc_xmlv1p3/assessment`.
  init?(_ type: String) {
    let isQTI = type.hasPrefix("imsqti_xmlv1p2/imscc_xmlv1p")
    switch type {
    case "webcontent": self = .webContent
    case "assignment_xmlv1p0": self = .assignment
    case "idpfepub_epubv3p0": self = .book
    case _ where isQTI && type.hasSuffix("/assessment"): self = .assessment
    case _ where isQTI && type.hasSuffix("/question-bank"): self = .questionBank
    case _ where type.hasPrefix("associatedcontent/imscc_xmlv1p"): self = .associated
    case _ where type.hasPrefix("imsdt_xmlv1p"): self = .discussion
    case _ where type.hasPrefix("imswl_xmlv1p"): self = .webLink
    case _ where type.hasPrefix("imsbasiclti_xmlv1p"): self = .lti
    default: return nil
    }
  }

  /// The type as a version of the standard writes it: `1` for 1.1, `3` for 1.3.
  func name(minor: Int) -> String {
    switch self {
    case .webContent: "webcontent"
    case .assignment: "assignment_xmlv1p0"
    case .book: "idpfepub_epubv3p0"
    case .assessment: "imsqti_xmlv1p2/imscc_xmlv1p\(minor)/assessment"
    case .questionBank: "imsqti_xmlv1p2/imscc_xmlv1p\(minor)/question-bank"
    case .associated: "associatedcontent/imscc_xmlv1p\(minor)/learning-application-resource"
    case .discussion: "imsdt_xmlv1p\(minor)"
    case .webLink: "imswl_xmlv1p\(minor)"
    case .lti: "imsbasiclti_xmlv1p\(minor == 1 ? 0 : minor)"
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .webContent: "Web content"
    case .associated: "Associated content"
    case .discussion: "A discussion topic"
    case .webLink: "A web link"
    case .assessment: "An assessment"
    case .questionBank: "A question bank"
    case .lti: "A link to a tool (LTI)"
    case .assignment: "An assignment"
    case .book: "A book (EPUB)"
    }
  }

  /// Whether it is one XML file that is named by `file` only (rules 1 to 4).
  var isOneDocument: Bool {
    switch self {
    case .discussion, .webLink, .assessment, .questionBank: true
    case .webContent, .associated, .lti, .assignment, .book: false
    }
  }

  /// What it may depend on (rules 1d to 6f and 11); nil when the standard has no rule.
  var allowedDependencies: Set<CartridgeType>? {
    switch self {
    case .discussion, .assessment, .questionBank: [.webContent, .associated, .assignment, .book]
    case .webContent, .associated, .lti: [.webContent, .assignment, .book]
    case .webLink: []
    case .assignment, .book: nil
    }
  }
}
