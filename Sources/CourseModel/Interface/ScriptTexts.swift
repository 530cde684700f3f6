/// Texts that scripts use: groups and names as in docs/page.md.
package struct ScriptTexts: Sendable, Codable, Equatable {
  package let bar: Bar
  package let page: Page
  package let progress: Progress
  package let question: QuestionTexts
  package let quiz: QuizTexts
  package let tree: TreeTexts
  package let search: Search
  package let term: Term
  package let learner: Learner
  package let file: File
  package let leave: Leave
  package let work: WorkTexts

  package struct Bar: Sendable, Codable, Equatable {
    package let search, settings, language, leave, contents, close: String
  }

  package struct Page: Sendable, Codable, Equatable {
    package let loading, scriptsFailed, engineRestarted, storageOff, storageFull, saved,
      copied: String
  }

  package struct Progress: Sendable, Codable, Equatable {
    package let none, part, done: String
    package let percent, sectionsRead, questionsAnswered, quizPassed, quizNotPassed: String
    package let quizNotTaken, treeWalked, treeNotWalked, continueWith, startWith, nothingYet: String
  }

  package struct QuestionTexts: Sendable, Codable, Equatable {
    package let check, again, next, seeResult, hint, chooseFirst, chooseSome: String
    package let right, wrong, partly, yes, no, missed, position: String
    package let triesLeft: CountedText
    package let noTriesLeft, firstTry, critical, showRight, answered: String
  }

  package struct QuizTexts: Sendable, Codable, Equatable {
    package let start, resume, again, result, passed, failed, criticalMissed, noPass: String
    package let triesLeft: CountedText
    package let noTriesLeft, review: String
    package let left: CountedText
  }

  package struct TreeTexts: Sendable, Codable, Equatable {
    package let start, back, restart, trail, go, step, reached: String
    package let emergency, today, end, also, other, path, showDrawing: String
  }

  package struct Search: Sendable, Codable, Equatable {
    package let label, empty, tooShort: String
    package let results: CountedText
    package let none, inPage: String
  }

  package struct Term: Sendable, Codable, Equatable {
    package let title, more: String
  }

  package struct Learner: Sendable, Codable, Equatable {
    package let title, who, name, nameHint, add, choose, current, change, unnamed: String
    package let nameTaken, nameEmpty, erase, eraseAsk, eraseYes, eraseNo, erased: String
  }

  package struct File: Sendable, Codable, Equatable {
    package let save, saveHint, resume, resumeHint, fileName, resumed, notAFile,
      otherToolkit: String
    package let olderVersion, newerVersion, damaged, replaceAsk, replaceYes, replaceNo: String
  }

  package struct Leave: Sendable, Codable, Equatable {
    package let title: String
  }
}
