public import Diagnostics
import Foundation

/// What docs/diagnostics.md says of every code, embedded in the program.
public enum DiagnosticTexts {
  /// Every explanation, in the order of the page.
  public static var all: [Explanation] { read.explanations }

  /// The explanation of a code; nil only when the page has none, which a test keeps from happening.
  public static func explanation(of code: DiagnosticCode) -> Explanation? {
    all.first { $0.code == code }
  }

  /// What in the page can't be read as an explanation; empty in a program that passed its tests.
  package static var problems: [String] { read.problems }

  private static let read = ExplanationPage.read(page)

  /// The page as it was when the program was built.
  private static var page: String {
    embeddedDiagnosticTexts.map { file in
      String(decoding: Data(base64Encoded: file.base64.description) ?? Data(), as: UTF8.self)
    }.joined()
  }
}
