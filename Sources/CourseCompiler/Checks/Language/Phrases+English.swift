extension Phrase {
  /// What the checks look for in English.
  static let english: [(String, Matter)] =
    all(
      .placeholder,
      [
        "to be completed", "to be written", "to be determined", "to be confirmed", "insert text",
        "insert name", "insert here", "your text here", "text goes here", "placeholder text",
      ])
    + all(
      .violence,
      [
        "rape", "rapes", "raped", "raping", "rapist", "rapists", "sexual violence", "sexual abuse",
        "sexual assault", "sexually assault*", "sexually abus*", "sexual exploitation",
        "gender-based violence", "domestic violence", "child abuse", "torture", "tortured",
        "torturing", "suicide", "suicides", "suicidal", "self-harm*", "harming yourself",
        "harming themselves", "ending their life", "end their life", "kill yourself",
        "murder", "murders", "murdered", "massacre", "massacres", "was killed", "were killed",
        "been killed", "killings", "beaten to death", "mutilation", "stabbed", "strangled",
      ])
    + all(.birth, ["born", "birth", "birthday", "dob"])
    + all(.telephone, ["phone", "telephone", "tel", "mobile", "whatsapp", "call", "hotline"])
    + all(
      .paper,
      [
        "passport", "passports", "identity card", "id card", "id number", "identity number",
        "registration number", "national number", "residence permit", "social security number",
      ])
    + all(
      .negation(second: false),
      [
        "not", "never", "cannot", "isn", "aren", "don", "doesn", "didn", "shouldn", "mustn", "can",
        "couldn", "wouldn", "won", "wasn", "weren", "hasn", "haven", "nobody", "nothing", "no one",
      ])
    + all(
      .negation(second: true),
      [
        "unless", "without", "except", "unsafe", "unlikely", "untrue", "unacceptable",
        "unnecessary", "unimportant", "unhelpful", "unfair", "inappropriate", "incorrect",
        "impossible", "not", "never", "nobody", "nothing",
      ])
    + all(.choice, ["which"])
    + englishTerms

  private static let englishTerms: [(String, Matter)] =
    terms(
      .iomGlossary,
      [
        ("illegal migrant", "migrant in an irregular situation"),
        ("illegal migrants", "migrants in an irregular situation"),
        ("illegal immigrant", "migrant in an irregular situation"),
        ("illegal immigrants", "migrants in an irregular situation"),
        ("illegal alien", "migrant in an irregular situation"),
        ("illegal aliens", "migrants in an irregular situation"),
        ("clandestine migrant*", "migrant in an irregular situation"),
        ("illegal migration", "irregular migration"),
        ("illegal immigration", "irregular migration"),
        ("bogus asylum*", "asylum seeker"), ("bogus refugee*", "asylum seeker"),
        ("fake refugee*", "asylum seeker"),
      ])
    + terms(
      .disabilityLanguage,
      [
        ("wheelchair bound", "wheelchair user"),
        ("confined to a wheelchair", "wheelchair user"),
        ("handicapped", "persons with disabilities"),
        ("disabled person", "person with a disability"),
        ("disabled people", "persons with disabilities"),
        ("disabled persons", "persons with disabilities"),
        ("disabled child", "child with a disability"),
        ("disabled children", "children with disabilities"),
        ("the disabled", "persons with disabilities"), ("cripple", "person with a disability"),
        ("crippled", "person with a disability"), ("deaf and dumb", "deaf person"),
        ("deaf mute*", "deaf person"),
        ("mentally retarded", "person with an intellectual disability"),
        ("retarded", "person with an intellectual disability"),
        ("differently abled", "persons with disabilities"),
        ("special needs", "needs, or support, said plainly"),
        ("suffers from a disability", "has a disability"),
        ("suffering from a disability", "with a disability"),
        ("able bodied", "person without a disability"),
      ])
    + terms(
      .luxembourg,
      [
        ("child prostitute*", "child exploited in prostitution"),
        ("child prostitution", "exploitation of children in prostitution"),
        ("child sex worker*", "child exploited in prostitution"),
        ("child pornography", "child sexual abuse material"),
        ("child porn", "child sexual abuse material"),
        ("child sex tourism", "sexual exploitation of children in travel and tourism"),
        ("child sex tourist*", "travelling child sex offender"),
      ])
    + terms(
      .suicideReporting,
      [
        ("commit suicide", "die by suicide"), ("commits suicide", "dies by suicide"),
        ("committed suicide", "died by suicide"), ("committing suicide", "dying by suicide"),
        ("successful suicide*", "death by suicide"), ("completed suicide", "died by suicide"),
        ("failed suicide*", "suicide attempt"), ("unsuccessful suicide*", "suicide attempt"),
      ])
    + terms(
      .unaids,
      [
        ("prostitute", "sex worker (adult), or person exploited in prostitution"),
        ("prostitutes", "sex workers (adults), or persons exploited in prostitution"),
        ("aids victim*", "person living with HIV"), ("aids sufferer*", "person living with HIV"),
        ("hiv infected", "person living with HIV"),
      ])
}
