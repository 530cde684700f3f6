/// Every text of the interface in one language.
///
/// A text that is missing in a built-in language doesn't compile: all properties are set by the
/// initializers that Swift writes. `{name}` marks a place to fill in. Texts of `script` also go into
/// the page as data, under the same names (docs/page.md). A toolkit changes texts, or adds a
/// language, with Content/interface/<language>.yml. A class, since it
/// holds hundreds of texts and every piece of a page refers to it.
public final class InterfaceTexts: Sendable, Equatable {
  /// The language whose rules counted texts follow.
  public let language: Language
  /// Texts that only the host writes.
  package let page: PageTexts
  /// Texts that scripts use, too.
  package let script: ScriptTexts
  /// Texts of packages in a learning system.
  package let packages: PackageTexts
  /// How numbers are written.
  package let numbers: NumberStyle

  /// Gathers texts of a language.
  init(
    language: Language, page: PageTexts, script: ScriptTexts, packages: PackageTexts,
    digits: Digits = .latin
  ) {
    self.language = language
    self.page = page
    self.script = script
    self.packages = packages
    numbers = NumberStyle(page.number, digits: digits, language: language)
  }

  /// Whether two languages say everything with the same words.
  public static func == (left: InterfaceTexts, right: InterfaceTexts) -> Bool {
    left.language == right.language && left.page == right.page && left.script == right.script
      && left.packages == right.packages && left.numbers == right.numbers
  }

  /// Which form of a counted text fits a number.
  package var plurals: PluralRule { page.module.minutes.rule }

  /// The same texts with another set of digits.
  package func written(in digits: Digits) -> InterfaceTexts {
    InterfaceTexts(
      language: language, page: page, script: script, packages: packages, digits: digits)
  }

  /// The built-in texts for a language; English where the interface has no translation.
  public static func texts(for language: Language) -> InterfaceTexts {
    switch language.primary {
    case "ar": arabic
    case "es": spanish
    case "fr": french
    default: english
    }
  }

  /// Whether texts are built in for a language.
  public static func isTranslated(_ language: Language) -> Bool {
    ["ar", "en", "es", "fr"].contains(language.primary)
  }
}

/// Texts that only the host writes.
package struct PageTexts: Sendable, Codable, Equatable {
  package let frame: FrameTexts
  package let home: HomeTexts
  package let module: ModuleTexts
  package let callout: CalloutTexts
  package let session: SessionTexts
  package let activity: ActivityTexts
  package let reference: ReferenceTexts
  package let settings: SettingsTexts
  package let index: IndexTexts
  package let number: NumberTexts
  package let date: DateTexts
  package let review: ReviewTexts
}

/// Bar, contents, footer.
package struct FrameTexts: Sendable, Codable, Equatable {
  package let skip, contents, start, modules, trees, allModules: String
  package let glossary, sources, support, progress: String
  package let leaveRest: String
  /// Place: title.
  package let turn: String
  package let back, next: String
  package let noScript, printPage, printAll, printHint: String
  package let version: String
}

/// Start page.
package struct HomeTexts: Sendable, Codable, Equatable {
  package let tracks, modules, howTo: String
  /// One sentence each; what a learner should know before starting.
  package let howToSteps: [String]
  /// Where work is kept: on this device, or in the learning system that plays a package.
  package let keptHere, keptInSystem: String
  package let leaving: String
  package let openSupport: String
}

/// Cover of a module, facts, content warning.
package struct ModuleTexts: Sendable, Codable, Equatable {
  /// Places: number, total.
  package let position, part: String
  package let outcomes, before, prerequisites, parts, guidance: String
  /// Place: title.
  package let skipTo: String
  package let skipPart, findSupport: String
  package let minutes, questions, trees, modules, publications: CountedText
  /// Place: count.
  package let minutesShort: String
  /// Places: status, date.
  package let review: String
  package let reviewNoDate: String
  package let partOf: String
}

/// Names of callouts.
package struct CalloutTexts: Sendable, Codable, Equatable {
  package let key, example, note, tip, warning, safeguard, handout: String
  package let facilitator, cofacilitator, materials, adapt, slide: String

  /// The name of a kind.
  package func name(of kind: Callout.Kind) -> String {
    switch kind {
    case .key: key
    case .example: example
    case .note: note
    case .tip: tip
    case .warning: warning
    case .safeguard: safeguard
    case .handout: handout
    case .facilitator: facilitator
    case .cofacilitator: cofacilitator
    case .materials: materials
    case .adapt: adapt
    case .slide: slide
    }
  }
}

/// Work in groups.
package struct SessionTexts: Sendable, Codable, Equatable {
  package let groupWork, discussion, caseStudy, demonstration, energiser, rolePlay: String
  /// Places: least, most.
  package let groups: String
  package let groupsOf: CountedText
  package let quiz, reading: String

  /// The name of a form.
  package func name(of form: Session.Form) -> String {
    switch form {
    case .groupWork: groupWork
    case .discussion: discussion
    case .caseStudy: caseStudy
    case .demonstration: demonstration
    case .energiser: energiser
    case .rolePlay: rolePlay
    }
  }
}

/// Questions, quizzes and trees as they stand in the document.
package struct ActivityTexts: Sendable, Codable, Equatable {
  package let chooseOne, chooseAny, trueOrFalse: String
  package let quizPass: String
  package let quizTries: CountedText
  package let quizFeedback: String
  package let tree, question, step, end, today, emergency: String
  /// Place: title.
  package let drawing: String
  package let otherTree, leadsTo: String
  /// Place: title.
  package let drawingHint: String

  /// What to do, by kind of question.
  package func instruction(for kind: Question.Kind) -> String {
    switch kind {
    case .single: chooseOne
    case .multiple: chooseAny
    case .trueFalse: trueOrFalse
    }
  }

  /// The name of a kind of node.
  package func name(of kind: Tree.Kind) -> String {
    switch kind {
    case .question: question
    case .step: step
    case .end: end
    case .today: today
    case .emergency: emergency
    }
  }
}

/// Notes, tables, glossary, sources.
package struct ReferenceTexts: Sendable, Codable, Equatable {
  package let notes, backToText, table, glossaryHint, sourcesHint, language: String
  /// Place: number.
  package let backToReference: String
  package let progressNoScript, keepWork, keepWorkHint, sharedComputer, sharedComputerHint: String
}

/// Reading settings.
package struct SettingsTexts: Sendable, Codable, Equatable {
  package let theme, auto, light, dark: String
  package let contrast, contrastAuto, contrastNormal, contrastHigh: String
  package let size, sizeNormal, sizeLarge, sizeLarger, sizeLargest: String
  package let print: String
}

/// Chooser of languages.
package struct IndexTexts: Sendable, Codable, Equatable {
  package let choose, open: String
}

/// What stands between digits and between the entries of a list.
package struct NumberTexts: Sendable, Codable, Equatable {
  /// Between thousands.
  package let group: String
  /// The least number with something between its thousands: 10000 in Spanish.
  package let groupFrom: String
  /// Before a fraction.
  package let decimal: String
  /// Between entries in a line.
  package let list: String
}

/// How dates are written.
package struct DateTexts: Sendable, Codable, Equatable {
  /// Places: day, month, year.
  package let long: String
  /// The first day of a month: "1er".
  package let first: String
  /// January to December.
  package let months: [String]
}

/// States of a review, as authors write them in front matter, and their names.
package struct ReviewTexts: Sendable, Codable, Equatable {
  package let draft, reviewed, approved: String

  /// The name of a status; any other word an author uses stands as it is.
  package func name(of status: String) -> String {
    switch status {
    case "draft": draft
    case "reviewed": reviewed
    case "approved": approved
    default: status
    }
  }
}
