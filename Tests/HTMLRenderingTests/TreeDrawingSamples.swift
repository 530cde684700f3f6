import CourseModel
import HTMLRendering
import MarkupTree

/// Trees for the drawing's tests.
enum TreeSamples {
  static let labels = TreeDrawing.Labels(
    start: "Start", question: "Question", step: "Do this", end: "End", today: "Today",
    emergency: "Act now", otherTree: "Another tree", beside: "At the same time",
    leadsTo: "leads to", description: "Each box is a link to its text.",
    titles: [
      Anchor(FileID("t2")): "Is it sexual exploitation and abuse?",
      Anchor(FileID("t3")): "A child tells you",
    ])

  static let arabicLabels = TreeDrawing.Labels(
    start: "البداية", question: "سؤال", step: "افعل هذا", end: "النهاية", today: "اليوم",
    emergency: "تصرّف الآن", otherTree: "شجرة أخرى", beside: "في الوقت نفسه",
    leadsTo: "يؤدي إلى", description: "كل مربع رابط إلى نصّه.",
    titles: [
      Anchor(FileID("t2")): "هل هو استغلال وانتهاك جنسي؟", Anchor(FileID("t3")): "طفل يخبرك",
    ])

  /// One node: id, title, kind, answers with their targets, and a tree beside it.
  struct Draft {
    let id: String
    let title: String
    let kind: Tree.Kind
    let answers: [(text: String, target: Anchor)]
    var beside: String?
  }

  static func tree(_ id: String, title: String, language: String, _ drafts: [Draft]) -> Tree {
    let nodes = drafts.map { draft in
      Tree.Node(
        anchor: Anchor(FileID(id), draft.id), title: Prose(plain: draft.title), kind: draft.kind,
        blocks: [],
        answers: draft.answers.map {
          .init(text: Prose(plain: $0.text), target: $0.target, remark: [])
        },
        also: draft.beside.map { [[.prose(link(to: Anchor(FileID($0))))]] } ?? [],
        language: Language(language))
    }
    return Tree(
      id: FileID(id), engineIndex: 0, title: title, contentWarning: nil, introduction: [],
      nodes: nodes, language: Language(language))
  }

  /// A paragraph that holds a link.
  private static func link(to place: Anchor) -> Prose {
    var markup = Markup()
    markup.nodes[Markup.root].end = 3
    markup.nodes.append(.init(kind: .paragraph, end: 3, parent: 0))
    markup.nodes.append(.init(kind: .link, end: 3, parent: 1))
    return Prose(ResolvedText(markup: markup, references: [2: .place(place)]), nodes: 1..<3)
  }

  private static func here(_ element: String) -> Anchor { Anchor(FileID("t1"), element) }

  /// A disclosure of violence, in English.
  static let disclosure = tree(
    "t1", title: "Someone tells you about violence", language: "en",
    [
      Draft(
        id: "danger", title: "Is the person in danger now?", kind: .question,
        answers: [
          ("Yes", here("emergency")), ("I can't tell", here("emergency")),
          ("No, or not any more", here("who")),
        ]),
      Draft(
        id: "emergency", title: "Call for help", kind: .step,
        answers: [("She is safe now", here("who"))]),
      Draft(
        id: "who", title: "Is she under 18, or might she be?", kind: .question,
        answers: [("Yes", Anchor(FileID("t3"))), ("No", here("sea"))]),
      Draft(
        id: "sea", title: "Is the person who hurt her an aid worker?", kind: .question,
        answers: [("Yes, or perhaps", here("sea-report")), ("No", here("refer"))]),
      Draft(
        id: "sea-report", title: "Tell her that you must report it", kind: .step,
        answers: [("Go on", here("refer"))], beside: "t2"),
      Draft(id: "refer", title: "Refer", kind: .today, answers: []),
    ])

  /// The same in Arabic.
  static let arabicDisclosure = tree(
    "t1", title: "شخص يخبرك عن عنف", language: "ar",
    [
      Draft(
        id: "danger", title: "هل الشخص في خطر الآن؟", kind: .question,
        answers: [
          ("نعم", here("emergency")), ("لا أعرف", here("emergency")),
          ("لا، أو لم يعد كذلك", here("who")),
        ]),
      Draft(
        id: "emergency", title: "اطلب المساعدة", kind: .step,
        answers: [("هي في أمان الآن", here("who"))]),
      Draft(
        id: "who", title: "هل عمرها أقل من 18 سنة، أو ربما كذلك؟", kind: .question,
        answers: [("نعم", Anchor(FileID("t3"))), ("لا", here("sea"))]),
      Draft(
        id: "sea", title: "هل الشخص الذي آذاها عامل إغاثة؟", kind: .question,
        answers: [("نعم، أو ربما", here("sea-report")), ("لا", here("refer"))]),
      Draft(
        id: "sea-report", title: "أخبرها أن عليك الإبلاغ عن ذلك", kind: .step,
        answers: [("تابع", here("refer"))], beside: "t2"),
      Draft(id: "refer", title: "أحِلها إلى الخدمات", kind: .today, answers: []),
    ])

  /// A tree with every kind, a way back, and a wide choice.
  static let everyKind = tree(
    "t5", title: "A person with a disability asks for help", language: "en",
    [
      Draft(
        id: "hurt", title: "Is anyone hurt, or could someone be hurt in the next hours?",
        kind: .question,
        answers: [
          ("Yes", Anchor(FileID("t5"), "now")), ("Not sure", Anchor(FileID("t5"), "ask")),
          ("No", Anchor(FileID("t5"), "need")),
        ]),
      Draft(
        id: "now", title: "Call the emergency number and stay with the person", kind: .emergency,
        answers: []),
      Draft(
        id: "ask", title: "Ask the person, not the helper", kind: .step,
        answers: [("I asked", Anchor(FileID("t5"), "hurt"))]),
      Draft(
        id: "need", title: "What does the person want?", kind: .question,
        answers: [
          ("A place to sleep tonight", Anchor(FileID("t5"), "shelter")),
          (
            "Help to reach the distribution point, the clinic or the school",
            Anchor(FileID("t5"), "transport")
          ),
          ("Someone to talk to", Anchor(FileID("t2"))),
          ("Nothing now", Anchor(FileID("t5"), "end")),
        ]),
      Draft(id: "shelter", title: "Call the shelter team", kind: .today, answers: []),
      Draft(id: "transport", title: "Agree on a way that works", kind: .end, answers: []),
      Draft(id: "end", title: "Thank the person and leave the door open", kind: .end, answers: []),
    ])
}

extension TreeSamples {
  /// Texts that have broken other programs.
  static let hostileTexts = [
    #"a "quoted" title"#, #"back\slash \N \G \l end\"#,
    "<script>alert(1)</script> & <b>bold</b>", " two\nlines\r\nand a\ttab ", "",
    "bell\u{7} null\u{0} end\u{FFFE}", "]]> --> { } | ; \" -> [label=x]",
    String(repeating: "word ", count: 100), String(repeating: "x", count: 500),
    String(repeating: "كلمة ", count: 100), "👩🏽‍🦽 👨‍👩‍👧‍👦 emoji", "\u{202E}turned around",
    "%s %n %d $HOME `id`", "A\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "中文没有空格的标题很长很长很长很长很长",
  ]

  /// A tree with those texts as titles and answers.
  static let hostile = tree(
    "t1", title: "<title> & \"quotes\"", language: "en",
    hostileTexts.enumerated().map { index, text in
      Draft(
        id: "n\(index)", title: text, kind: .step,
        answers: [(text, Anchor(FileID("t1"), "n\((index * 2 + 1) % hostileTexts.count)"))])
    })
}
