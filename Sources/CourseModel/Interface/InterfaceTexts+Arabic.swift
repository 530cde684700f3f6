extension InterfaceTexts {
  /// Arabic.
  static let arabic = InterfaceTexts(
    language: Language("ar"),
    page: PageTexts(
      frame: FrameTexts(
        skip: "انتقل إلى النص", contents: "المحتويات", start: "البداية", modules: "الوحدات",
        trees: "أشجار القرار", allModules: "كل الوحدات", glossary: "المصطلحات",
        sources: "المصادر", support: "دعم لك", progress: "تقدّمك", leaveRest: "بسرعة",
        turn: "الصفحة السابقة والتالية: {title}", back: "السابق", next: "التالي",
        noScript:
          "يمكنك قراءة كل شيء هنا. للتحقق من الإجابات وحفظ تقدمك، افتح هذا الملف في متصفح يشغّل البرامج النصية.",
        printPage: "اطبع هذه الصفحة", printAll: "اطبع كل شيء",
        printHint: "لا تُطبع الملاحظات إلا حيث أجبت.", version: "الإصدار {version}"),
      home: HomeTexts(
        tracks: "مسارات التعلّم", modules: "الوحدات", howTo: "كيف تستخدم هذه الحقيبة",
        howToSteps: [
          "خذ جزءًا واحدًا في كل مرة. كل جزء يستغرق دقائق قليلة.",
          "أجب عن الأسئلة. ستقرأ فورًا لماذا تناسب الإجابة أو لا تناسب.",
        ],
        keptHere: "يُحفظ عملك على هذا الجهاز فقط. احفظه في ملف لتأخذه معك.",
        keptInSystem: "تحفظ منصة التدريب عملك، ويمكنك المتابعة منها في أي وقت.",
        leaving:
          "زر «اخرج بسرعة» في الأعلى يغلق هذه الصفحة فورًا. وكذلك الضغط ثلاث مرات على مفتاح Esc.",
        openSupport: "قد تكون قراءة بعض ما هنا صعبة. هنا دعم لك."),
      module: ModuleTexts(
        position: "الوحدة {number} من {total}", part: "الجزء {number} من {total}",
        outcomes: "بعد هذه الوحدة يمكنك أن", before: "قبل أن تبدأ",
        prerequisites: "ابدأ بهذه أولًا", parts: "في هذه الوحدة",
        guidance: "تستند هذه الوحدة إلى", skipTo: "انتقل إلى «{title}»",
        skipPart: "تخطَّ هذا الجزء", findSupport: "ابحث عن دعم لنفسك",
        minutes: .six(
          zero: "{count} دقيقة", one: "دقيقة واحدة", two: "دقيقتان", few: "{count} دقائق",
          many: "{count} دقيقة", other: "{count} دقيقة"),
        questions: .six(
          zero: "لا أسئلة", one: "سؤال واحد", two: "سؤالان", few: "{count} أسئلة",
          many: "{count} سؤالًا", other: "{count} سؤال"),
        trees: .six(
          zero: "لا أشجار قرار", one: "شجرة قرار واحدة", two: "شجرتا قرار",
          few: "{count} أشجار قرار", many: "{count} شجرة قرار", other: "{count} شجرة قرار"),
        modules: .six(
          zero: "لا وحدات", one: "وحدة واحدة", two: "وحدتان", few: "{count} وحدات",
          many: "{count} وحدة", other: "{count} وحدة"),
        publications: .six(
          zero: "لا منشورات", one: "منشور واحد", two: "منشوران", few: "{count} منشورات",
          many: "{count} منشورًا", other: "{count} منشور"),
        minutesShort: "{count} د", review: "المراجعة: {status}، {date}",
        reviewNoDate: "المراجعة: {status}", partOf: "إن تخطيته فلن تخسر شيئًا."),
      callout: CalloutTexts(
        key: "رسالة أساسية", example: "مثال", note: "ملاحظة", tip: "نصيحة", warning: "انتبه",
        safeguard: "قد تكون قراءة هذا الجزء صعبة", handout: "ورقة للتوزيع",
        facilitator: "للميسّر", cofacilitator: "للميسّر الثاني", materials: "المواد",
        adapt: "كيّفها", slide: "شريحة"),
      session: SessionTexts(
        groupWork: "عمل جماعي", discussion: "نقاش", caseStudy: "دراسة حالة",
        demonstration: "عرض عملي", energiser: "نشاط منشّط", rolePlay: "لعب أدوار",
        groups: "مجموعات من {least} إلى {most}",
        groupsOf: .six(
          zero: "مجموعات", one: "كل شخص بمفرده", two: "مجموعات من شخصين",
          few: "مجموعات من {count} أشخاص", many: "مجموعات من {count} شخصًا",
          other: "مجموعات من {count} شخص"), quiz: "اختبار", reading: "قراءة"),
      activity: ActivityTexts(
        chooseOne: "اختر إجابة واحدة.", chooseAny: "اختر كل إجابة مناسبة.",
        trueOrFalse: "صح أم خطأ؟", quizPass: "‏{percent}٪ تكفي للنجاح.",
        quizTries: .six(
          zero: "لا يمكنك أخذه.", one: "يمكنك أخذه مرة واحدة.", two: "يمكنك أخذه مرتين.",
          few: "يمكنك أخذه {count} مرات.", many: "يمكنك أخذه {count} مرة.",
          other: "يمكنك أخذه {count} مرة."),
        quizFeedback: "بعد كل إجابة تقرأ لماذا تناسب أو لا تناسب.", tree: "شجرة قرار",
        question: "سؤال", step: "افعل هذا", end: "نهاية", today: "تصرّف اليوم",
        emergency: "طارئ: تصرّف الآن", drawing: "شاهد «{title}» كاملة في رسم",
        otherTree: "شجرة أخرى", leadsTo: "يقود إلى",
        drawingHint: "رسم شجرة القرار «{title}». كل مربع رابط إلى نصه."),
      reference: ReferenceTexts(
        notes: "حواشٍ", backToText: "عودة إلى النص", table: "الجدول {number}",
        glossaryHint: "كلمات تستخدمها هذه الحقيبة بمعنى خاص.",
        sourcesHint: "إرشادات منشورة تستند إليها الوحدات.", language: "اللغة: {language}",
        backToReference: "عودة إلى الموضع {number} في النص",
        progressNoScript: "تعرض هذه الصفحة تقدمك عندما تعمل البرامج النصية. من دونها لا يُحفظ شيء.",
        keepWork: "احفظ عملك",
        keepWorkHint:
          "الملف على ذاكرة خارجية يبقى حتى لو ضاع الجهاز. يمكنك فتحه في أي نسخة من هذه الحقيبة.",
        sharedComputer: "جهاز مشترك",
        sharedComputerHint: "يمكن لعدة أشخاص التعلم على جهاز واحد، لكلٍّ منهم اسم خاص."),
      settings: SettingsTexts(
        theme: "الألوان", auto: "مثل جهازي", light: "فاتح", dark: "داكن", contrast: "التباين",
        contrastAuto: "مثل جهازي", contrastNormal: "عادي", contrastHigh: "عالٍ",
        size: "حجم النص", sizeNormal: "عادي", sizeLarge: "كبير", sizeLarger: "أكبر",
        sizeLargest: "الأكبر", print: "الطباعة"),
      index: IndexTexts(choose: "اختر لغتك", open: "افتح"),
      number: NumberTexts(group: ",", groupFrom: "1000", decimal: ".", list: "، "),
      date: DateTexts(
        long: "{day} {month} {year}", first: "1",
        months: [
          "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
          "أكتوبر", "نوفمبر", "ديسمبر",
        ]),
      review: ReviewTexts(
        draft: "مسودة", reviewed: "مُراجَعة", approved: "معتمدة")),
    script: .arabic, packages: PackageTexts(lms: .arabic))
}
