public import CourseModel

/// Every text of the interface in one language.
///
/// A text that is missing in a language doesn't compile: all properties are set by initializers
/// without defaults. `{name}` marks a place to fill in. Texts of `script` also go into the page as
/// data, under the same names (docs/page.md). A class, since it holds hundreds of texts and every
/// piece of a page refers to it.
public final class InterfaceTexts: Sendable {
  /// Texts that only the host writes.
  let page: PageTexts
  /// Texts that scripts use, too.
  let script: ScriptTexts

  init(page: PageTexts, script: ScriptTexts) {
    self.page = page
    self.script = script
  }

  /// Which form of a counted text fits a number.
  var plurals: PluralRule { page.module.minutes.rule }

  /// The texts for a language; English where the interface has no translation yet.
  public static func texts(for language: Language) -> InterfaceTexts {
    switch language.primary {
    case "ar": arabic
    case "es": spanish
    case "fr": french
    default: english
    }
  }

  /// Whether the interface is translated into a language.
  public static func isTranslated(_ language: Language) -> Bool {
    ["ar", "en", "es", "fr"].contains(language.primary)
  }
}

/// Texts that only the host writes.
struct PageTexts: Sendable {
  let frame: FrameTexts
  let home: HomeTexts
  let module: ModuleTexts
  let callout: CalloutTexts
  let session: SessionTexts
  let activity: ActivityTexts
  let reference: ReferenceTexts
  let settings: SettingsTexts
  let index: IndexTexts
}

/// Bar, contents, footer.
struct FrameTexts: Sendable {
  let skip, contents, start, modules, trees, allModules: String
  let glossary, sources, support, progress: String
  let leaveRest, turn, back, next: String
  let noScript, printPage, printAll, printHint: String
  let version: String
}

/// Start page.
struct HomeTexts: Sendable {
  let tracks, modules, howTo: String
  /// One sentence each; what a learner should know before starting.
  let howToSteps: [String]
  let openSupport: String
}

/// Cover of a module, facts, content warning.
struct ModuleTexts: Sendable {
  /// Places: number, total.
  let position, part: String
  let outcomes, before, prerequisites, parts, guidance: String
  /// Place: title.
  let skipTo: String
  let skipPart, findSupport: String
  let minutes, questions, trees, modules, publications: CountedText
  /// Place: count.
  let minutesShort: String
  /// Places: status, date.
  let review: String
  let reviewNoDate: String
  let partOf: String
}

/// Names of callouts.
struct CalloutTexts: Sendable {
  let key, example, note, tip, warning, safeguard, handout: String
  let facilitator, cofacilitator, materials, adapt, slide: String

  /// The name of a kind.
  func name(of kind: Callout.Kind) -> String {
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
struct SessionTexts: Sendable {
  let groupWork, discussion, caseStudy, demonstration, energiser, rolePlay: String
  /// Places: least, most.
  let groups: String
  let groupsOf: CountedText
  let quiz, reading: String

  /// The name of a form.
  func name(of form: Session.Form) -> String {
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
struct ActivityTexts: Sendable {
  let chooseOne, chooseAny, trueOrFalse: String
  let quizPass: String
  let quizTries: CountedText
  let quizFeedback: String
  let tree, question, step, end, today, emergency: String
  /// Place: title.
  let drawing: String
  let otherTree, leadsTo: String
  /// Place: title.
  let drawingHint: String

  /// What to do, by kind of question.
  func instruction(for kind: Question.Kind) -> String {
    switch kind {
    case .single: chooseOne
    case .multiple: chooseAny
    case .trueFalse: trueOrFalse
    }
  }

  /// The name of a kind of node.
  func name(of kind: Tree.Kind) -> String {
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
struct ReferenceTexts: Sendable {
  let notes, backToText, table, glossaryHint, sourcesHint, language: String
  /// Place: number.
  let backToReference: String
  let progressNoScript, keepWork, keepWorkHint, sharedComputer, sharedComputerHint: String
}

/// Reading settings.
struct SettingsTexts: Sendable {
  let theme, auto, light, dark: String
  let contrast, contrastAuto, contrastNormal, contrastHigh: String
  let size, sizeNormal, sizeLarge, sizeLarger, sizeLargest: String
  let print: String
}

/// Chooser of languages.
struct IndexTexts: Sendable {
  let choose, open: String
}
