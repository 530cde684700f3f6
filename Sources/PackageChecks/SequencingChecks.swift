import XMLDocuments

/// Looks at sequencing and navigation of SCORM 2004.
enum SequencingCheck {
  /// Order in which the parts of `imsss:sequencing` must stand.
  private static let order = [
    "controlMode", "sequencingRules", "limitConditions", "auxiliaryResources", "rollupRules",
    "objectives", "randomizationControls", "deliveryControls", "constrainedChoiceConsiderations",
    "rollupConsiderations", "objectives",
  ]
  /// What a system's buttons are called (ADL navigation; `toc` is none of them).
  private static let buttons: Set<String> = [
    "previous", "continue", "exit", "exitAll", "abandon", "abandonAll", "suspendAll",
  ]

  /// What is wrong with them.
  static func findings(in root: XMLElement) -> [PackageFinding] {
    var found: [PackageFinding] = []
    for element in root.descendants {
      switch element.localName {
      case "sequencing": found += sequencing(element)
      case "item": found += item(element)
      case "minNormalizedMeasure":
        guard let number = Double(element.text), (-1...1).contains(number) else {
          found.append(
            finding(
              .error, .value, "`minNormalizedMeasure` must be a number from -1 to 1.", element))
          continue
        }
      default: break
      }
    }
    return found
  }

  private static func sequencing(_ element: XMLElement) -> [PackageFinding] {
    let names = element.children.map(\.localName)
    var position = 0
    for name in names {
      guard let next = order[position...].firstIndex(of: name) else {
        return [
          finding(
            .error, .sequencing,
            "`\(name)` stands in the wrong place of `sequencing`. The order is: "
              + order.dropLast(3).joined(separator: ", ") + ".", element)
        ]
      }
      position = next
    }
    return []
  }

  private static func item(_ item: XMLElement) -> [PackageFinding] {
    var found: [PackageFinding] = []
    let isLeaf = item.children("item").isEmpty
    for presentation in item.children("presentation") {
      let hidden = presentation.descendants.filter { $0.localName == "hideLMSUI" }
      if !isLeaf, let first = hidden.first {
        found.append(
          finding(
            .error, .sequencing, "`hideLMSUI` may only stand at items without items in them.", first
          ))
      }
      for button in hidden where !buttons.contains(button.text) {
        found.append(
          finding(
            .error, .sequencing,
            "`hideLMSUI` can't be `\(button.text.prefix(40))`: systems know "
              + buttons.sorted().joined(separator: ", ") + ".", button))
      }
    }
    let isVersion2004 = item.namespace == "http://www.imsglobal.org/xsd/imscp_v1p1"
    if isVersion2004, isLeaf {
      let controls = item.first("sequencing")?.first("deliveryControls")
      let isByContent = ["completionSetByContent", "objectiveSetByContent"].allSatisfy {
        controls?.value(of: $0) == "true"
      }
      if !isByContent {
        found.append(
          finding(
            .warning, .sequencing,
            "Without `deliveryControls completionSetByContent=\"true\" objectiveSetByContent=\"true\"`"
              + " a system may mark the item as completed and passed by itself.", item))
      }
    }
    return found
  }

  private static func finding(
    _ severity: PackageFinding.Severity, _ rule: PackageFinding.Rule, _ message: String,
    _ element: XMLElement
  ) -> PackageFinding {
    PackageFinding(severity, rule, message, path: "imsmanifest.xml", line: element.line)
  }
}
