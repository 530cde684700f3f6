extension Phrase {
  /// What the checks look for in French.
  static let french: [(String, Matter)] =
    all(
      .placeholder,
      [
        "à compléter", "à rédiger", "texte à insérer", "insérer ici", "insérez ici",
        "insérer le texte", "à définir plus tard", "texte ici",
      ])
    + all(
      .violence,
      [
        "viol", "viols", "violer", "violée", "violées", "violé", "violeur", "violeurs",
        "violence sexuelle", "violences sexuelles", "abus sexuel", "abus sexuels",
        "agression sexuelle", "agressions sexuelles", "exploitation sexuelle",
        "violence basée sur le genre", "violences basées sur le genre", "violence conjugale",
        "violences conjugales", "violence domestique", "violences domestiques", "maltraitance",
        "torture", "tortures", "torturé*", "torturer", "suicide", "suicides", "suicidaire*",
        "suicidé*", "automutilation*", "se faire du mal", "mettre fin à ses jours", "meurtre",
        "meurtres", "assassinat*", "assassiné*", "massacre", "massacres", "a été tué*",
        "ont été tué*", "mutilation*", "poignardé*", "étranglé*",
      ])
    + all(.birth, ["né", "née", "nés", "nées", "naissance", "anniversaire"])
    + all(
      .telephone,
      ["téléphone", "tél", "tel", "portable", "whatsapp", "appelez", "appeler", "appelle"])
    + all(
      .paper,
      [
        "passeport", "passeports", "carte d’identité", "carte d'identité", "pièce d’identité",
        "pièce d'identité", "titre de séjour", "numéro d’identité", "numéro d'identité",
        "numéro national", "numéro d’enregistrement", "numéro de sécurité sociale",
      ])
    + all(.negation(second: false), ["ne", "n"])
    + all(.negation(second: true), ["sans", "sauf", "à moins"])
    + all(
      .choice,
      [
        "lequel", "laquelle", "lesquels", "lesquelles", "quel", "quelle", "quels", "quelles",
      ])
    + frenchTerms

  private static let frenchTerms: [(String, Matter)] =
    terms(
      .iomGlossary,
      [
        ("migrant illégal", "migrant en situation irrégulière"),
        ("migrante illégale", "migrante en situation irrégulière"),
        ("migrants illégaux", "migrants en situation irrégulière"),
        ("migrantes illégales", "migrantes en situation irrégulière"),
        ("immigré illégal", "migrant en situation irrégulière"),
        ("immigrés illégaux", "migrants en situation irrégulière"),
        ("immigré clandestin", "migrant en situation irrégulière"),
        ("immigrés clandestins", "migrants en situation irrégulière"),
        ("migrant clandestin", "migrant en situation irrégulière"),
        ("migrants clandestins", "migrants en situation irrégulière"),
        ("les clandestins", "les migrants en situation irrégulière"),
        ("immigration clandestine", "migration irrégulière"),
        ("immigration illégale", "migration irrégulière"),
        ("migration illégale", "migration irrégulière"),
        ("migration clandestine", "migration irrégulière"),
        ("faux réfugié*", "personne qui demande l’asile"),
      ])
    + terms(
      .disabilityLanguage,
      [
        ("les handicapés", "les personnes handicapées"),
        ("un handicapé", "une personne handicapée"),
        ("une handicapée", "une personne handicapée"),
        ("des handicapés", "des personnes handicapées"),
        ("infirme", "personne handicapée"), ("infirmes", "personnes handicapées"),
        ("invalides", "personnes handicapées"), ("estropié*", "personne handicapée"),
        ("cloué dans un fauteuil", "qui utilise un fauteuil roulant"),
        ("clouée dans un fauteuil", "qui utilise un fauteuil roulant"),
        ("cloué à un fauteuil", "qui utilise un fauteuil roulant"),
        ("confiné dans un fauteuil", "qui utilise un fauteuil roulant"),
        ("sourd muet", "personne sourde"), ("sourde muette", "personne sourde"),
        ("sourds muets", "personnes sourdes"),
        ("débile mental*", "personne ayant un handicap intellectuel"),
        ("attardé mental*", "personne ayant un handicap intellectuel"),
        ("arriéré mental*", "personne ayant un handicap intellectuel"),
        ("besoins spéciaux", "besoins, dits simplement"),
      ])
    + terms(
      .luxembourg,
      [
        ("pornographie enfantine", "matériel d’abus sexuels d’enfants"),
        ("pornographie infantile", "matériel d’abus sexuels d’enfants"),
        ("pédopornograph*", "matériel d’abus sexuels d’enfants"),
        ("prostitution enfantine", "exploitation d’enfants dans la prostitution"),
        ("prostitution infantile", "exploitation d’enfants dans la prostitution"),
        ("enfant prostitué*", "enfant victime d’exploitation dans la prostitution"),
        ("enfants prostitué*", "enfants victimes d’exploitation dans la prostitution"),
        (
          "tourisme sexuel impliquant des enfants",
          "exploitation sexuelle d’enfants dans le tourisme"
        ),
      ])
    + terms(
      .suicideReporting,
      [
        ("commettre un suicide", "mourir par suicide"), ("commis un suicide", "mort par suicide"),
        ("commet un suicide", "meurt par suicide"), ("suicide réussi", "mort par suicide"),
        ("suicide raté", "tentative de suicide"), ("tentative ratée", "tentative de suicide"),
      ])
    + terms(
      .unaids,
      [
        ("prostituée", "travailleuse du sexe (adulte), ou personne exploitée dans la prostitution"),
        (
          "prostituées",
          "travailleuses du sexe (adultes), ou personnes exploitées dans la prostitution"
        ),
        ("sidéen*", "personne vivant avec le VIH"), ("sidaïque*", "personne vivant avec le VIH"),
        ("victime du sida", "personne vivant avec le VIH"),
      ])
}
