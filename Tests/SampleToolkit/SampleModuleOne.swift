internal import CourseModel
internal import MarkupTree

extension SampleToolkit {
  /// A module with every block, section and question kind.
  static var whatProtectionMeans: Module {
    Module(
      id: m01, engineIndex: 0, title: "What protection means", language: english, minutes: 60,
      prerequisites: [], guidance: ["sphere-2018", "guide-ar"], contentWarning: nil,
      version: "1.2", review: .init(status: "reviewed", date: "2026-03-01"),
      outcomes: [
        Outcome(
          id: "o1", level: "explain", text: "say in your own words what protection is",
          language: english),
        Outcome(
          id: "o2", level: "apply", text: "find three risks at a place where people wait",
          language: english),
        Outcome(
          id: "o3", level: "apply",
          text: "tell a person what help exists, without asking for her story",
          language: english),
      ],
      sections: [riskSection, groupSection, facilitatorSection, quizSection])
  }

  private static var riskSection: Section {
    Section(
      anchor: Anchor(m01, "s-risk"), engineIndex: 0, title: "Why risk is our business",
      kind: .reading, audience: .learner, language: english,
      blocks: [
        .prose(
          SampleProse.blocks([
            .paragraph([
              "Every service can make people safer, or put them at risk. A queue, a form, a lamp that is missing: small things decide. This is called ",
              .link(.glossary("disclosure"), ["disclosure"]), " when a person tells you about harm",
              .footnote([
                "The word is used in this sense in ",
                .link(.guidance("sphere-2018"), ["the Sphere Handbook"]), ".",
              ]),
              ". The four ", .link(.guidance("sphere-2018"), ["protection principles"]),
              " say what to aim for. You will need them in ",
              .link(.place(Anchor(m02)), ["the next module"]), ". Read more ",
              .link(.external("https://example.org/principles"), ["about the principles"]), ".",
            ])
          ])),
        .note(
          .key, [.text("Ask people where they don't feel safe. Then change that place first.")]),
        .figure(
          Figure(
            media: "modules/m01/media/site.svg",
            alternative: "A path leads from a house to a tap. There is one lamp, at the tap.",
            caption: "The site in Marenda.", credit: "© Harbour Migration Aid, CC BY 4.0")),
        .heading(level: 3, anchor: Anchor(m01, "four-words"), title: "Four words for one idea"),
        .prose(
          SampleProse.blocks([
            .table(
              alignments: [.left, .none, .center, .right],
              rows: [
                [["Word"], ["What it means here"], ["Days"], ["People"]],
                [["Safety"], ["Nobody is harmed by our service."], ["7"], ["120"]],
                [
                  ["Dignity"], ["People decide about ", .strong(["themselves"]), "."], ["14"],
                  ["96"],
                ],
                [["Access"], ["Everyone can reach it, also at night."], ["30"], ["1,204"]],
              ]),
            .bullets([
              [.paragraph(["Ask women, men, girls and boys apart."])],
              [
                .paragraph(["Go there yourself, "]),
                .bullets([[.paragraph(["at noon"])], [.paragraph(["after dark"])]]),
              ],
            ]),
            .numbers(
              from: 3, [[.paragraph(["Third thing first."])], [.paragraph(["Then the fourth."])]]),
            .tasks([(true, ["lamp checked"]), (false, ["path checked"])]),
            .quote([.paragraph(["“We stopped going after the second week.”"])]),
            .code("7 + 3 = 10\n"), .html("<b onclick=\"x()\">typed by hand</b>"), .rule,
            .paragraph([
              .emphasis(["Slowly"]), " ", .strikethrough(["never"]), .lineBreak, .code("a < b"),
              .softBreak, .html("<u>"), "under", .html("</u>"), " ",
              .image(.external("https://example.org/x.png"), "a picture from elsewhere"),
            ]),
          ])),
        .heading(level: 4, anchor: nil, title: "A smaller heading"),
        .note(
          .example,
          [
            .text(
              "In Marenda the registration desk closed at dusk. Women who walked home alone were followed. The desk now closes two hours earlier."
            )
          ]),
        .note(.note, [.text("Marenda is not a real place.")]),
        .note(.tip, [.text("Walk the way yourself, once by day and once after dark.")]),
        .note(.warning, [.text("Don't collect names on a list that everyone can read.")]),
        .note(
          .safeguard,
          [.text("The next example tells of a girl who was followed. Nobody is hurt in it.")]),
        .note(
          .handout, title: "Five questions for your site", anchor: Anchor(m01, "handout"),
          [
            .prose(
              SampleProse.blocks([
                .numbers(
                  from: 1,
                  [
                    [.paragraph(["Who comes? Who doesn't?"])], [.paragraph(["Who waits longest?"])],
                    [.paragraph(["Where is it dark?"])],
                  ])
              ]))
          ]),
        .passage(language: arabic, blocks: [.text("هذا مقطع بالعربية داخل نص إنجليزي.")]),
        .passage(language: english, blocks: [.text("A passage in the same language.")]),
        .tree(t1),
        .question(
          Question(
            anchor: Anchor(m01, "q-lamp"), engineIndex: 0,
            prompt: "The path to the tap is dark. What do you do first?", kind: .single,
            introduction: [.text("You have one day and a small budget.")],
            options: [
              .init(
                text: "Ask the people who use the path", isRight: true,
                feedback: [.text("Yes: they know where and when it is unsafe.")]),
              .init(
                text: "Order three lamps", isRight: false,
                feedback: [.text("Perhaps later. You don't know yet where they help.")]),
              .init(text: "Close the tap at night", isRight: false, feedback: []),
            ], hint: [.text("Who knows the path best?")], isCritical: false, tries: 2,
            outcome: "o2")),
      ] + facilitatorBlocks)
  }

  private static var groupSection: Section {
    Section(
      anchor: Anchor(m01, "s-queue"), engineIndex: 1, title: "The water queue",
      kind: .session(Session(form: .rolePlay, minutes: 25, groupSize: 4...6)),
      audience: .learner, language: english,
      blocks: [
        .text("Play four minutes, then change roles."),
        .steps([
          Step(minutes: 3, blocks: [.text("Look at the drawing alone.")]),
          Step(
            minutes: 7,
            blocks: [
              .text("Mark three risks in pairs."), .note(.tip, [.text("Look at the edges.")]),
            ]),
          Step(
            minutes: nil, blocks: [.text("Agree on one change for this week.")] + facilitatorBlocks),
        ]),
      ])
  }

  private static var facilitatorSection: Section {
    Section(
      anchor: Anchor(m01, "s-facilitators"), engineIndex: 2, title: "\(facilitatorMark) section",
      kind: .reading, audience: .facilitator, language: english,
      blocks: [
        .text("\(facilitatorMark) text"),
        .heading(level: 3, anchor: Anchor(m01, "f-h"), title: "\(facilitatorMark) heading"),
      ])
  }

  private static var quizSection: Section {
    Section(
      anchor: Anchor(m01, "quiz"), engineIndex: 3, title: "Check yourself",
      kind: .quiz(
        Quiz(
          anchor: Anchor(m01, "quiz"), engineIndex: 1, passPercent: 80, tries: 2,
          questions: [disclosureQuestion, severalQuestion, trueFalseQuestion],
          advice: [
            .init(
              percents: 0...49,
              blocks: [
                .prose(
                  SampleProse.blocks([
                    .paragraph([
                      "Read ", .link(.place(Anchor(m01, "s-risk")), ["Why risk is our business"]),
                      " again.",
                    ])
                  ]))
              ]),
            .init(percents: 50...100, blocks: [.text("You are ready for the next module.")]),
          ])),
      audience: .learner, language: english,
      blocks: [.text("Take your time. You can look things up.")])
  }

  private static var disclosureQuestion: Question {
    Question(
      anchor: Anchor(m01, "q-disclosure"), engineIndex: 2,
      prompt: "A girl of about twelve tells you a neighbour hurts her. What do you do first?",
      kind: .single, introduction: [],
      options: [
        .init(
          text: "Go and talk to the neighbour", isRight: false,
          feedback: [.text("It can put her in more danger tonight.")]),
        .init(
          text: "Listen calmly and thank her for telling you", isRight: true,
          feedback: [.text("Safety and trust come first.")]),
        .init(
          text: "Ask for every detail and write it down", isRight: false,
          feedback: [
            .text("A trained person will do that, once."),
            .note(.facilitator, [.text("\(facilitatorMark) feedback")]),
          ]),
      ], hint: [.text("Who could be harmed by your next step?")], isCritical: true, tries: 0,
      outcome: "o3")
  }

  private static var severalQuestion: Question {
    Question(
      anchor: Anchor(m01, "q-several"), engineIndex: 3,
      prompt: "Which of these make a queue safer?", kind: .multiple, introduction: [],
      options: [
        .init(text: "Shade and seats", isRight: true, feedback: []),
        .init(text: "A separate line for people who can't stand long", isRight: true, feedback: []),
        .init(
          text: "A list of names at the gate", isRight: false,
          feedback: [.text("Everyone who passes can read it.")]),
        .init(text: "A clear time when it is over", isRight: true, feedback: []),
      ], hint: [], isCritical: false, tries: 0, outcome: "o2")
  }

  private static var trueFalseQuestion: Question {
    Question(
      anchor: Anchor(m01, "q-secret"), engineIndex: 4,
      prompt: "You can promise a child to keep everything secret.", kind: .trueFalse,
      introduction: [],
      options: [
        .init(text: "True", isRight: false, feedback: [.text("You may have to get help.")]),
        .init(
          text: "False", isRight: true,
          feedback: [.text("Say first what you can't keep to yourself.")]),
      ], hint: [], isCritical: false, tries: 0, outcome: "o3")
  }

  /// A module that may distress, and whose quiz lists a question of its text once more.
  static var listening: Module {
    let question = Question(
      anchor: Anchor(m02, "q-first"), engineIndex: 0, prompt: "What do you say first?",
      kind: .single, introduction: [],
      options: [
        .init(text: "“Thank you for telling me.”", isRight: true, feedback: []),
        .init(text: "“Are you sure?”", isRight: false, feedback: [.text("It sounds like doubt.")]),
      ], hint: [], isCritical: false, tries: 0, outcome: nil)
    return Module(
      id: m02, engineIndex: 1, title: "When someone tells you about violence", language: english,
      minutes: 75, prerequisites: [m01], guidance: [],
      contentWarning: "This module talks about sexual violence, without detail.", version: nil,
      review: .init(status: "draft", date: nil), outcomes: [],
      sections: [
        Section(
          anchor: Anchor(m02, "s-listen"), engineIndex: 0, title: "Listen first",
          kind: .session(Session(form: .discussion, minutes: nil, groupSize: 3...3)),
          audience: .learner, language: english,
          blocks: [
            .text(
              "People choose whom they tell. It may be you, because you were kind, or because you were there. Your task is small and it matters: make the place calm, listen, and tell the person what help exists. The choice stays with her."
            ),
            .question(question),
          ]),
        Section(
          anchor: Anchor(m02, "quiz"), engineIndex: 1, title: "Check yourself",
          kind: .quiz(
            Quiz(
              anchor: Anchor(m02, "the-quiz"), engineIndex: 1, passPercent: nil, tries: 0,
              questions: [question], advice: [])),
          audience: .learner, language: english, blocks: []),
      ])
  }
}
