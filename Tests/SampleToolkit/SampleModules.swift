public import CourseModel

/// A small toolkit with every kind of everything, for tests of pages and exporters.
///
/// Every text for facilitators holds `facilitatorMark`, so that a leak is easy to find.
public enum SampleToolkit {
  /// Stands in every text that is for facilitators only.
  public static let facilitatorMark = "FACILITATORS-ONLY"
  static let english = Language("en")
  static let arabic = Language("ar")
  static let m01 = FileID("m01")
  static let m02 = FileID("m02")
  static let t1 = FileID("t1")
  static let t2 = FileID("t2")

  /// The toolkit: English, and Arabic with parts that are still in English.
  /// - Parameter engine: The engine's data; pages carry it as it is.
  /// - Returns: A toolkit without errors.
  public static func toolkit(engine: [UInt8] = [1, 2, 3]) -> Toolkit {
    Toolkit(
      id: "sample", version: "1.0", defaultLanguage: english,
      editions: [englishEdition, arabicEdition], engine: engine,
      media: [Media(path: "modules/m01/media/site.svg", mediaType: "image/svg+xml", bytes: drawing)]
    )
  }

  static let drawing = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 280"><rect width="640" height="280" fill="#dfe8ea"/>
    <path d="M0 210h640v70H0z" fill="#c9b99a"/><path d="M60 210v-80l55-35 55 35v80z" fill="#7b8f96"/>
    <path d="M420 210v-60l40-28 40 28v60z" fill="#7b8f96"/><path d="M115 245C230 225 330 262 460 240" fill="none" stroke="#5d4f35" stroke-width="7" stroke-dasharray="16 12"/>
    <circle cx="560" cy="190" r="16" fill="#0b5a63"/><path d="M556 190v50h8v-50z" fill="#0b5a63"/></svg>
    """.utf8)

  static var englishEdition: Edition {
    Edition(
      language: english, title: "Protection in practice",
      tracks: [
        Track(id: "basic", title: "Everyone: start here", items: [m01, t1]),
        Track(id: "full", title: "The whole course", items: [m01, m02, t1, t2]),
      ],
      modules: [whatProtectionMeans, listening], trees: trees, glossary: glossary,
      guidance: guidance, support: support)
  }

  static var guidance: [Guidance] {
    [
      Guidance(
        id: "sphere-2018", title: "The Sphere Handbook", publisher: "Sphere Association",
        year: 2018, edition: "4th edition", language: english,
        address: "https://example.org/sphere-handbook",
        note: "Protection principles, and minimum standards for four sectors."),
      Guidance(
        id: "guide-ar", title: "دليل الحماية", publisher: "Example Publisher", year: 2020,
        edition: nil, language: arabic, address: nil, note: nil),
    ]
  }

  static var glossary: [Term] {
    [
      Term(
        id: "consent", name: "consent",
        definition: [
          .text("A free, informed yes of a person who understands what she agrees to.")
        ], language: english),
      Term(
        id: "disclosure", name: "disclosure",
        definition: [
          .prose(
            SampleProse.blocks([
              .paragraph([
                "When a person tells you about harm. See ",
                .link(.glossary("consent"), ["consent"]), ".",
              ])
            ]))
        ], language: english),
    ]
  }

  static var support: [Block] {
    [
      .text("Reading about harm can be heavy. You can stop at any time and come back later."),
      .prose(
        SampleProse.blocks([
          .bullets([
            [.paragraph(["Breathe slowly. Look at five things around you."])],
            [.paragraph(["Talk to a person you trust."])],
            [.paragraph(["Ask the staff counsellor for a talk."])],
          ])
        ])),
    ]
  }

  /// Texts for facilitators of every kind, nested as deep as it makes sense.
  static var facilitatorBlocks: [Block] {
    Callout.Kind.allCases.filter { $0.audience == .facilitator }.map { kind in
      .note(
        kind, title: "\(facilitatorMark) title", anchor: Anchor(m01, "f-\(kind.rawValue)"),
        situation: kind == .adapt ? facilitatorMark : nil,
        [
          .text("\(facilitatorMark) \(kind.rawValue)"),
          .note(.key, [.text("\(facilitatorMark) inside")]),
        ])
    }
  }
}
