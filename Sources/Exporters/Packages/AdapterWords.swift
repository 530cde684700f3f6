import CourseModel
import Learning

// The parts of the data block that are about the whole package.
extension AdapterData {
  /// The edition of the standard.
  var edition: String {
    switch standard {
    case .scorm12: "1.2"
    case .scorm2004: content.toolkit.packages.edition.rawValue
    case .cmi5: "1.0"
    }
  }

  /// What decides success.
  var success: JSONText {
    guard !activities.deciding.isEmpty else { return .null }
    return [
      "quizzes": .list(
        activities.deciding.map { quiz in
          [
            "activity": pair(quiz.place), "pass": .number(quiz.passPercent),
            "weight": .number(quiz.weight), "critical": .flag(quiz.hasCritical),
          ]
        }),
      "mastery": activities.mastery.map { .hundredths($0) } ?? .null,
    ]
  }

  /// SCORM 1.2's one field for completion and success.
  var status: JSONText {
    let mode = content.toolkit.packages.status
    func words(complete: Bool) -> JSONText {
      let open = complete && activities.deciding.isEmpty ? "completed" : "incomplete"
      return switch mode {
      case .passedFailed: ["unknown": .text(open), "failed": "failed", "passed": "passed"]
      case .passedIncomplete:
        ["unknown": .text(open), "failed": "incomplete", "passed": "passed"]
      case .completed:
        complete
          ? ["unknown": "completed", "failed": "completed", "passed": "completed"]
          : ["unknown": "incomplete", "failed": "incomplete", "passed": "incomplete"]
      }
    }
    return [
      "mode": .text(mode.rawValue), "incomplete": words(complete: false),
      "complete": words(complete: true),
    ]
  }

  /// Words for right, wrong and neither.
  var results: JSONText {
    switch standard {
    case .scorm12: ["right": "correct", "wrong": "wrong", "none": "neutral"]
    case .scorm2004: ["right": "correct", "wrong": "incorrect", "none": "neutral"]
    case .cmi5: ["right": .flag(true), "wrong": .flag(false), "none": .null]
    }
  }

  /// Limits of the standard.
  var limits: JSONText {
    let records = JSONText(standard.mostRecords?.interactions)
    return switch standard {
    case .scorm12: ["location": 255, "interactions": records, "response": 255, "steps": .null]
    case .scorm2004: ["location": 1000, "interactions": records, "response": .null, "steps": 250]
    case .cmi5: ["location": .null, "interactions": records, "response": .null, "steps": .null]
    }
  }

  /// What only cmi5 needs.
  var xapi: JSONText {
    switch standard {
    case .scorm12, .scorm2004: .null
    case .cmi5:
      [
        "base": .text(identifiers.base), "stateID": "amparo",
        "masteryScore": activities.mastery.map { .hundredths($0) } ?? .null,
        "moveOn": .text(activities.moveOn),
      ]
    }
  }
}
