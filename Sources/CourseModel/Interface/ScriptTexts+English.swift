extension ScriptTexts {
  /// English.
  static let english = ScriptTexts(
    bar: Bar(
      search: "Search", settings: "Reading settings", language: "Language", leave: "Leave",
      contents: "Contents", close: "Close"),
    page: Page(
      loading: "One moment…",
      scriptsFailed:
        "Something on this page failed. You can read on, but answers are not checked.",
      engineRestarted: "The page had to start again. Your answers are still here.",
      storageOff:
        "This browser keeps nothing for this page. Save your work to a file before you leave.",
      storageFull: "This device is full. Save your work to a file.", saved: "Saved",
      copied: "Copied"),
    progress: Progress(
      none: "Not started", part: "Started", done: "Done", percent: "{percent}%",
      sectionsRead: "{count} of {total} parts read",
      questionsAnswered: "{count} of {total} questions answered",
      quizPassed: "Quiz passed with {percent}%", quizNotPassed: "Quiz not passed yet: {percent}%",
      quizNotTaken: "Quiz not taken yet", treeWalked: "Decision tree finished",
      treeNotWalked: "Decision tree not finished yet", continueWith: "Continue with “{title}”",
      startWith: "Start with “{title}”", nothingYet: "You have not started yet."),
    question: QuestionTexts(
      check: "Check my answer", again: "Try again", next: "Next question",
      seeResult: "See my result", hint: "Show a hint", chooseFirst: "Choose an answer first.",
      chooseSome: "Choose at least one answer.", right: "Yes, that fits.",
      wrong: "Not this time.", partly: "Partly right.", yes: "Yes.", no: "Not this one.",
      missed: "This one fits.", position: "Question {number} of {total}",
      triesLeft: .oneOther(one: "{count} try left", other: "{count} tries left"),
      noTriesLeft: "No tries left", firstTry: "First try", critical: "Must be right to pass",
      showRight: "Show the right answer", answered: "Answered"),
    quiz: QuizTexts(
      start: "Begin", resume: "Go on", again: "Take it again",
      result: "You have {right} of {total} right: {percent}%.", passed: "You passed.",
      failed: "Not passed yet. You need {pass}%.",
      criticalMissed: "At least one question that must be right was not.",
      noPass: "You have finished.",
      triesLeft: .oneOther(
        one: "You can take it {count} more time.", other: "You can take it {count} more times."),
      noTriesLeft: "You have taken it as often as you can.", review: "Look at your answers",
      left: .oneOther(one: "{count} question left", other: "{count} questions left")),
    tree: TreeTexts(
      start: "Begin", back: "Back one step", restart: "Start again", trail: "Your way so far",
      go: "Go on", step: "Step {number}", reached: "You have reached an end.",
      emergency: "Emergency: act now", today: "Act today", end: "End",
      also: "At the same time", other: "Leads to “{title}”", path: "The way you took",
      showDrawing: "Show the drawing"),
    search: Search(
      label: "Search the whole toolkit", empty: "Type a word.",
      tooShort: "Type at least two letters.",
      results: .oneOther(one: "{count} place found", other: "{count} places found"),
      none: "Nothing found for “{query}”. Try fewer or other words.", inPage: "in “{title}”"),
    term: Term(title: "Word explained", more: "Open the glossary"),
    learner: Learner(
      title: "Who is learning?", who: "Choose who you are", name: "Name or code",
      nameHint: "It need not be your real name.", add: "Add", choose: "Choose",
      current: "Learning as {name}", change: "Change learner", unnamed: "No name yet",
      nameTaken: "This name is in use on this device. Choose it above, or type another.",
      nameEmpty: "Type a name or a code.", erase: "Erase my work from this device",
      eraseAsk: "Erase all work of {name} from this device? This can't be undone.",
      eraseYes: "Erase it", eraseNo: "Keep it",
      erased: "The work of {name} is no longer on this device."),
    file: File(
      save: "Save to a file", saveHint: "The file holds your answers and your name or code.",
      resume: "Resume from a file", resumeHint: "Choose a file that you saved from this toolkit.",
      fileName: "my-progress", resumed: "Welcome back, {name}. Your work is here.",
      notAFile: "This file does not hold saved work.",
      otherToolkit: "This file is from another toolkit: {title}.",
      olderVersion: "This file is from an older version. What still fits was taken over.",
      newerVersion: "This file is from a newer version of the toolkit. Open it there.",
      damaged: "This file is damaged. Nothing was changed.",
      replaceAsk: "{name} already has work on this device. Replace it with the file?",
      replaceYes: "Replace it", replaceNo: "Keep what is here"),
    leave: Leave(title: "Weather"),
    work: .english)
}
