extension Phrase {
  /// What the checks look for in Spanish.
  static let spanish: [(String, Matter)] =
    all(
      .placeholder,
      [
        "TBD", "TBC", "FIXME", "XXX*", "lorem ipsum", "por completar", "por definir",
        "por redactar",
        "pendiente de redactar", "insertar aquí", "inserte aquí", "insertar texto", "texto aquí",
      ])
    + all(
      .violence,
      [
        "violación sexual", "violada", "violadas", "violador*", "la violaron", "violencia sexual",
        "abuso sexual", "abusos sexuales", "agresión sexual", "agresiones sexuales",
        "explotación sexual", "violencia de género", "violencia doméstica",
        "violencia intrafamiliar",
        "maltrato infantil", "abuso infantil", "tortura", "torturas", "torturad*", "torturar",
        "suicidio", "suicidios", "suicida", "suicidas", "suicidarse", "suicidó", "autolesion*",
        "autolesión", "hacerse daño", "quitarse la vida", "asesinato", "asesinatos", "asesinad*",
        "homicidio*", "masacre", "masacres", "mutilación", "apuñalad*", "estrangulad*",
      ])
    + all(.birth, ["nació", "nacido", "nacida", "nacimiento", "cumpleaños", "naciste"])
    + all(
      .telephone, ["teléfono", "tel", "móvil", "celular", "whatsapp", "llame", "llama", "llamar"])
    + all(
      .paper,
      [
        "pasaporte", "pasaportes", "cédula", "carné de identidad", "documento de identidad",
        "número de identidad", "número de registro", "permiso de residencia", "seguridad social",
      ])
    + all(.negation(second: false), ["no", "nunca", "jamás"])
    + all(
      .negation(second: true),
      [
        "sin", "salvo", "excepto", "a menos", "no", "nunca", "inaceptable", "innecesari*",
        "incorrect*",
        "inadecuad*", "imposible", "improbable",
      ])
    + all(.choice, ["cuál", "cuáles", "qué"])
    + spanishTerms

  private static let spanishTerms: [(String, Matter)] =
    terms(
      .iomGlossary,
      [
        ("migrante ilegal", "migrante en situación irregular"),
        ("migrantes ilegales", "migrantes en situación irregular"),
        ("inmigrante ilegal", "migrante en situación irregular"),
        ("inmigrantes ilegales", "migrantes en situación irregular"),
        ("inmigrante clandestin*", "migrante en situación irregular"),
        ("inmigrantes clandestin*", "migrantes en situación irregular"),
        ("los ilegales", "las personas migrantes en situación irregular"),
        ("migración ilegal", "migración irregular"), ("inmigración ilegal", "migración irregular"),
        ("inmigración clandestina", "migración irregular"),
        ("falsos refugiados", "solicitantes de asilo"), ("falso refugiado", "solicitante de asilo"),
      ])
    + terms(
      .disabilityLanguage,
      [
        ("discapacitado", "persona con discapacidad"),
        ("discapacitada", "persona con discapacidad"),
        ("discapacitados", "personas con discapacidad"),
        ("discapacitadas", "personas con discapacidad"),
        ("minusválid*", "persona con discapacidad"), ("inválido", "persona con discapacidad"),
        ("inválidos", "personas con discapacidad"), ("lisiad*", "persona con discapacidad"),
        ("tullid*", "persona con discapacidad"), ("sordomud*", "persona sorda"),
        ("retrasado mental", "persona con discapacidad intelectual"),
        ("retrasada mental", "persona con discapacidad intelectual"),
        ("retrasados mentales", "personas con discapacidad intelectual"),
        ("retraso mental", "discapacidad intelectual"),
        ("subnormal*", "persona con discapacidad intelectual"),
        ("postrad* en una silla", "persona usuaria de silla de ruedas"),
        ("postrado en una silla", "persona usuaria de silla de ruedas"),
        ("confinado a una silla", "persona usuaria de silla de ruedas"),
        ("confinada a una silla", "persona usuaria de silla de ruedas"),
        ("capacidades diferentes", "personas con discapacidad"),
        ("necesidades especiales", "necesidades, dichas con sencillez"),
      ])
    + terms(
      .luxembourg,
      [
        ("pornografía infantil", "material de abuso sexual de niñas, niños y adolescentes"),
        ("prostitución infantil", "explotación de niñas, niños y adolescentes en la prostitución"),
        ("niña prostitut*", "niña explotada en la prostitución"),
        ("niñas prostitut*", "niñas explotadas en la prostitución"),
        (
          "turismo sexual infantil",
          "explotación sexual de niñas, niños y adolescentes en el turismo"
        ),
      ])
    + terms(
      .suicideReporting,
      [
        ("cometer suicidio", "morir por suicidio"), ("cometió suicidio", "murió por suicidio"),
        ("cometer un suicidio", "morir por suicidio"), ("suicidio exitoso", "muerte por suicidio"),
        ("suicidio consumado", "muerte por suicidio"), ("suicidio fallido", "intento de suicidio"),
        ("suicidio frustrado", "intento de suicidio"),
      ])
    + terms(
      .unaids,
      [
        ("prostituta", "trabajadora sexual (adulta), o persona explotada en la prostitución"),
        (
          "prostitutas", "trabajadoras sexuales (adultas), o personas explotadas en la prostitución"
        ),
        ("sidoso*", "persona que vive con el VIH"), ("sidosa*", "persona que vive con el VIH"),
        ("víctima del sida", "persona que vive con el VIH"),
      ])
}
