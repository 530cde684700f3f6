extension ScriptTexts {
  /// Arabic.
  static let arabic = ScriptTexts(
    bar: Bar(
      search: "بحث", settings: "إعدادات القراءة", language: "اللغة", leave: "اخرج",
      contents: "المحتويات", close: "إغلاق"),
    page: Page(
      loading: "لحظة…",
      scriptsFailed: "حدث خطأ في هذه الصفحة. يمكنك متابعة القراءة، لكن الإجابات لا تُفحص.",
      engineRestarted: "اضطرت الصفحة إلى البدء من جديد. إجاباتك ما زالت هنا.",
      storageOff: "هذا المتصفح لا يحفظ شيئًا لهذه الصفحة. احفظ عملك في ملف قبل أن تغادر.",
      storageFull: "هذا الجهاز ممتلئ. احفظ عملك في ملف.", saved: "حُفظ", copied: "نُسخ"),
    progress: Progress(
      none: "لم يبدأ", part: "بدأ", done: "تمّ", percent: "‏{percent}٪",
      sectionsRead: "قُرئ {count} من {total} من الأجزاء",
      questionsAnswered: "أُجيب عن {count} من {total} من الأسئلة",
      quizPassed: "نجحت في الاختبار بنسبة {percent}٪",
      quizNotPassed: "لم تنجح في الاختبار بعد: {percent}٪", quizNotTaken: "لم تأخذ الاختبار بعد",
      treeWalked: "أكملت شجرة القرار", treeNotWalked: "لم تكمل شجرة القرار بعد",
      continueWith: "تابع مع «{title}»", startWith: "ابدأ بـ«{title}»",
      nothingYet: "لم تبدأ بعد."),
    question: QuestionTexts(
      check: "تحقق من إجابتي", again: "حاول مرة أخرى", next: "السؤال التالي",
      seeResult: "اعرض نتيجتي", hint: "أظهر تلميحًا", chooseFirst: "اختر إجابة أولًا.",
      chooseSome: "اختر إجابة واحدة على الأقل.", right: "نعم، هذا مناسب.",
      wrong: "ليس هذه المرة.", partly: "صحيح جزئيًا.", yes: "نعم.", no: "ليست هذه.",
      missed: "هذه مناسبة.", position: "السؤال {number} من {total}",
      triesLeft: .six(
        zero: "لا محاولات باقية", one: "بقيت محاولة واحدة", two: "بقيت محاولتان",
        few: "بقيت {count} محاولات", many: "بقيت {count} محاولة", other: "بقيت {count} محاولة"),
      noTriesLeft: "لا محاولات باقية", firstTry: "المحاولة الأولى",
      critical: "يجب أن تكون صحيحة للنجاح", showRight: "أظهر الإجابة الصحيحة",
      answered: "أُجيب عنه"),
    quiz: QuizTexts(
      start: "ابدأ", resume: "تابع", again: "أعد الاختبار",
      result: "أجبت إجابة صحيحة عن {right} من {total}: ‏{percent}٪.", passed: "نجحت.",
      failed: "لم تنجح بعد. تحتاج إلى {pass}٪.",
      criticalMissed: "هناك سؤال واحد على الأقل يجب أن تكون إجابته صحيحة ولم تكن كذلك.",
      noPass: "انتهيت.",
      triesLeft: .six(
        zero: "لا يمكنك أخذه مرة أخرى.", one: "يمكنك أخذه مرة أخرى.",
        two: "يمكنك أخذه مرتين أخريين.", few: "يمكنك أخذه {count} مرات أخرى.",
        many: "يمكنك أخذه {count} مرة أخرى.", other: "يمكنك أخذه {count} مرة أخرى."),
      noTriesLeft: "أخذته بعدد المرات المسموح.", review: "راجع إجاباتك",
      left: .six(
        zero: "لا أسئلة باقية", one: "بقي سؤال واحد", two: "بقي سؤالان",
        few: "بقيت {count} أسئلة", many: "بقي {count} سؤالًا", other: "بقي {count} سؤال")),
    tree: TreeTexts(
      start: "ابدأ", back: "خطوة إلى الوراء", restart: "ابدأ من جديد", trail: "طريقك حتى الآن",
      go: "تابع", step: "الخطوة {number}", reached: "وصلت إلى نهاية.",
      emergency: "طارئ: تصرّف الآن", today: "تصرّف اليوم", end: "نهاية",
      also: "في الوقت نفسه", other: "يقود إلى «{title}»", path: "الطريق الذي سلكته",
      showDrawing: "أظهر الرسم"),
    search: Search(
      label: "ابحث في الحقيبة كلها", empty: "اكتب كلمة.", tooShort: "اكتب حرفين على الأقل.",
      results: .six(
        zero: "لا نتائج", one: "وُجد موضع واحد", two: "وُجد موضعان", few: "وُجدت {count} مواضع",
        many: "وُجد {count} موضعًا", other: "وُجد {count} موضع"),
      none: "لا شيء عن «{query}». جرّب كلمات أقل أو غيرها.", inPage: "في «{title}»"),
    term: Term(title: "شرح كلمة", more: "افتح المصطلحات"),
    learner: Learner(
      title: "من يتعلّم؟", who: "اختر من أنت", name: "اسم أو رمز",
      nameHint: "ليس ضروريًا أن يكون اسمك الحقيقي.", add: "أضف", choose: "اختر",
      current: "تتعلم باسم {name}", change: "غيّر المتعلم", unnamed: "بلا اسم بعد",
      nameTaken: "هذا الاسم مستخدم على هذا الجهاز. اختره أعلاه أو اكتب غيره.",
      nameEmpty: "اكتب اسمًا أو رمزًا.", erase: "امحُ عملي من هذا الجهاز",
      eraseAsk: "هل تمحو كل عمل {name} من هذا الجهاز؟ لا يمكن التراجع عن ذلك.",
      eraseYes: "امحه", eraseNo: "أبقه", erased: "لم يعد عمل {name} على هذا الجهاز."),
    file: File(
      save: "احفظ في ملف", saveHint: "يحتوي الملف على إجاباتك واسمك أو رمزك.",
      resume: "تابع من ملف", resumeHint: "اختر ملفًا حفظته من هذه الحقيبة.",
      fileName: "my-progress", resumed: "أهلًا بعودتك يا {name}. عملك هنا.",
      notAFile: "لا يحتوي هذا الملف على عمل محفوظ.",
      otherToolkit: "هذا الملف من حقيبة أخرى: {title}.",
      olderVersion: "هذا الملف من إصدار أقدم. أُخذ منه ما لا يزال مناسبًا.",
      newerVersion: "هذا الملف من إصدار أحدث من الحقيبة. افتحه هناك.",
      damaged: "هذا الملف تالف. لم يتغير شيء.",
      replaceAsk: "لدى {name} عمل على هذا الجهاز. هل تستبدل به ما في الملف؟",
      replaceYes: "استبدله", replaceNo: "أبقِ ما هنا"),
    leave: Leave(title: "الطقس"),
    work: .arabic)
}
