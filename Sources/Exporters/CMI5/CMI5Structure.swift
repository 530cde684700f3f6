import CourseModel
import XMLDocuments

extension PackageManifest {
  /// cmi5.xml: a course with one assignable unit.
  func cmi5Structure() -> XMLElement {
    let identifiers = data.identifiers
    var children = [
      XMLElement(
        "course", [.init("id", identifiers.course)],
        children: [text("title", title), text("description", description)])
    ]
    if !data.objectives.isEmpty {
      children.append(
        XMLElement(
          "objectives",
          children: data.objectives.map { objective in
            let words = objective.text.withoutControls
            let language = objective.language
            return XMLElement(
              "objective", [.init("id", id(of: objective))],
              children: [
                text("title", words.shortened(to: 200), language),
                text("description", words.shortened(to: 1000), language),
              ])
          }))
    }
    children.append(unit)
    return XMLElement(
      "courseStructure",
      [.init("xmlns", "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd")],
      children: children)
  }

  private var unit: XMLElement {
    var attributes: [XMLElement.Attribute] = [
      .init("id", data.identifiers.unit),
      // Without it a unit counts as satisfied before anybody opens it.
      .init("moveOn", data.activities.moveOn),
    ]
    if let mark = data.activities.mastery {
      attributes.append(.init("masteryScore", decimal(hundredths: mark)))
    }
    let method =
      switch data.content.toolkit.packages.launch {
      case .anyWindow: "AnyWindow"
      case .ownWindow: "OwnWindow"
      }
    attributes.append(.init("launchMethod", method))
    var children = [text("title", title), text("description", description)]
    if !data.objectives.isEmpty {
      children.append(
        XMLElement(
          "objectives",
          children: data.objectives.map {
            XMLElement("objective", [.init("idref", id(of: $0))])
          }))
    }
    children.append(XMLElement("url", text: files.first ?? "index.html"))
    return XMLElement("au", attributes, children: children)
  }

  private func id(of objective: PackageActivities.Objective) -> String {
    "\(data.identifiers.base)#\(objective.id)"
  }

  private func text(_ name: String, _ text: String, _ language: Language? = nil) -> XMLElement {
    XMLElement(
      name,
      children: [
        XMLElement(
          "langstring", [.init("lang", language?.tag ?? data.content.language.tag)], text: text)
      ])
  }
}
