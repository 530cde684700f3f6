extension RandomContent {
  static let toolkit = """
    id: test
    title: Test
    version: "1"
    default-language: en
    languages: [en, ar]
    tracks:
      - id: first
        title: First
        items: [m01, t1]
    support:
      en: Talk to {{phone}}.

    """
  static let variants = """
    variants:
      sector:
        wash: Water
        health: Health
      format:
        online: { en: Online, ar: عبر الشبكة }

    """
  /// What a module of a toolkit with variants has besides.
  static func parts(of id: String) -> String {
    """
    ## For some {#some sector=wash}

    Only for some. [Consent](glossary:consent), [there](m01#some).

    - Carry {#i-carry format=online}
    - Wait

    > [!TIP] {sector=health}
    > Nobody, unless the heading changes.

    ### Which? {#q-which .single outcome=o1}

    - [x] Ask
      > Yes.
    - [ ] Go {#go sector=health}
    > No.

    - [ ] Stay
      > No.

    ## For others {#others sector=general,health}

    {{include: shared/rules.md}}

    > [!KEY] {format=online}
    > In the call.

    """
  }
  static let secondSource = """
    - id: second
      title: Second source
      publisher: Somebody
      year: 2021
      language: en

    """
  static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"

  /// Everything but modules.
  static let start: [String: String] = [
    "toolkit.yml": toolkit,
    "shared/site.svg": picture,
    "shared/rules.md": "Ask first. See [risk](m01#risk) and {{phone}}.\n\n- Wait {#i-wait}\n- Go\n",
    "places/here.yml": "id: here\nslots:\n  phone: { en: extension 100, ar: الرقم ١٠٠ }\n",
    "guidance.yml":
      "- id: first\n  title: Guidance\n  publisher: Somebody\n  year: 2020\n  language: en\n",
    "glossary/en.md": """
    ## Consent {#consent}

    A free yes. See [risk](glossary:risk) and [the first module](m01).

    ## Risk {#risk}

    What may happen, says [this](guidance:first).

    """,
    "trees/t1/en.md": """
    ---
    id: t1
    title: Tree one
    ---

    ## Danger? {#danger}

    Look around.

    - [Yes](#end)
    - [No](t2#go)

    ## End {#end .end}

    """,
    "trees/t2/en.md": """
    ---
    id: t2
    title: Tree two
    ---

    ## Go {#go .today}

    Look around. [Back](m02).

    """,
  ]

  static func module(_ id: String) -> String {
    """
    ---
    id: \(id)
    title: Module \(id)
    minutes: 30
    guidance: [first]
    prerequisites: []
    ---

    ## Outcomes {.outcomes}

    - Listen {#o1}

    ## Why {#risk}

    Listen well. [Consent](glossary:consent), [there](m01#risk), [it](guidance:first). {{phone}}

    ![A path](../../shared/site.svg)

    > [!KEY]
    > Key of \(id).

    > [!SAFEGUARD]
    > You may leave.

    {{include: shared/rules.md}}

    [Tree](t1)

    ### First? {#q-first .single outcome=o1}

    - [x] Ask
      > Yes.
    - [ ] Go
      > No.

    ## Check {#quiz .quiz pass=50}

    ### True? {#q-true .true-false}

    - [x] Yes
      > Yes.
    - [ ] No
      > No.

    """
  }

  static func translation(_ id: String) -> String {
    """
    ---
    id: \(id)
    title: وحدة \(id)
    ---

    ## لماذا {#risk}

    استمع. {{phone}} [الرضا](glossary:consent)

    """
  }
}
