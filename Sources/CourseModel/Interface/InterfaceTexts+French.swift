extension InterfaceTexts {
  /// French.
  ///
  /// Addresses the learner as "vous". Spaces before `: ; ? ! %` and inside « » are no-break
  /// characters; a test sees to it.
  static let french = InterfaceTexts(
    language: Language("fr"),
    page: PageTexts(
      frame: FrameTexts(
        skip: "Aller au texte", contents: "Sommaire", start: "Accueil", modules: "Modules",
        trees: "Arbres de décision", allModules: "Tous les modules", glossary: "Glossaire",
        sources: "Sources", support: "Du soutien pour vous", progress: "Votre progression",
        leaveRest: "vite", turn: "Page précédente et page suivante : {title}", back: "Retour",
        next: "Suite",
        noScript:
          "Vous pouvez tout lire ici. Pour vérifier vos réponses et garder votre progression, ouvrez ce fichier dans un navigateur qui exécute les scripts.",
        printPage: "Imprimer cette page", printAll: "Tout imprimer",
        printHint: "Les commentaires ne s’impriment que là où vous avez répondu.",
        version: "Version {version}"),
      home: HomeTexts(
        tracks: "Parcours", modules: "Modules", howTo: "Comment utiliser cette boîte à outils",
        howToSteps: [
          "Avancez une partie à la fois. Chaque partie prend quelques minutes.",
          "Répondez aux questions. Vous lisez aussitôt pourquoi une réponse convient ou non.",
        ],
        keptHere:
          "Votre travail n’est gardé que sur cet appareil. Enregistrez-le dans un fichier pour l’emporter.",
        keptInSystem:
          "La plateforme de formation garde votre travail. Vous pouvez y continuer à tout moment.",
        leaving:
          "« Sortir vite », en haut, ferme cette page aussitôt. La touche Échap, pressée trois fois, fait de même.",
        openSupport: "Certains passages peuvent être difficiles à lire. Voici du soutien pour vous."
      ),
      module: ModuleTexts(
        position: "Module {number} sur {total}", part: "Partie {number} sur {total}",
        outcomes: "Après ce module, vous pourrez", before: "Avant de commencer",
        prerequisites: "À suivre d’abord", parts: "Dans ce module",
        guidance: "Ce module s’appuie sur", skipTo: "Aller à « {title} »",
        skipPart: "Sauter cette partie", findSupport: "Trouver du soutien pour vous",
        minutes: .french(
          one: "{count} minute", many: "{count} de minutes", other: "{count} minutes"),
        questions: .french(
          one: "{count} question", many: "{count} de questions", other: "{count} questions"),
        trees: .french(
          one: "{count} arbre de décision", many: "{count} d’arbres de décision",
          other: "{count} arbres de décision"),
        modules: .french(
          one: "{count} module", many: "{count} de modules", other: "{count} modules"),
        publications: .french(
          one: "{count} publication", many: "{count} de publications",
          other: "{count} publications"),
        minutesShort: "{count} min", review: "Relecture : {status}, {date}",
        reviewNoDate: "Relecture : {status}", partOf: "Si vous la sautez, vous ne perdez rien."),
      callout: CalloutTexts(
        key: "Message clé", example: "Exemple", note: "Note", tip: "Conseil",
        warning: "Attention", safeguard: "Cette partie peut être difficile à lire",
        handout: "Document à distribuer", facilitator: "Pour l’animation",
        cofacilitator: "Pour la co-animation", materials: "Matériel", adapt: "Adapter",
        slide: "Diapositive"),
      session: SessionTexts(
        groupWork: "Travail en groupe", discussion: "Discussion", caseStudy: "Étude de cas",
        demonstration: "Démonstration", energiser: "Activité dynamisante",
        rolePlay: "Jeu de rôle", groups: "groupes de {least} à {most}",
        groupsOf: .french(
          one: "chaque personne seule", many: "groupes de {count} de personnes",
          other: "groupes de {count}"), quiz: "Quiz", reading: "Lecture"),
      activity: ActivityTexts(
        chooseOne: "Choisissez une réponse.",
        chooseAny: "Choisissez toutes les réponses qui conviennent.",
        trueOrFalse: "Vrai ou faux ?", quizPass: "Il faut {percent} % pour réussir.",
        quizTries: .french(
          one: "Vous pouvez le faire {count} fois.",
          many: "Vous pouvez le faire {count} de fois.",
          other: "Vous pouvez le faire {count} fois."),
        quizFeedback: "Après chaque réponse, vous lisez pourquoi elle convient ou non.",
        tree: "Arbre de décision", question: "Question", step: "À faire", end: "Fin",
        today: "Agir aujourd’hui", emergency: "Urgence : agir tout de suite",
        drawing: "Voir tout « {title} » en dessin", otherTree: "Autre arbre",
        leadsTo: "mène à",
        drawingHint:
          "Dessin de l’arbre de décision « {title} ». Chaque case est un lien vers son texte."),
      reference: ReferenceTexts(
        notes: "Notes", backToText: "Retour au texte", table: "Tableau {number}",
        glossaryHint: "Mots que cette boîte à outils emploie dans un sens particulier.",
        sourcesHint: "Directives publiées sur lesquelles les modules s’appuient.",
        language: "Langue : {language}",
        backToReference: "Retour à l’endroit {number} du texte",
        progressNoScript:
          "Cette page montre votre progression quand les scripts fonctionnent. Sans eux, rien n’est gardé.",
        keepWork: "Garder votre travail",
        keepWorkHint:
          "Un fichier sur une clé USB reste, même si l’appareil est perdu. Vous pouvez l’ouvrir dans toute copie de cette boîte à outils.",
        sharedComputer: "Ordinateur partagé",
        sharedComputerHint:
          "Plusieurs personnes peuvent apprendre sur un même appareil, chacune sous son propre nom."
      ),
      settings: SettingsTexts(
        theme: "Couleurs", auto: "Comme mon appareil", light: "Clair", dark: "Sombre",
        contrast: "Contraste", contrastAuto: "Comme mon appareil", contrastNormal: "Normal",
        contrastHigh: "Élevé", size: "Taille du texte", sizeNormal: "Normale",
        sizeLarge: "Grande", sizeLarger: "Plus grande", sizeLargest: "La plus grande",
        print: "Impression"),
      index: IndexTexts(choose: "Choisissez votre langue", open: "Ouvrir"),
      number: NumberTexts(group: "\u{202F}", groupFrom: "1000", decimal: ",", list: ", "),
      date: DateTexts(
        long: "{day} {month} {year}", first: "1er",
        months: [
          "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre",
        ]),
      review: ReviewTexts(
        draft: "brouillon", reviewed: "relu", approved: "approuvé")),
    script: .french, packages: PackageTexts(lms: .french))
}
