internal import CourseModel

/// A part that differs from page to page.
///
/// A tag whose name is neither this nor a `TextSlot` nor a
/// `TemplateCondition` is an error.
enum PagePart: String, CaseIterable, Sendable {
  case language, direction, pageID, windowTitle, toolkitTitle, homeAddress, policy
  case headScript, styles, contents, main, data, scripts
  case languageName, languageLinks, version, choices
  case standard
}

/// Conditions for `{{#name}}`.
enum TemplateCondition: String, CaseIterable {
  case hasLanguages
}

/// A text of the interface that a template can show.
enum TextSlot: String, CaseIterable, Sendable {
  case textSkip, textContents, textSearch, textSettings, textLanguage, textLeave, textLeaveRest
  case textClose, textNoScript, textPrintPage, textPrintAll, textPrintHint, textPrint
  case textSearchLabel, textTheme, textAuto, textLight, textDark
  case textContrast, textContrastAuto, textContrastNormal, textContrastHigh
  case textSize, textSizeNormal, textSizeLarge, textSizeLarger, textSizeLargest
  case textLearnerTitle, textLearnerWho, textLearnerName, textLearnerHint, textLearnerAdd
  case textTerm, textTermMore, textEraseYes, textEraseNo, textChoose

  /// The text in a language.
  func text(_ texts: InterfaceTexts) -> String {
    let frame = texts.page.frame
    let settings = texts.page.settings
    let script = texts.script
    switch self {
    case .textSkip: return frame.skip
    case .textContents: return frame.contents
    case .textSearch: return script.bar.search
    case .textSettings: return script.bar.settings
    case .textLanguage: return script.bar.language
    case .textLeave: return script.bar.leave
    case .textLeaveRest: return frame.leaveRest
    case .textClose: return script.bar.close
    case .textNoScript: return frame.noScript
    case .textPrintPage: return frame.printPage
    case .textPrintAll: return frame.printAll
    case .textPrintHint: return frame.printHint
    case .textPrint: return settings.print
    case .textSearchLabel: return script.search.label
    case .textTheme: return settings.theme
    case .textAuto: return settings.auto
    case .textLight: return settings.light
    case .textDark: return settings.dark
    case .textContrast: return settings.contrast
    case .textContrastAuto: return settings.contrastAuto
    case .textContrastNormal: return settings.contrastNormal
    case .textContrastHigh: return settings.contrastHigh
    case .textSize: return settings.size
    case .textSizeNormal: return settings.sizeNormal
    case .textSizeLarge: return settings.sizeLarge
    case .textSizeLarger: return settings.sizeLarger
    case .textSizeLargest: return settings.sizeLargest
    case .textLearnerTitle: return script.learner.title
    case .textLearnerWho: return script.learner.who
    case .textLearnerName: return script.learner.name
    case .textLearnerHint: return script.learner.nameHint
    case .textLearnerAdd: return script.learner.add
    case .textTerm: return script.term.title
    case .textTermMore: return script.term.more
    case .textEraseYes: return script.learner.eraseYes
    case .textEraseNo: return script.learner.eraseNo
    case .textChoose: return texts.page.index.choose
    }
  }
}

/// What a theme has a template for: documents, and the dialogs that all pages of a site share.
enum Template: String, CaseIterable, Sendable {
  case shell, site, index, package, dialogs

  /// Its file.
  var file: String { "\(rawValue).mustache" }

  /// Parts without which the page wouldn't work.
  var required: [PagePart] {
    switch self {
    case .package: Template.site.required + [.standard]
    case .shell, .site:
      [
        .language, .direction, .policy, .headScript, .styles, .contents, .main, .data, .scripts,
        .windowTitle,
      ]
    case .index: [.language, .direction, .policy, .styles, .windowTitle, .choices]
    case .dialogs: []
    }
  }
}
