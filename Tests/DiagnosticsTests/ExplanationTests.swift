import DiagnosticTexts
import Diagnostics
import Testing

/// What `amparo explain` reads out of docs/diagnostics.md.
@Suite struct ExplanationTests {
  @Test func `The page can be read whole`() {
    #expect(DiagnosticTexts.problems == [])
    #expect(DiagnosticTexts.all.count == DiagnosticCode.allCases.count)
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `Every code has all parts, and is as bad as the page says`(code: DiagnosticCode) throws {
    let explanation = try #require(DiagnosticTexts.explanation(of: code))
    #expect(explanation.severity == code.severity)
    let parts = [explanation.title, explanation.why, explanation.mend, explanation.group]
    for part in parts { #expect(part.contains { $0.isLetter }) }
    #expect(explanation.example.contains { !$0.isWhitespace })
    #expect(!explanation.title.hasSuffix(")"))
  }

  private let page = """
    ## Group

    ### AMP0104: A file is empty (warning)

    **Why** One
    two.

    **Mend** See [the page](page.md), *then* act.

    ```
    ### AMP0101: no heading in here

    **Why**
    ```

    ### AMP0101: No example

    **Why** Because.

    **Mend** Do.

    ### AMP9999: Not a code

    ### AMP0104: A file is empty

    **Why** Again.

    **Mend** Again.

    ```
    again
    ```
    """

  @Test func `Parts of an entry, and what is wrong with the page`() throws {
    let (explanations, problems) = ExplanationPage.read(page)
    #expect(
      explanations == [
        Explanation(
          code: .emptyFile, group: "Group", title: "A file is empty", severity: .warning,
          why: "One two.", mend: "See [the page](page.md), *then* act.",
          example: "### AMP0101: no heading in here\n\n**Why**")
      ])
    #expect(
      problems == [
        "AMP0101 lacks Why, Mend or an example",
        "`AMP9999: Not a code` doesn't begin with a code and its title",
        "AMP0104 has two entries",
      ])
  }

  @Test func `As a terminal shows it`() throws {
    let explanation = try #require(ExplanationPage.read(page).explanations.first)
    #expect(
      ExplanationFormatter(width: nil).format(explanation) == """
        AMP0104 (warning): A file is empty

        Why    One two.

        Mend   See the page, then act.

        Example

            ### AMP0101: no heading in here

            **Why**

        """)
    #expect(
      ExplanationFormatter(width: nil).list([explanation])
        == "Group\n  AMP0104  A file is empty (warning)\n")
  }

  @Test func `Codes as people type them`() {
    for typed in ["AMP0405", "amp0405", "0405", "405", "Amp405"] {
      #expect(DiagnosticCode(typed: typed) == .unknownAlert)
    }
    for typed in ["", "AMP", "AMP00405", "AMP0499", "x", "٤٠٥", "-405"] {
      #expect(DiagnosticCode(typed: typed) == nil)
    }
    #expect(DiagnosticCode.nearest(to: "AMPO405") == .unknownAlert)
    #expect(DiagnosticCode.nearest(to: "4055") == .unknownAlert)
    #expect(DiagnosticCode.nearest(to: "something") == nil)
  }
}
