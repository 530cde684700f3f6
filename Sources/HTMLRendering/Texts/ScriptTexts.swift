/// Texts that scripts use: groups and names as in docs/page.md.
struct ScriptTexts: Sendable, Encodable {
  let bar: Bar
  let page: Page
  let progress: Progress
  let question: QuestionTexts
  let quiz: QuizTexts
  let tree: TreeTexts
  let search: Search
  let term: Term
  let learner: Learner
  let file: File
  let leave: Leave
  let work: WorkTexts

  struct Bar: Sendable, Encodable {
    let search, settings, language, leave, contents, close: String
  }

  struct Page: Sendable, Encodable {
    let loading, scriptsFailed, engineRestarted, storageOff, storageFull, saved, copied: String
  }

  struct Progress: Sendable, Encodable {
    let none, part, done: String
    let percent, sectionsRead, questionsAnswered, quizPassed, quizNotPassed: String
    let quizNotTaken, treeWalked, treeNotWalked, continueWith, startWith, nothingYet: String
  }

  struct QuestionTexts: Sendable, Encodable {
    let check, again, next, seeResult, hint, chooseFirst, chooseSome: String
    let right, wrong, partly, yes, no, missed, position: String
    let triesLeft: CountedText
    let noTriesLeft, firstTry, critical, showRight, answered: String
  }

  struct QuizTexts: Sendable, Encodable {
    let start, resume, again, result, passed, failed, criticalMissed, noPass: String
    let triesLeft: CountedText
    let noTriesLeft, review: String
    let left: CountedText
  }

  struct TreeTexts: Sendable, Encodable {
    let start, back, restart, trail, go, step, reached: String
    let emergency, today, end, also, other, path, showDrawing: String
  }

  struct Search: Sendable, Encodable {
    let label, empty, tooShort: String
    let results: CountedText
    let none, inPage: String
  }

  struct Term: Sendable, Encodable {
    let title, more: String
  }

  struct Learner: Sendable, Encodable {
    let title, who, name, nameHint, add, choose, current, change, unnamed: String
    let nameTaken, nameEmpty, erase, eraseAsk, eraseYes, eraseNo, erased: String
  }

  struct File: Sendable, Encodable {
    let save, saveHint, resume, resumeHint, fileName, resumed, notAFile, otherToolkit: String
    let olderVersion, newerVersion, damaged, replaceAsk, replaceYes, replaceNo: String
  }

  struct Leave: Sendable, Encodable {
    let title: String
  }
}
