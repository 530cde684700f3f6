import CourseModel
import XMLDocuments

/// The manifest of a package, in the form of its standard.
struct PackageManifest {
  let data: AdapterData
  /// Paths of the files to list, the launch page first.
  let files: [String]

  /// Its name in the zip.
  var name: String {
    switch data.standard {
    case .scorm12, .scorm2004: "imsmanifest.xml"
    case .cmi5: "cmi5.xml"
    }
  }

  /// Its bytes.
  ///
  /// - Throws: for a character that XML can't hold.
  func document() throws(XMLProblem) -> [UInt8] {
    switch data.standard {
    case .scorm12: try scorm12Manifest().document()
    case .scorm2004: try scorm2004Manifest().document()
    case .cmi5: try cmi5Structure().document()
    }
  }

  /// Where the schemas are, when they are in the package: a reader must not look for them in vain.
  func schemaLocation(_ schemas: [String]) -> [XMLElement.Attribute] {
    guard data.hasControlDocuments else { return [] }
    return [
      .init("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      .init("xsi:schemaLocation", schemas.joined(separator: " ")),
    ]
  }

  /// The title, in one line.
  var title: String { data.content.title.asTitle }

  /// The description, in one line.
  var description: String {
    data.content.description.oneLine.withoutControls.shortened(to: 1000)
  }

  /// The tag of the language.
  var language: String { data.content.language.tag }
}

extension XMLElement {
  /// An element that holds the resource of the launch page and all its files.
  static func resources(
    _ identifier: String, scormType: String, files: [String]
  ) -> XMLElement {
    XMLElement(
      "resources",
      children: [
        XMLElement(
          "resource",
          [
            .init("identifier", identifier), .init("type", "webcontent"), .init(scormType, "sco"),
            .init("href", files.first ?? ""),
          ], children: files.map { XMLElement("file", [.init("href", $0)]) })
      ])
  }
}

extension String {
  /// Without characters that XML 1.0 can't hold.
  var withoutControls: String {
    guard !unicodeScalars.allSatisfy(\.fitsIntoXML) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter(\.fitsIntoXML)))
  }
}

extension Unicode.Scalar {
  fileprivate var fitsIntoXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
