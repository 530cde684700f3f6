/// The closed lists of the forms.
///
/// The words are those of the case library.
enum FormLists {
  static let all = [yesNo, mode, risk, sector, role, confidence, item, score, level]

  static let yesNo = FormList(
    name: "judgement",
    items: [
      ("yes", FormText("Yes", "Oui", "Sí", "نعم")),
      ("no", FormText("No", "Non", "No", "لا")),
      ("unclear", FormText("Not clear", "Pas clair", "No está claro", "غير واضح")),
    ])

  static let mode = FormList(
    name: "mode",
    items: [
      ("phone", FormText("Phone", "Téléphone", "Teléfono", "هاتف")),
      ("visit", FormText("Home visit", "Visite à domicile", "Visita al hogar", "زيارة منزلية")),
    ])

  /// GBV is left out on purpose: monitors never record it.
  static let risk = FormList(
    name: "risk",
    items: [
      (
        "detention-or-abduction",
        FormText(
          "Detention or abduction", "Détention ou enlèvement", "Detención o secuestro",
          "احتجاز أو خطف")
      ),
      (
        "attacks-on-civilians",
        FormText(
          "Attacks on civilians", "Attaques contre des civils", "Ataques contra civiles",
          "هجمات على المدنيين")
      ),
      (
        "family-separation",
        FormText("Family separation", "Séparation familiale", "Separación familiar", "تفرّق الأسر")
      ),
      (
        "discrimination",
        FormText("Discrimination", "Discrimination", "Discriminación", "تمييز")
      ),
      (
        "impediments-to-identity-or-justice",
        FormText(
          "No papers or no justice", "Sans papiers ou sans justice",
          "Sin papeles o sin justicia", "لا أوراق أو لا عدالة")
      ),
      (
        "theft-or-eviction",
        FormText("Theft or eviction", "Vol ou expulsion", "Robo o desalojo", "سرقة أو إخلاء")
      ),
      (
        "movement-restrictions",
        FormText(
          "Can't move freely", "Pas libre de circuler", "Sin libre movimiento",
          "لا حرية في التنقل")
      ),
    ])

  static let sector = FormList(
    name: "sector",
    items: [
      ("health", FormText("Health", "Santé", "Salud", "صحة")),
      ("shelter", FormText("Shelter", "Abri", "Alojamiento", "مأوى")),
      ("legal", FormText("Legal help", "Aide juridique", "Ayuda legal", "مساعدة قانونية")),
      ("wash", FormText("Water", "Eau", "Agua", "مياه")),
      ("education", FormText("School", "École", "Escuela", "مدرسة")),
      (
        "basic-needs",
        FormText(
          "Basic needs", "Besoins de base", "Necesidades básicas",
          "احتياجات أساسية")
      ),
    ])

  static let role = FormList(
    name: "role",
    items: [
      (
        "community-leader",
        FormText(
          "Community leader", "Responsable communautaire",
          "Líder comunitario", "قائد مجتمعي")
      ),
      (
        "women-group",
        FormText(
          "Women's group", "Groupe de femmes", "Grupo de mujeres",
          "مجموعة نساء")
      ),
      ("teacher", FormText("Teacher", "Enseignant", "Docente", "معلّم")),
      (
        "health-worker",
        FormText(
          "Health worker", "Agent de santé", "Personal de salud",
          "عامل صحي")
      ),
      (
        "other-resident",
        FormText(
          "Other resident", "Autre habitant", "Otro residente",
          "ساكن آخر")
      ),
    ])

  static let confidence = FormList(
    name: "confidence",
    items: [
      ("low", FormText("Not sure", "Pas sûr", "Poco seguro", "غير متأكد")),
      ("medium", FormText("Fairly sure", "Assez sûr", "Bastante seguro", "متأكد إلى حد ما")),
      ("high", FormText("Sure", "Sûr", "Seguro", "متأكد")),
    ])

  static let item = FormList(
    name: "item",
    items: [
      (
        "space-and-privacy",
        FormText(
          "Space and privacy", "Espace et intimité",
          "Espacio y privacidad", "مساحة وخصوصية")
      ),
      (
        "separate-lockable-toilets",
        FormText(
          "Separate, lockable toilets",
          "Toilettes séparées qui ferment", "Baños separados con cerrojo", "مراحيض منفصلة تُقفل")
      ),
      ("lighting", FormText("Lighting", "Éclairage", "Iluminación", "إضاءة")),
      (
        "accessibility",
        FormText(
          "Accessibility", "Accessibilité", "Accesibilidad",
          "إمكانية الوصول")
      ),
      (
        "fire-exits",
        FormText(
          "Fire exits", "Sorties de secours", "Salidas de emergencia",
          "مخارج الطوارئ")
      ),
      (
        "complaints-box",
        FormText(
          "Complaints box", "Boîte à plaintes", "Buzón de quejas",
          "صندوق شكاوى")
      ),
      (
        "sea-notices",
        FormText(
          "PSEA notices", "Affiches sur l'exploitation sexuelle",
          "Avisos sobre explotación sexual", "إعلانات منع الاستغلال الجنسي")
      ),
    ])

  static let score = FormList(
    name: "score",
    items: [
      ("met", FormText("Met", "Rempli", "Cumplido", "متحقق")),
      ("partly", FormText("Partly", "En partie", "En parte", "جزئيًا")),
      ("not-met", FormText("Not met", "Non rempli", "No cumplido", "غير متحقق")),
      ("not-applicable", FormText("Does not apply", "Sans objet", "No aplica", "لا ينطبق")),
    ])

  static let level = FormList(
    name: "level",
    items: [
      ("low", FormText("Low", "Faible", "Bajo", "منخفض")),
      ("medium", FormText("Medium", "Moyen", "Medio", "متوسط")),
      ("high", FormText("High", "Élevé", "Alto", "مرتفع")),
    ])
}
