/// Words of the format that people translate along with their text.
///
/// Kinds, flags and block words are the same in all languages, so that a translation can't differ from
/// its original. Whoever types `{.facilitateur}` means `.facilitator`.
package enum TranslatedWords {
  /// The word of the format that a French, Spanish or Arabic word stands for, in small letters; nil
  /// when it stands for none.
  package static func original(of word: String) -> String? {
    let plain = word.lowercased().filter { !$0.isWhitespace && $0 != "_" }
    for (original, words) in table where words.contains(plain) { return original }
    return nil
  }

  private static let table: [(original: String, words: [String])] = [
    (
      "facilitator",
      [
        "facilitateur", "facilitatrice", "animateur", "animatrice", "formateur", "formatrice",
        "facilitador", "facilitadora", "facilitación", "formador", "formadora", "ميسر", "ميسّر",
        "ميسرة", "مُيسّر", "الميسر", "للميسر", "للميسرين", "مدرب", "trainer", "teacher",
      ]
    ),
    ("cofacilitator", ["cofacilitateur", "coanimateur", "cofacilitador", "cofacilitadora"]),
    ("materials", ["matériel", "matériels", "materiel", "materiales", "مواد", "المواد"]),
    ("adapt", ["adapter", "adaptation", "adaptar", "adaptación", "تكييف"]),
    ("slide", ["diapositive", "diapo", "diapositiva", "شريحة"]),
    ("key", ["clé", "cle", "messageclé", "clave", "mensajeclave", "رسالة", "مهم"]),
    ("example", ["exemple", "ejemplo", "مثال"]),
    ("note", ["remarque", "nota", "ملاحظة"]),
    ("tip", ["astuce", "conseil", "consejo", "نصيحة"]),
    ("warning", ["avertissement", "attention", "advertencia", "atención", "تحذير", "تنبيه"]),
    ("safeguard", ["sauvegarde", "précaution", "cuidado", "salvaguarda", "حماية"]),
    ("handout", ["fiche", "document", "folleto", "ficha", "ورقة", "نشرة"]),
    ("hint", ["indice", "pista", "تلميح"]),
    ("outcomes", ["objectifs", "résultats", "objetivos", "resultados", "أهداف", "مخرجات"]),
    ("single", ["unique", "seul", "única", "unica", "único", "واحد"]),
    ("multiple", ["multiples", "múltiple", "متعدد"]),
    ("true-false", ["vrai-faux", "verdadero-falso", "صح-خطأ"]),
    ("critical", ["critique", "crítica", "crítico", "حاسم"]),
    ("group-work", ["travail-de-groupe", "travail-en-groupe", "trabajo-en-grupo"]),
    ("role-play", ["jeu-de-rôle", "jeu-de-role", "juego-de-roles", "juego-de-rol"]),
    ("case-study", ["étude-de-cas", "etude-de-cas", "estudio-de-caso"]),
    ("discussion", ["discusión", "نقاش"]),
    ("demonstration", ["démonstration", "demostración", "عرض"]),
    ("step", ["étape", "etape", "paso", "خطوة"]),
    ("end", ["fin", "نهاية"]),
    ("today", ["aujourdhui", "hoy", "اليوم"]),
    ("emergency", ["urgence", "emergencia", "urgencia", "طارئ", "طوارئ"]),
    ("quiz", ["questionnaire", "cuestionario", "اختبار"]),
  ]
}
