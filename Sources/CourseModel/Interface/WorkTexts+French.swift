extension WorkTexts {
  /// French.
  static let french = WorkTexts(
    fault:
      "Quelque chose n’a pas fonctionné sur cette page. Vos réponses jusqu’ici sont gardées. Par sécurité, enregistrez-les dans un fichier.",
    loadAgain: "Recharger la page",
    saveFailed:
      "Votre dernière réponse n’a pas pu être gardée sur cet appareil. Enregistrez votre travail dans un fichier avant de quitter.",
    tryAgain: "Réessayer",
    lastLost: "Votre dernière réponse n’a pas pu être lue. Tout ce qui précède est là.",
    stateDamaged:
      "Le travail gardé sur cet appareil ne peut pas être lu. Il a été mis de côté, et vous repartez de zéro. Si vous avez un fichier enregistré, reprenez depuis ce fichier.",
    stateNewer:
      "Le travail gardé sur cet appareil vient d’une version plus récente de cette boîte à outils. Il a été mis de côté sans changement, et vous repartez de zéro ici. Enregistrez-le dans un fichier et ouvrez-le dans la version plus récente.",
    erasedElsewhere:
      "Ce travail a été effacé dans une autre fenêtre. Cette fenêtre ne garde plus rien.",
    refreshed: "À jour avec votre autre fenêtre.",
    goOn: "Continuer",
    notNow: "Pas maintenant",
    rename: "Changer le nom",
    saveName: "Enregistrer le nom",
    renamed: "Le nom est maintenant {name}.",
    erase: "Effacer",
    eraseAll: "Effacer le travail de tout le monde",
    erasedAll: "Il n’y a plus de travail de personne sur cet appareil.",
    fileEmpty: "Ce fichier est vide. Rien n’a été changé.",
    fileTooLarge:
      "Ce fichier est trop gros pour être un travail enregistré. Rien n’a été changé.",
    sameWork: "Le fichier contient le même travail que cet appareil. Rien n’a été changé.",
    fileHolds:
      "Le fichier contient le travail de {name} : parties terminées, {done} sur {total}.",
    deviceHolds: "Sur cet appareil, travail de {name} : parties terminées, {done} sur {total}.",
    keepBoth: "Garder les deux",
    cancel: "Annuler",
    eraseAskUnnamed: "Effacer tout votre travail de cet appareil ? C’est définitif.",
    erasedUnnamed: "Votre travail n’est plus sur cet appareil.",
    resumedUnnamed: "Bon retour. Votre travail est là.",
    languageAsk:
      "Ce navigateur garde le travail de chaque langue à part. Emporter votre travail dans la version « {language} » ? Il passe par l’adresse de la page, et la liste des pages visitées du navigateur peut le garder.",
    languageTake: "L’emporter",
    languageLeave: "Y lire seulement",
    languageTooLarge:
      "Votre travail est trop gros pour être emporté. Enregistrez-le dans un fichier, puis reprenez depuis ce fichier dans la version « {language} »."
  )
}
