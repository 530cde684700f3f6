internal import CaseManagement

/// The questions of the three forms.
enum FormQuestions {
  private static let go = "${consent} = 'yes' and ${safe_to_talk} = 'yes'"

  private static let place = FormQuestion(
    type: "text", name: "place",
    label: FormText("Place code", "Code du lieu", "Código del lugar", "رمز المكان"),
    required: true, constraint: "regex(., '^[A-Z]{2}[0-9]{0,6}$')")

  private static let consent = FormQuestion(
    type: "select_one judgement", name: "consent",
    label: FormText(
      "Does the person agree to talk, knowing they can stop at any time?",
      "La personne accepte-t-elle de parler, sachant qu'elle peut arrêter à tout moment ?",
      "¿Acepta la persona hablar, sabiendo que puede parar en cualquier momento?",
      "هل يوافق الشخص على الحديث، وهو يعلم أنه يستطيع التوقف متى شاء؟"),
    required: true)

  private static let safe = FormQuestion(
    type: "select_one judgement", name: "safe_to_talk",
    label: FormText(
      "Is it safe to talk now?", "Est-il sûr de parler maintenant ?",
      "¿Es seguro hablar ahora?", "هل الحديث آمن الآن؟"),
    required: true)

  static func household(_ profile: AgencyProfile) -> [FormQuestion] {
    [
      FormQuestion(
        type: "integer", name: "attempt",
        label: FormText(
          "Number of this attempt", "Numéro de cet essai", "Número de este intento",
          "رقم هذه المحاولة"),
        required: true, constraint: ". >= 1 and . <= 100"),
      FormQuestion(
        type: "select_one mode", name: "mode",
        label: FormText(
          "Phone or visit", "Téléphone ou visite", "Teléfono o visita", "هاتف أم زيارة"),
        required: true, constraint: ". = 'phone' or ${attempt} > \(profile.phoneAttempts)"),
      consent, safe, place,
      FormQuestion(
        type: "integer", name: "people",
        label: FormText(
          "How many people live here?", "Combien de personnes vivent ici ?",
          "¿Cuántas personas viven aquí?", "كم شخصًا يعيش هنا؟"),
        relevant: go, constraint: ". >= 1 and . <= 100"),
    ] + bands(profile) + [
      FormQuestion(
        type: "select_multiple risk", name: "risks",
        label: FormText(
          "What worries your household most?", "Qu'est-ce qui inquiète le plus votre ménage ?",
          "¿Qué le preocupa más a su hogar?", "ما أكثر ما يقلق أسرتكم؟"),
        relevant: go),
      FormQuestion(
        type: "select_multiple sector", name: "services_used",
        label: FormText(
          "Which services do you use?", "Quels services utilisez-vous ?",
          "¿Qué servicios usa?", "ما الخدمات التي تستعملونها؟"),
        relevant: go),
      FormQuestion(
        type: "select_one judgement", name: "referral_asked",
        label: FormText(
          "Does somebody want to be referred?", "Quelqu'un veut-il être orienté ?",
          "¿Alguien quiere ser remitido?", "هل يريد أحد أن يُحال؟"),
        relevant: go),
    ]
  }

  /// One count per age band of the profile.
  private static func bands(_ profile: AgencyProfile) -> [FormQuestion] {
    profile.ageBands.map { band in
      let range = "\(band.from)-\(band.to)"
      return FormQuestion(
        type: "integer", name: "people_\(band.from)_\(band.to)",
        label: FormText(
          "People aged \(range)", "Personnes de \(range) ans", "Personas de \(range) años",
          "أشخاص بعمر \(range)"),
        relevant: go, constraint: ". >= 0 and . <= 100")
    }
  }

  static let keyInformant = [
    place, consent, safe,
    FormQuestion(
      type: "select_one role", name: "role",
      label: FormText(
        "Role of the informant (no name)", "Rôle de l'informateur (sans nom)",
        "Función del informante (sin nombre)", "دور المصدر (بلا اسم)"),
      required: true),
    FormQuestion(
      type: "select_one risk", name: "topic",
      label: FormText("Topic", "Sujet", "Tema", "الموضوع"), relevant: go),
    FormQuestion(
      type: "text", name: "statement",
      label: FormText(
        "What was said (no names)", "Ce qui a été dit (sans noms)",
        "Lo que se dijo (sin nombres)", "ما قيل (بلا أسماء)"),
      relevant: go, constraint: "string-length(.) < 500"),
    FormQuestion(
      type: "select_one confidence", name: "confidence",
      label: FormText(
        "How sure is it?", "Est-ce sûr ?", "¿Qué tan seguro es?", "ما مدى التأكد؟"),
      relevant: go),
  ]

  static let observation = [
    place,
    FormQuestion(
      type: "dateTime", name: "seen_at",
      label: FormText("When", "Quand", "Cuándo", "متى"), required: true),
    FormQuestion(
      type: "select_one item", name: "item",
      label: FormText(
        "What was looked at", "Ce qui a été observé", "Qué se observó", "ما الذي نُظر إليه"),
      required: true),
    FormQuestion(
      type: "select_one score", name: "score",
      label: FormText("What was seen", "Constat", "Qué se vio", "ما شوهد"), required: true),
    FormQuestion(
      type: "select_one level", name: "severity",
      label: FormText("How grave", "Gravité", "Gravedad", "مدى الخطورة"),
      relevant: "${score} = 'not-met' or ${score} = 'partly'"),
    FormQuestion(
      type: "text", name: "evidence",
      label: FormText(
        "What shows it (no names, no photos)", "Ce qui le montre (sans noms ni photos)",
        "Qué lo muestra (sin nombres ni fotos)", "ما يدل على ذلك (بلا أسماء ولا صور)"),
      relevant: "${score} = 'not-met' or ${score} = 'partly'",
      constraint: "string-length(.) < 500"),
  ]
}
