/// Texts of the preview's own pages.
package enum PageText: String, PreviewTexts {
  case nothingYet, nothingYetText, missing, missingText, toStart, back
  case facilitatorNote, learnerFrame, facilitatorFrame

  package var phrase: Phrase {
    switch self {
    case .nothingYet:
      Phrase(
        "Nothing to show yet", fr: "Rien à montrer pour l’instant",
        es: "Todavía no hay nada que mostrar", ar: "لا شيء للعرض بعد")
    case .nothingYetText:
      Phrase(
        "Mend the errors listed below and save. The page appears by itself as soon as there are none.",
        fr:
          "Corrigez les erreurs ci-dessous et enregistrez. La page apparaît d’elle-même dès qu’il n’y en a plus.",
        es:
          "Corrija los errores de abajo y guarde. La página aparece sola en cuanto no quede ninguno.",
        ar: "صحّح الأخطاء المذكورة أدناه واحفظ. تظهر الصفحة وحدها حين لا يبقى منها شيء.")
    case .missing:
      Phrase(
        "This page isn’t there", fr: "Cette page n’existe pas", es: "Esta página no existe",
        ar: "هذه الصفحة غير موجودة")
    case .missingText:
      Phrase(
        "It was renamed or taken out, or it is for facilitators only. If it comes back, it appears here by itself.",
        fr:
          "Elle a été renommée ou retirée, ou elle est réservée aux animateurs. Si elle revient, elle apparaît ici d’elle-même.",
        es:
          "Se le cambió el nombre, se quitó o es solo para facilitadores. Si vuelve, aparece aquí sola.",
        ar: "غُيّر اسمها أو حُذفت، أو هي للميسّرين فقط. إن عادت ظهرت هنا وحدها.")
    case .toStart:
      Phrase(
        "To the start page", fr: "À la page d’accueil", es: "A la página de inicio",
        ar: "إلى صفحة البداية")
    case .back:
      Phrase(
        "Back to the preview", fr: "Retour à l’aperçu", es: "Volver a la vista previa",
        ar: "العودة إلى المعاينة")
    case .facilitatorNote:
      Phrase(
        "Facilitators’ view. Learners never get what stands in a dashed frame.",
        fr:
          "Vue des animateurs. Les apprenants ne reçoivent jamais ce qui est dans un cadre en tirets.",
        es:
          "Vista de facilitadores. Los participantes nunca reciben lo que está en un marco de rayas.",
        ar: "عرض الميسّرين. لا يصل إلى المتعلمين أبدًا ما كان داخل إطار متقطّع.")
    case .learnerFrame:
      Phrase(
        "What learners see", fr: "Ce que voient les apprenants", es: "Lo que ven los participantes",
        ar: "ما يراه المتعلمون")
    case .facilitatorFrame:
      Phrase(
        "What facilitators see", fr: "Ce que voient les animateurs",
        es: "Lo que ven los facilitadores", ar: "ما يراه الميسّرون")
    }
  }
}
