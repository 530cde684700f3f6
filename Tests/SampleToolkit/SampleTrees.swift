internal import CourseModel

extension SampleToolkit {
  static var trees: [Tree] { [someoneTellsYou, isItSEA] }

  private static func node(
    _ file: FileID, _ id: String, _ title: Prose, _ kind: Tree.Kind, _ blocks: [Block],
    _ answers: [(Prose, Anchor, String?)], also: [[Block]] = []
  ) -> Tree.Node {
    Tree.Node(
      anchor: Anchor(file, id), title: title, kind: kind, blocks: blocks,
      answers: answers.map { text, target, remark in
        .init(text: text, target: target, remark: remark.map { [.text($0)] } ?? [])
      }, also: also, language: english)
  }

  /// A tree with every kind of node, a remark, a parallel tree, a way into another tree.
  static var someoneTellsYou: Tree {
    Tree(
      id: t1, engineIndex: 2, title: "Someone tells you about violence",
      contentWarning: "This tree talks about violence, without detail.",
      introduction: [.text("For everyone who isn't a specialist.")],
      nodes: [
        node(
          t1, "danger", "Is the person in danger now?", .question,
          [
            .text(
              "Danger means: the attacker is near, she is bleeding, or she says she wants to die.")
          ],
          [
            ("Yes", Anchor(t1, "emergency"), nil),
            ("I can't tell", Anchor(t1, "emergency"), "Not knowing counts as yes until you know."),
            ("No, or not any more", Anchor(t1, "who"), nil),
          ]),
        node(
          t1, "emergency", "Call for help", .step, [.text("Stay with her if she wants.")],
          [
            ("She is safe now", Anchor(t1, "who"), nil),
            ("Nobody comes", Anchor(t1, "nobody"), nil),
          ]),
        node(
          t1, "who", "Is the person who hurt her an aid worker?", .question, [],
          [
            ("Yes, or perhaps", Anchor(t2), nil), ("No", Anchor(t1, "refer"), nil),
            ("She won't say", Anchor(t1, "stop"), nil),
          ]),
        node(
          t1, "refer", "Refer", .today, [.text("Go with her if she wants.")], [],
          also: [[.text("Write down nothing that could harm her.")]]),
        node(
          t1, "nobody", "Get her out", .emergency, [.text("Leave the place with her, now.")], []),
        node(
          t1, "stop", "Leave the choice with her", .end,
          [.text("Tell her where to find you.")] + facilitatorBlocks, []),
      ], language: english)
  }

  static var isItSEA: Tree {
    Tree(
      id: t2, engineIndex: 3, title: "Is it exploitation or abuse?", contentWarning: nil,
      introduction: [],
      nodes: [
        node(
          t2, "start", "Did he give something in exchange?", .question, [],
          [("Yes", Anchor(t2, "report"), nil), ("No", Anchor(t1, "refer"), nil)]),
        node(t2, "report", "Report it today", .today, [], []),
      ], language: english)
  }

  /// The same toolkit in Arabic: the second module isn't translated yet.
  static var arabicEdition: Edition {
    let section = Section(
      anchor: Anchor(m01, "s-risk"), engineIndex: 0, title: "لماذا تعنينا المخاطر", kind: .reading,
      audience: .learner, language: arabic,
      blocks: [
        .prose(
          SampleProse.blocks([
            .paragraph([
              "كل خدمة يمكن أن تجعل الناس أكثر أمانًا، أو تعرّضهم للخطر. طابور، أو استمارة، أو مصباح مفقود: الأشياء الصغيرة تحسم الأمر. اقرأ عن ",
              .link(.glossary("consent"), ["الموافقة"]), " وعن ",
              .link(.external("https://example.org/ar"), ["مبادئ الحماية"]), ".",
            ])
          ])),
        .note(.key, [.text("اسأل الناس أين لا يشعرون بالأمان، ثم غيّر ذلك المكان أولًا.")]),
        .note(.example, [.text("في مارندا كان مكتب التسجيل يغلق عند الغروب.")]),
        .note(.safeguard, [.text("المثال التالي يتحدث عن فتاة تبعها أحدهم.")]),
        .steps([
          Step(minutes: 7, blocks: [.text("حدّدوا ثلاثة مخاطر في أزواج.")]),
          Step(minutes: 10, blocks: [.text("اتفقوا على تغيير واحد لهذا الأسبوع.")]),
        ]),
        .note(.facilitator, [.text("\(facilitatorMark) عربي")]),
        .question(
          Question(
            anchor: Anchor(m01, "q-lamp"), engineIndex: 0,
            prompt: "الطريق إلى الصنبور مظلم. ماذا تفعل أولًا؟",
            kind: .single, introduction: [],
            options: [
              .init(
                text: "أسأل الناس الذين يستخدمون الطريق", isRight: true,
                feedback: [.text("نعم: هم يعرفون أين ومتى لا يكون آمنًا.")]),
              .init(text: "أطلب ثلاثة مصابيح", isRight: false, feedback: [.text("ربما لاحقًا.")]),
            ], hint: [.text("من يعرف الطريق أكثر؟")], isCritical: false, tries: 2, outcome: nil)),
        .tree(t1),
      ])
    let module = Module(
      id: m01, engineIndex: 0, title: "ما معنى الحماية", language: arabic, minutes: 60,
      prerequisites: [], guidance: ["sphere-2018", "guide-ar"], contentWarning: nil,
      version: "1.2", review: nil,
      outcomes: [
        Outcome(id: "o1", level: nil, text: "تقول بكلماتك ما هي الحماية", language: arabic),
        Outcome(
          id: "o2", level: nil, text: "find three risks at a place where people wait",
          language: english),
      ], sections: [section])
    return Edition(
      language: arabic, title: "الحماية في الممارسة",
      tracks: [Track(id: "basic", title: "للجميع: ابدأ هنا", items: [m01, t1])],
      modules: [module, listening], trees: trees,
      glossary: [
        Term(
          id: "consent", name: "الموافقة",
          definition: [.text("نعم حرة ومدركة من شخص يفهم على ماذا يوافق.")], language: arabic),
        Term(
          id: "disclosure", name: "disclosure",
          definition: [.text("When a person tells you about harm.")], language: english),
      ], guidance: guidance,
      support: [.text("قد تكون القراءة عن الأذى ثقيلة. يمكنك التوقف في أي وقت.")])
  }
}
