extension InterfaceTexts {
  /// English.
  static let english = InterfaceTexts(
    language: Language("en"),
    page: PageTexts(
      frame: FrameTexts(
        skip: "Skip to the text", contents: "Contents", start: "Start", modules: "Modules",
        trees: "Decision trees", allModules: "All modules", glossary: "Glossary",
        sources: "Sources", support: "Support for you", progress: "Your progress",
        leaveRest: "quickly", turn: "Previous and next page: {title}", back: "Back", next: "Next",
        noScript:
          "You can read everything here. To check answers and keep your progress, open this file in a browser that runs scripts.",
        printPage: "Print this page", printAll: "Print everything",
        printHint: "Feedback prints only where you have answered.", version: "Version {version}"),
      home: HomeTexts(
        tracks: "Ways through", modules: "Modules", howTo: "How to use this toolkit",
        howToSteps: [
          "Take one part at a time. Each part takes a few minutes.",
          "Answer the questions. You read at once why an answer fits or not.",
        ],
        keptHere: "Your work is kept on this device only. Save it to a file to take it with you.",
        keptInSystem: "The learning system keeps your work. You can go on there at any time.",
        leaving:
          "“Leave quickly”, at the top, closes this page at once. The Esc key, pressed three times, does the same.",
        openSupport: "Some of this can be hard to read. Here is support for you."),
      module: ModuleTexts(
        position: "Module {number} of {total}", part: "Part {number} of {total}",
        outcomes: "After this module you can", before: "Before you start",
        prerequisites: "Take these first", parts: "In this module",
        guidance: "This module rests on", skipTo: "Skip to “{title}”", skipPart: "Skip this part",
        findSupport: "Find support for yourself",
        minutes: .oneOther(one: "{count} minute", other: "{count} minutes"),
        questions: .oneOther(one: "{count} question", other: "{count} questions"),
        trees: .oneOther(one: "{count} decision tree", other: "{count} decision trees"),
        modules: .oneOther(one: "{count} module", other: "{count} modules"),
        publications: .oneOther(one: "{count} publication", other: "{count} publications"),
        minutesShort: "{count} min", review: "Review: {status}, {date}",
        reviewNoDate: "Review: {status}", partOf: "Skip it and you lose nothing."),
      callout: CalloutTexts(
        key: "Key message", example: "Example", note: "Note", tip: "Tip", warning: "Take care",
        safeguard: "This part may be hard to read", handout: "Handout",
        facilitator: "For the facilitator", cofacilitator: "For the second facilitator",
        materials: "Materials", adapt: "Adapt it", slide: "Slide"),
      session: SessionTexts(
        groupWork: "Group work", discussion: "Discussion", caseStudy: "Case study",
        demonstration: "Demonstration", energiser: "Energiser", rolePlay: "Role play",
        groups: "groups of {least} to {most}",
        groupsOf: .oneOther(one: "alone", other: "groups of {count}"), quiz: "Quiz",
        reading: "Reading"),
      activity: ActivityTexts(
        chooseOne: "Choose one answer.", chooseAny: "Choose every answer that fits.",
        trueOrFalse: "True or false?", quizPass: "{percent}% is enough to pass.",
        quizTries: .oneOther(
          one: "You can take it {count} time.", other: "You can take it {count} times."),
        quizFeedback: "After each answer you read why it fits or not.", tree: "Decision tree",
        question: "Question", step: "Do this", end: "End", today: "Act today",
        emergency: "Emergency: act now", drawing: "See all of “{title}” as a drawing",
        otherTree: "Another tree", leadsTo: "leads to",
        drawingHint: "Drawing of the decision tree “{title}”. Every box is a link to its text."),
      reference: ReferenceTexts(
        notes: "Notes", backToText: "Back to the text", table: "Table {number}",
        glossaryHint: "Words that this toolkit uses in a special sense.",
        sourcesHint: "Published guidance that the modules rest on.",
        language: "Language: {language}",
        backToReference: "Back to place {number} in the text",
        progressNoScript:
          "This page shows your progress when scripts run. Without them nothing is kept.",
        keepWork: "Keep your work",
        keepWorkHint:
          "A file on a USB stick survives a lost device. You can open it in any copy of this toolkit.",
        sharedComputer: "Shared computer",
        sharedComputerHint: "Several people can learn on one device, each under their own name."),
      settings: SettingsTexts(
        theme: "Colours", auto: "As my device", light: "Light", dark: "Dark",
        contrast: "Contrast", contrastAuto: "As my device", contrastNormal: "Normal",
        contrastHigh: "High", size: "Text size", sizeNormal: "Normal", sizeLarge: "Large",
        sizeLarger: "Larger", sizeLargest: "Largest", print: "Print"),
      index: IndexTexts(choose: "Choose your language", open: "Open"),
      number: NumberTexts(group: ",", groupFrom: "1000", decimal: ".", list: ", "),
      date: DateTexts(
        long: "{day} {month} {year}", first: "1",
        months: [
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December",
        ]),
      review: ReviewTexts(
        draft: "draft", reviewed: "reviewed", approved: "approved")),
    script: .english, packages: PackageTexts(lms: .english))
}
