/// A small content folder with every construct that composers know.
enum CompositionFixture {
  /// In the form of `FixtureContent`.
  static let module = """
    === places/here.yml
    id: here
    slots:
      phone: { en: extension 100, ar: الرقم ١٠٠ }
      shelter: none
    === glossary/en.md
    ## Consent {#consent}

    A free choice.
    === modules/m01/media/site.svg
    <svg/>
    === modules/m01/en.md
    ---
    id: m01
    title: Listening
    minutes: 30
    ---

    ## After this module you can {.outcomes}

    - listen {#o1 .apply}

    > [!KEY]
    > Listen and link first.

    ## Why *risk* matters {#risk}

    Call {{phone}}. Shelter: {{shelter}}. <!-- not for print -->See [consent](glossary:consent).

    ![The path](media/site.svg)
    The path to the tap. © Harbour, CC BY

    > [!KEY] Remember
    > Listen and link.

    > [!FACILITATOR]
    > Watch who goes quiet.

    [Someone tells you](t1)

    ### Notes {#notes .facilitator}

    Secret plan.

    ## At the tap {#tap .role-play minutes=10 group=3-4}

    1. 3′ Look.
    2. 7' Talk in *pairs*.

    ### What first? {#q-first .multiple .critical outcome=o1 tries=2}

    Think of the girl.

    - [x] Listen
    > Right.
    - [ ] Run
      > Wrong.
    - [x] Thank her

    > [!HINT]
    > Who could be harmed?

    ---

    That was a question.

    ## Check {#quiz .quiz pass=80 tries=2}

    Take your time.

    ### True? {#q-true .true-false}

    - [ ] Yes
      > No.
    - [x] No
      > Yes.

    > [!SCORE] 0-79
    > Read [again](#risk).

    === trees/t1/en.md
    ---
    id: t1
    title: Someone tells you
    ---

    Read this first.

    ## Danger? {#danger}

    Look around.

    - [Yes](#call)
      > Better safe.
    - [No](t2#start)

    ## Call {#call .step}

    > [!ALSO]
    > Then play [the other](t2).

    - [Done](#end)

    ## End {#end .today}

    === trees/t2/en.md
    ---
    id: t2
    title: Other
    ---

    ## Start {#start .emergency}

    Go.

    """
}
