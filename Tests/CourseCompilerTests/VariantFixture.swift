/// A small content folder with variants, in the form of `FixtureContent`.
enum VariantFixture {
  static let settings = """
    === toolkit.yml
    id: test
    title: { en: Test, ar: اختبار }
    version: "1"
    default-language: en
    languages: [en, ar]
    variants:
      sector:
        wash: { en: Water and sanitation, ar: المياه }
        health: Health
      format:
        online: Online

    """

  static let english = """
    === modules/m01/en.md
    ---
    id: m01
    title: Module
    ---

    ## After this module you can {.outcomes}

    - Listen {#o1}
    - Guard a tap {#o2 sector=wash}

    ## Everybody {#all}

    Before the list.

    1. One
    2. Two {sector=wash,health}
    3. Three {sector=general}

    > [!KEY] {sector=wash}
    > For water.

    > [!KEY]
    > For all.
    >
    > - First
    > - Second {format=online}

    ### First? {#q-1 .single outcome=o1 sector=general,wash}

    - [x] Ask
    > Right.
    - [ ] Run {sector=wash}
    > Stay.

    - [ ] Wait
      > Not now.
    - [ ] Hide {sector=wash}
    > Not needed.

    ---

    After the question.

    ## The tap {#tap sector=wash}

    At night.

    ### In a call {#call format=online}

    Mute yourself.

    """

  /// Without any mark: all of them come from the original.
  static let arabic = """
    === modules/m01/ar.md
    ---
    id: m01
    title: وحدة
    ---

    ## بعد هذه الوحدة

    - يصغي
    - يحرس

    ## الجميع
    {#all}

    قبل القائمة.

    1. واحد
    2. اثنان
    3. ثلاثة

    > [!KEY]
    > للماء.

    > [!KEY]
    > للجميع.
    >
    > - أول
    > - ثان

    ### الأول؟
    {#q-1}

    - اسأل
      > صحيح.
    - اركض
      > ابق.
    - انتظر
    > ليس الآن.

    - اختبئ
    > لا حاجة.

    ---

    بعد السؤال.

    ## الحنفية
    {#tap}

    ليلًا.

    """
}
