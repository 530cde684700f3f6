import Foundation
import Preview
import Testing

/// The words of the preview's interface.
struct TextTests {
  /// The places in braces of a text, sorted, each once.
  private static func places(_ text: String) -> [String] {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first
      }
    )
    .map(String.init).sorted()
  }

  @Test(arguments: PreviewLanguage.allCases)
  func `Every text is there, with the same places`(language: PreviewLanguage) {
    let phrases = AllPreviewTexts.phrases
    #expect(phrases.count > 60)
    for (name, phrase) in phrases {
      #expect(!phrase[language].isEmpty, "\(name)")
      #expect(Self.places(phrase[language]) == Self.places(phrase[.en]), "\(name)")
      #expect(language == .en || phrase[language] != "\(name)", "\(name)")
      if phrase[.en].contains("other=") { #expect(phrase[language].contains("other=")) }
    }
  }

  @Test func `Groups don't share names`() {
    let count =
      BarText.allCases.count + ProblemText.allCases.count + PageText.allCases.count
      + PickerText.allCases.count + LMSText.allCases.count
    #expect(AllPreviewTexts.phrases.count == count)
  }

  /// Scripts ask for texts by name.
  @Test func `Scripts name texts that exist, and every text is used`() throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let sources = folder.appending(path: "Sources/Preview")
    var scripts = ""
    var swift = ""
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path) {
      let text = { try String(contentsOf: sources.appending(path: path), encoding: .utf8) }
      if path.hasSuffix(".js") { scripts += try text() }
      if path.hasSuffix(".swift"), !path.hasPrefix("Texts/") { swift += try text() }
    }
    let names = Set(AllPreviewTexts.phrases.keys)
    for call in scripts.split(separator: "text('").dropFirst() {
      let name = call.prefix { $0 != "'" }
      #expect(names.contains(String(name)), "\(name)")
    }
    for name in names {
      let isUsed =
        scripts.contains("'\(name)'") || swift.contains("Text.\(name).phrase")
        || swift.contains("text(.\(name))")
      #expect(isUsed, "\(name) is used nowhere")
    }
  }

  @Test func `The browser's wish counts, then the toolkit's language`() {
    #expect(PreviewLanguage(wishes: "fr-CA,en;q=0.8", toolkit: "ar") == .fr)
    #expect(PreviewLanguage(wishes: "de-DE, es;q=0.5", toolkit: "ar") == .es)
    #expect(PreviewLanguage(wishes: "de", toolkit: "ar") == .ar)
    #expect(PreviewLanguage(wishes: "", toolkit: "es-MX") == .es)
    #expect(PreviewLanguage(wishes: "*", toolkit: nil) == .en)
  }
}
