import XMLDocuments

/// Answers an item of QTI 2.1, as far as ours go; nil when it holds what this doesn't know.
struct QTI21Result {
  let score: Double
  /// Options whose feedback is shown.
  let feedback: [String]

  init?(_ item: XMLElement, chosen: Set<String>) {
    guard let declaration = item.first("responseDeclaration"),
      let processing = item.first("responseProcessing"),
      let condition = processing.first("responseCondition"),
      let test = condition.first("responseIf"), test.first("match") != nil
    else { return nil }
    let right = Set(
      declaration.first("correctResponse")?.children("value").map(\.text) ?? [])
    if chosen == right {
      guard
        let value = test.first("setOutcomeValue")?.first("baseValue").flatMap({ Double($0.text) })
      else { return nil }
      score = value
    } else if condition.first("responseElse")?.descendants.contains(where: {
      $0.localName == "mapResponse"
    }) == true {
      guard let mapping = declaration.first("mapping"),
        let lower = mapping.value(of: "lowerBound").flatMap(Double.init),
        let upper = mapping.value(of: "upperBound").flatMap(Double.init)
      else { return nil }
      let sum = mapping.children("mapEntry").filter {
        chosen.contains($0.value(of: "mapKey") ?? "")
      }.compactMap { $0.value(of: "mappedValue").flatMap(Double.init) }.reduce(0, +)
      score = min(upper, max(lower, sum))
    } else {
      score = 0
    }
    guard
      processing.children("setOutcomeValue").contains(where: {
        $0.value(of: "identifier") == "FEEDBACK"
      })
    else { return nil }
    feedback = chosen.sorted()
  }
}

/// Works out the result of a test of QTI 2.1, as far as ours go.
struct QTI21Outcome {
  /// Points of the items.
  let items: [String: Double]
  var numbers: [String: Double] = [:]
  var words: [String: String] = [:]

  init(items: [String: Double]) { self.items = items }

  mutating func run(_ processing: XMLElement) {
    for step in processing.children {
      switch step.localName {
      case "setOutcomeValue": set(step)
      case "outcomeCondition":
        guard let branch = step.first("outcomeIf"), let test = branch.children.first,
          isTrue(test)
        else { continue }
        for inner in branch.children("setOutcomeValue") { set(inner) }
      default: break
      }
    }
  }

  private mutating func set(_ step: XMLElement) {
    guard let name = step.value(of: "identifier"), let value = step.children.first else { return }
    switch value.value(of: "baseType") {
    case "identifier", "boolean": words[name] = value.text
    default: numbers[name] = number(value)
    }
  }

  private func number(_ element: XMLElement) -> Double? {
    let inner = element.children
    switch element.localName {
    case "baseValue": return Double(element.text)
    case "variable":
      let name = element.value(of: "identifier") ?? ""
      return name.hasSuffix(".SCORE") ? items[String(name.dropLast(6))] : numbers[name]
    case "sum": return inner.compactMap(number).reduce(0, +)
    case "testVariables": return items.values.reduce(0, +)
    case "product": return inner.compactMap(number).reduce(1, *)
    case "divide":
      guard inner.count == 2, let left = number(inner[0]), let right = number(inner[1]) else {
        return nil
      }
      return left / right
    default: return nil
    }
  }

  private func isTrue(_ test: XMLElement) -> Bool {
    let inner = test.children
    switch test.localName {
    case "and": return inner.allSatisfy(isTrue)
    case "gte", "lt":
      guard inner.count == 2, let left = number(inner[0]), let right = number(inner[1]) else {
        return false
      }
      // Tenths of a thousandth, where a binary fraction falls beside a decimal one.
      let (one, other) = ((left * 10000).rounded(), (right * 10000).rounded())
      return test.localName == "gte" ? one >= other : one < other
    default: return false
    }
  }
}
