/// A course with everything that packages for the exchange of texts and questions hold.
enum ExchangeFixture {
  /// Two languages, a quiz with all that quizzes have, a discussion, a tree, sources, a picture.
  static let course = """
    === toolkit.yml
    id: test
    title: { en: "Fire & water <b>", ar: "النار والماء" }
    version: "1"
    default-language: en
    languages: [en, ar]
    packages: [cc, qti]
    === guidance.yml
    - id: guide
      title: A guide & more
      publisher: Publisher
      year: 2020
      address: https://example.org/guide?a=1&b=2
    - id: book
      title: A book
      publisher: Publisher
      year: 2021
    === glossary/en.md
    ## consent {#consent}

    A free yes, without [pressure](glossary:pressure).

    ## pressure {#pressure}

    A push.
    === trees/t1/en.md
    ---
    id: t1
    title: Tree
    ---

    ## First? {#first}

    - [On](#done)
      > Good.

    ## Done {#done .today}

    Rest.
    === modules/m02/en.md
    ---
    id: m02
    title: Second
    ---

    ## Read {#s}

    Back to [the first](m01#s).
    === modules/m01/media/bucket.svg
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>
    === modules/m01/en.md
    ---
    id: m01
    title: First
    guidance: [guide, book]
    ---

    ## After this module you can {.outcomes}

    - say <what> & why {#o1}

    ## Read {#s}

    Ask for [consent](glossary:consent), see [the guide](guidance:guide), then [talk](#talk) and
    [go on](m02). A note.[^1] <script>alert("x")</script> & "more".

    [^1]: In a note.

    > [!FACILITATOR]
    > SECRET

    ![A bucket](media/bucket.svg)

    [Play it](t1)

    ### Which *one* of <these> & those? {#q-one .single}

    Look at [consent](glossary:consent) first.

    - [ ] This & that
      > No: "never" <so>.
    - [x] That
      > Yes.

    > [!HINT]
    > Think.

    ## Talk about it {#talk .discussion minutes=5}

    What would you do?

    ![A bucket](media/bucket.svg)

    ## Check {#quiz .quiz pass=80 tries=2}

    Take your time.

    > [!SCORE] 0-79
    > Read [it](#s) again.

    > [!SCORE] 80-100
    > Well done.

    ### Which of these? {#q-many .multiple}

    - [x] First
      > Yes, first.
    - [ ] Second
      > No, second.
    - [x] Third
    - [x] Fourth
      > Yes, fourth.
    - [ ] Fifth

    ### Exactly which? {#q-exact .multiple .all-or-nothing .critical}

    - [x] First
    - [x] Second
    - [ ] Third
      > No, third.

    ### Is it so? {#q-true .true-false}

    - [x] True
    - [ ] False
      > It is.
    === modules/m01/ar.md
    ---
    id: m01
    title: "الأول"
    ---

    ## بعد هذه الوحدة يمكنك {.outcomes}

    - أن تقول ماذا {#o1}

    ## اقرأ {#s}

    اسأل عن [الموافقة](glossary:consent).[^1]

    [^1]: في حاشية.

    > [!FACILITATOR]
    > SECRET

    ![دلو](media/bucket.svg)

    [العبها](t1)

    ### أيّها؟ {#q-one .single}

    انظر أولًا.

    - [ ] هذا
      > لا.
    - [x] ذاك
      > نعم.

    > [!HINT]
    > فكّر.

    ## تحدثوا {#talk .discussion minutes=5}

    ماذا تفعل؟

    ![دلو](media/bucket.svg)

    ## تحقق {#quiz .quiz pass=80 tries=2}

    خذ وقتك.

    > [!SCORE] 0-79
    > اقرأ ثانية.

    > [!SCORE] 80-100
    > أحسنت.

    ### أيّ من هذه؟ {#q-many .multiple}

    - [x] الأول
      > نعم.
    - [ ] الثاني
      > لا.
    - [x] الثالث
    - [x] الرابع
      > نعم.
    - [ ] الخامس

    ### أيّها بالضبط؟ {#q-exact .multiple .all-or-nothing .critical}

    - [x] الأول
    - [x] الثاني
    - [ ] الثالث
      > لا.

    ### هل هو كذلك؟ {#q-true .true-false}

    - [x] صحيح
    - [ ] خطأ
      > بلى.

    """
}
