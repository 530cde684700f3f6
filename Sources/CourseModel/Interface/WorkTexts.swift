/// Texts about keeping work: storage that fails, windows, files, learners.
package struct WorkTexts: Sendable, Codable, Equatable {
  package let fault, loadAgain, saveFailed, tryAgain, lastLost, stateDamaged, stateNewer: String
  package let erasedElsewhere, refreshed, goOn, notNow, rename, saveName, renamed, erase,
    eraseAll: String
  package let erasedAll, fileEmpty, fileTooLarge, sameWork, fileHolds, deviceHolds, keepBoth,
    cancel: String
  package let eraseAskUnnamed, erasedUnnamed, resumedUnnamed: String
  /// Place: language.
  package let languageAsk: String
  package let languageTake, languageLeave: String
  /// Place: language.
  package let languageTooLarge: String
}

extension WorkTexts {
  /// English.
  static let english = WorkTexts(
    fault:
      "Something on this page went wrong. Your answers up to now are kept. To be sure, save them to a file.",
    loadAgain: "Load the page again",
    saveFailed:
      "Your last answer could not be stored on this device. Save your work to a file before you leave.",
    tryAgain: "Try again",
    lastLost: "Your last answer could not be read. Everything before it is here.",
    stateDamaged:
      "The work stored on this device can’t be read. It was put aside, and you start afresh. If you have a saved file, resume from it.",
    stateNewer:
      "The work stored on this device was made with a newer version of this toolkit. It was put aside unchanged, and you start afresh here. Save it to a file and open it in the newer version.",
    erasedElsewhere:
      "This work was erased in another window. Nothing more is stored from this window.",
    refreshed: "Up to date with your other window.",
    goOn: "Go on",
    notNow: "Not now",
    rename: "Change name",
    saveName: "Save the name",
    renamed: "The name is now {name}.",
    erase: "Erase",
    eraseAll: "Erase everybody’s work",
    erasedAll: "Nobody’s work is on this device any more.",
    fileEmpty: "This file is empty. Nothing was changed.",
    fileTooLarge: "This file is too large to be saved work. Nothing was changed.",
    sameWork: "The file holds the same work as this device. Nothing was changed.",
    fileHolds: "The file holds work of {name}: {done} of {total} parts done.",
    deviceHolds: "On this device, {name} has {done} of {total} parts done.",
    keepBoth: "Keep both",
    cancel: "Cancel",
    eraseAskUnnamed: "Erase all your work from this device? This can't be undone.",
    erasedUnnamed: "Your work is no longer on this device.",
    resumedUnnamed: "Welcome back. Your work is here.",
    languageAsk:
      "This browser keeps the work of each language apart. Take your work along to {language}? It goes with the page’s address, and the browser’s list of visited pages may keep it.",
    languageTake: "Take it along",
    languageLeave: "Only read there",
    languageTooLarge:
      "Your work is too large to take along. Save it to a file, and resume from the file in {language}."
  )

  /// Arabic.
  static let arabic = WorkTexts(
    fault: "حدث خطأ في هذه الصفحة. إجاباتك حتى الآن محفوظة. احفظها في ملف لتطمئن.",
    loadAgain: "أعد تحميل الصفحة",
    saveFailed: "تعذّر حفظ إجابتك الأخيرة على هذا الجهاز. احفظ عملك في ملف قبل أن تغادر.",
    tryAgain: "حاول مرة أخرى",
    lastLost: "تعذّرت قراءة إجابتك الأخيرة. كل ما قبلها موجود هنا.",
    stateDamaged:
      "تعذّرت قراءة العمل المحفوظ على هذا الجهاز. وُضع جانبًا، وتبدأ من جديد. إن كان لديك ملف محفوظ فتابع منه.",
    stateNewer:
      "العمل المحفوظ على هذا الجهاز من إصدار أحدث من الحقيبة. وُضع جانبًا دون تغيير، وتبدأ هنا من جديد. احفظه في ملف وافتحه في الإصدار الأحدث.",
    erasedElsewhere: "مُحي هذا العمل في نافذة أخرى. لا يُحفظ شيء بعد الآن من هذه النافذة.",
    refreshed: "حُدّث مع نافذتك الأخرى.",
    goOn: "تابع",
    notNow: "ليس الآن",
    rename: "غيّر الاسم",
    saveName: "احفظ الاسم",
    renamed: "الاسم الآن {name}.",
    erase: "امحُ",
    eraseAll: "امحُ عمل الجميع",
    erasedAll: "لم يعد على هذا الجهاز عمل لأحد.",
    fileEmpty: "هذا الملف فارغ. لم يتغير شيء.",
    fileTooLarge: "هذا الملف أكبر من أن يكون عملًا محفوظًا. لم يتغير شيء.",
    sameWork: "يحتوي الملف على العمل نفسه الموجود على هذا الجهاز. لم يتغير شيء.",
    fileHolds: "يحتوي الملف على عمل {name}: تمّ {done} من {total} من الأجزاء.",
    deviceHolds: "على هذا الجهاز أتمّ {name} {done} من {total} من الأجزاء.",
    keepBoth: "احتفظ بالاثنين",
    cancel: "إلغاء",
    eraseAskUnnamed: "هل تمحو كل عملك من هذا الجهاز؟ لا يمكن التراجع عن ذلك.",
    erasedUnnamed: "لم يعد عملك على هذا الجهاز.",
    resumedUnnamed: "أهلًا بعودتك. عملك هنا.",
    languageAsk:
      "يحفظ هذا المتصفح عمل كل لغة على حدة. هل تأخذ عملك معك إلى {language}؟ ينتقل العمل مع عنوان الصفحة، وقد يبقى في قائمة الصفحات التي زارها المتصفح.",
    languageTake: "خذه معي",
    languageLeave: "أقرأ هناك فقط",
    languageTooLarge:
      "عملك أكبر من أن ينتقل معك. احفظه في ملف، ثم تابع من الملف في {language}.")
}
