extension ScriptTexts {
  /// French.
  static let french = ScriptTexts(
    bar: Bar(
      search: "Rechercher", settings: "Réglages de lecture", language: "Langue",
      leave: "Sortir", contents: "Sommaire", close: "Fermer"),
    page: Page(
      loading: "Un instant…",
      scriptsFailed:
        "Quelque chose n’a pas fonctionné sur cette page. Vous pouvez continuer à lire, mais les réponses ne sont pas vérifiées.",
      engineRestarted: "La page a dû redémarrer. Vos réponses sont toujours là.",
      storageOff:
        "Ce navigateur ne garde rien pour cette page. Enregistrez votre travail dans un fichier avant de quitter.",
      storageFull: "Cet appareil est plein. Enregistrez votre travail dans un fichier.",
      saved: "Enregistré", copied: "Copié"),
    progress: Progress(
      none: "Pas commencé", part: "Commencé", done: "Terminé", percent: "{percent} %",
      sectionsRead: "Parties lues : {count} sur {total}",
      questionsAnswered: "Questions répondues : {count} sur {total}",
      quizPassed: "Quiz réussi avec {percent} %",
      quizNotPassed: "Quiz pas encore réussi : {percent} %",
      quizNotTaken: "Quiz pas encore fait", treeWalked: "Arbre de décision terminé",
      treeNotWalked: "Arbre de décision pas encore terminé",
      continueWith: "Continuer avec « {title} »", startWith: "Commencer par « {title} »",
      nothingYet: "Vous n’avez pas encore commencé."),
    question: QuestionTexts(
      check: "Vérifier ma réponse", again: "Essayer encore", next: "Question suivante",
      seeResult: "Voir mon résultat", hint: "Montrer un indice",
      chooseFirst: "Choisissez d’abord une réponse.",
      chooseSome: "Choisissez au moins une réponse.", right: "Oui, cela convient.",
      wrong: "Pas cette fois.", partly: "Juste en partie.", yes: "Oui.", no: "Pas celle-ci.",
      missed: "Celle-ci convient.", position: "Question {number} sur {total}",
      triesLeft: .french(
        one: "Il reste {count} essai", many: "Il reste {count} d’essais",
        other: "Il reste {count} essais"), noTriesLeft: "Plus d’essai",
      firstTry: "Premier essai", critical: "Réponse juste obligatoire pour réussir",
      showRight: "Montrer la bonne réponse", answered: "Répondu"),
    quiz: QuizTexts(
      start: "Commencer", resume: "Continuer", again: "Refaire le quiz",
      result: "Réponses justes : {right} sur {total}, soit {percent} %.",
      passed: "Vous avez réussi.", failed: "Pas encore réussi. Il faut {pass} %.",
      criticalMissed:
        "Au moins une question dont la réponse doit être juste ne l’était pas.",
      noPass: "Vous avez terminé.",
      triesLeft: .french(
        one: "Vous pouvez le refaire {count} fois.",
        many: "Vous pouvez le refaire {count} de fois.",
        other: "Vous pouvez le refaire {count} fois."),
      noTriesLeft: "Vous avez utilisé tous vos essais.", review: "Revoyez vos réponses",
      left: .french(
        one: "Il reste {count} question", many: "Il reste {count} de questions",
        other: "Il reste {count} questions")),
    tree: TreeTexts(
      start: "Commencer", back: "Revenir d’un pas", restart: "Recommencer",
      trail: "Votre chemin jusqu’ici", go: "Continuer", step: "Étape {number}",
      reached: "Vous êtes au bout d’un chemin.", emergency: "Urgence : agir tout de suite",
      today: "Agir aujourd’hui", end: "Fin", also: "En même temps",
      other: "Mène à « {title} »", path: "Le chemin que vous avez suivi",
      showDrawing: "Montrer le dessin"),
    search: Search(
      label: "Rechercher dans toute la boîte à outils", empty: "Tapez un mot.",
      tooShort: "Tapez au moins deux lettres.",
      results: .french(
        one: "{count} endroit trouvé", many: "{count} d’endroits trouvés",
        other: "{count} endroits trouvés"),
      none: "Rien trouvé pour « {query} ». Essayez moins de mots, ou d’autres.",
      inPage: "dans « {title} »"),
    term: Term(title: "Explication d’un mot", more: "Ouvrir le glossaire"),
    learner: Learner(
      title: "Qui apprend ?", who: "Choisissez qui vous êtes", name: "Nom ou code",
      nameHint: "Ce n’est pas forcément votre vrai nom.", add: "Ajouter", choose: "Choisir",
      current: "Vous apprenez sous le nom {name}", change: "Changer de personne",
      unnamed: "Pas encore de nom",
      nameTaken:
        "Ce nom est déjà utilisé sur cet appareil. Choisissez-le ci-dessus ou tapez-en un autre.",
      nameEmpty: "Tapez un nom ou un code.", erase: "Effacer mon travail de cet appareil",
      eraseAsk: "Effacer tout le travail de {name} de cet appareil ? C’est définitif.",
      eraseYes: "Effacer", eraseNo: "Garder",
      erased: "Le travail de {name} n’est plus sur cet appareil."),
    file: File(
      save: "Enregistrer dans un fichier",
      saveHint: "Le fichier contient vos réponses et votre nom ou code.",
      resume: "Reprendre depuis un fichier",
      resumeHint: "Choisissez un fichier enregistré depuis cette boîte à outils.",
      fileName: "ma-progression", resumed: "Bon retour, {name}. Votre travail est là.",
      notAFile: "Ce fichier ne contient pas de travail enregistré.",
      otherToolkit: "Ce fichier vient d’une autre boîte à outils : {title}.",
      olderVersion:
        "Ce fichier vient d’une version plus ancienne. Ce qui correspond encore a été repris.",
      newerVersion:
        "Ce fichier vient d’une version plus récente de la boîte à outils. Ouvrez-le dans celle-ci.",
      damaged: "Ce fichier est abîmé. Rien n’a été changé.",
      replaceAsk:
        "{name} a déjà du travail sur cet appareil. Le remplacer par celui du fichier ?",
      replaceYes: "Remplacer", replaceNo: "Garder ce qui est ici"),
    leave: Leave(title: "Météo"),
    work: .french)
}
