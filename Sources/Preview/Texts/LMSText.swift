/// Texts of the list of packages.
package enum LMSText: String, PreviewTexts {
  case lmsTitle, lmsExplained, lmsNone, lmsWhole, lmsToKnow

  package var phrase: Phrase {
    switch self {
    case .lmsTitle:
      Phrase(
        "In a learning system", fr: "Dans une plateforme de formation",
        es: "En una plataforma de formación", ar: "في منصة تدريب")
    case .lmsExplained:
      Phrase(
        "A practice system opens the package and shows what a learning system would see. Nothing leaves this computer. After you save a text, open the package again.",
        fr:
          "Une plateforme d’essai ouvre le paquet et montre ce que verrait une vraie plateforme. Rien ne quitte cet ordinateur. Après avoir enregistré un texte, rouvrez le paquet.",
        es:
          "Una plataforma de prueba abre el paquete y muestra lo que vería una plataforma real. Nada sale de este equipo. Después de guardar un texto, abra el paquete de nuevo.",
        ar:
          "يفتح نظام تجربة الحزمة ويُظهر ما تراه منصة حقيقية. لا يغادر شيء هذا الحاسوب. بعد حفظ نص، افتح الحزمة من جديد."
      )
    case .lmsNone:
      Phrase(
        "There is no package to open.", fr: "Il n’y a aucun paquet à ouvrir.",
        es: "No hay ningún paquete que abrir.", ar: "لا توجد حزمة لفتحها.")
    case .lmsWhole:
      Phrase(
        "The whole toolkit", fr: "Toute la boîte à outils", es: "Todo el material",
        ar: "كل المواد")
    case .lmsToKnow:
      Phrase("Good to know", fr: "Bon à savoir", es: "Conviene saber", ar: "من المفيد أن تعرف")
    }
  }
}
