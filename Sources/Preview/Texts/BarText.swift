/// Texts of the bar at the foot of every page.
package enum BarText: String, PreviewTexts {
  case preview, options, language, variant, variantGeneral, view, viewLearner, viewFacilitator,
    viewBoth
  case width, widthFull, widthPhone, pictures, asBuilt, stopped, stale

  package var phrase: Phrase {
    switch self {
    case .preview: Phrase("Preview", fr: "Aperçu", es: "Vista previa", ar: "معاينة")
    case .options: Phrase("Options", fr: "Options", es: "Opciones", ar: "خيارات")
    case .language: Phrase("Language", fr: "Langue", es: "Idioma", ar: "اللغة")
    case .variant: Phrase("Variant", fr: "Variante", es: "Variante", ar: "النسخة")
    case .variantGeneral: Phrase("General", fr: "Générale", es: "General", ar: "العامة")
    case .view: Phrase("Seen by", fr: "Vu par", es: "Visto por", ar: "كما يراها")
    case .viewLearner:
      Phrase("Learners", fr: "Apprenants", es: "Participantes", ar: "المتعلمون")
    case .viewFacilitator:
      Phrase("Facilitators", fr: "Animateurs", es: "Facilitadores", ar: "الميسّرون")
    case .viewBoth:
      Phrase(
        "Both, side by side", fr: "Les deux, côte à côte", es: "Ambos, lado a lado",
        ar: "الاثنان معًا")
    case .width: Phrase("Width", fr: "Largeur", es: "Ancho", ar: "العرض")
    case .widthFull:
      Phrase("Whole window", fr: "Toute la fenêtre", es: "Toda la ventana", ar: "النافذة كلها")
    case .widthPhone: Phrase("Phone", fr: "Téléphone", es: "Teléfono", ar: "هاتف")
    case .pictures:
      Phrase(
        "Areas in pictures", fr: "Zones dans les images", es: "Zonas en imágenes",
        ar: "مناطق في الصور")
    case .asBuilt:
      Phrase("As one file", fr: "En un seul fichier", es: "En un solo archivo", ar: "في ملف واحد")
    case .stopped:
      Phrase(
        "The preview has stopped. This page goes on by itself when it runs again.",
        fr: "L’aperçu s’est arrêté. Cette page reprend d’elle-même dès qu’il redémarre.",
        es: "La vista previa se detuvo. Esta página sigue sola cuando vuelva a funcionar.",
        ar: "توقفت المعاينة. تتابع هذه الصفحة وحدها حين تعمل من جديد.")
    case .stale:
      Phrase(
        "You see the last good version. The page changes when the errors are mended.",
        fr:
          "Vous voyez la dernière bonne version. La page change quand les erreurs sont corrigées.",
        es: "Ve la última versión buena. La página cambia cuando se corrijan los errores.",
        ar: "ترى آخر نسخة سليمة. تتغير الصفحة حين تُصحَّح الأخطاء.")
    }
  }
}
