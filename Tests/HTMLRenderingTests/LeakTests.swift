import CourseModel
import Foundation
import HTMLRendering
import SampleToolkit
import Testing

/// What must never be in a learner's page.
struct LeakTests {
  private static func files(_ toolkit: Toolkit) throws -> [(path: String, text: String)] {
    let pages = try Samples.pages(toolkit)
    var files: [(path: String, bytes: [UInt8])] = [("index.html", try pages.index())]
    for edition in toolkit.editions {
      files.append(("\(edition.language.tag).html", try pages.page(for: edition)))
      files += try pages.site(for: edition).map { ($0.path, $0.bytes) }
    }
    files += pages.siteAssets().map { ($0.path, $0.bytes) }
    for edition in toolkit.editions { files += plainFiles(edition) }
    return files.map { ($0.path, Samples.text($0.bytes)) }
  }

  /// Pages without scripts, for systems that take pages over.
  private static func plainFiles(_ edition: Edition) -> [(path: String, bytes: [UInt8])] {
    let pages = PlainPages(edition, media: [:], linksPages: true)
    let all =
      edition.modules.flatMap { module in
        [pages.cover(of: module)]
          + module.sections.filter { $0.audience == .learner }.map(pages.section)
      } + edition.trees.map(pages.tree) + [pages.glossary(), pages.support()]
    return all.map { ("plain/\(edition.language.tag)/\($0.fileName)", $0.html) }
  }

  @Test func pagesWithoutScriptsHaveNothingThatNeedsThem() throws {
    let files = try Self.files(SampleToolkit.toolkit()).filter { $0.path.hasPrefix("plain/") }
    #expect(files.count > 10)
    for file in files {
      for mark in ["<script", "<button", "<input", "<template", "data-action", "needs-script"] {
        #expect(!file.text.contains(mark), "\(file.path) \(mark)")
      }
      #expect(file.text.hasPrefix("<!DOCTYPE html>\n<html lang="), "\(file.path)")
    }
    #expect(files.contains { $0.text.contains("<div class=\"question\"") })
    #expect(files.contains { $0.text.contains("dir=\"rtl\"") })
  }

  @Test func nothingForFacilitatorsIsInAnyFile() throws {
    for file in try Self.files(SampleToolkit.toolkit()) {
      #expect(!file.text.contains(SampleToolkit.facilitatorMark), "\(file.path)")
      for kind in Callout.Kind.allCases where kind.audience == .facilitator {
        #expect(!file.text.contains("callout \(kind.rawValue)"), "\(file.path)")
      }
    }
  }

  /// The search for the mark would find it: the same texts, turned into notes, do show.
  @Test func theSameTextsForLearnersDoShow() throws {
    let shown = SampleToolkit.toolkit().mapBlocks { block in
      guard case .callout(let callout) = block else { return block }
      return .callout(
        Callout(
          kind: .note, title: callout.title, anchor: callout.anchor, situation: callout.situation,
          blocks: callout.blocks))
    }
    let page = try #require(try Self.files(shown).first { $0.path == "en.html" })
    #expect(page.text.contains(SampleToolkit.facilitatorMark))
  }

  /// Turning every right answer wrong and every wrong one right changes no byte.
  @Test func theAnswerKeyIsInNoFile() throws {
    let flipped = SampleToolkit.toolkit().mapQuestions { question in
      Question(
        anchor: question.anchor, engineIndex: question.engineIndex, prompt: question.prompt,
        kind: question.kind, introduction: question.introduction,
        options: question.options.map {
          .init(text: $0.text, isRight: !$0.isRight, feedback: $0.feedback)
        }, hint: question.hint, isCritical: question.isCritical, tries: question.tries,
        outcome: question.outcome)
    }
    let files = try Self.files(SampleToolkit.toolkit())
    let other = try Self.files(flipped)
    #expect(files.map(\.text) == other.map(\.text))
  }

  @Test func feedbackAndAdviceWaitInTemplates() throws {
    let page = try #require(try Self.files(SampleToolkit.toolkit()).first { $0.path == "en.html" })
    var outside = page.text
    #expect(outside.contains("It can put her in more danger tonight."))
    while let start = outside.range(of: "<template"),
      let end = outside.range(of: "</template>", range: start.upperBound..<outside.endIndex)
    {
      outside.removeSubrange(start.lowerBound..<end.upperBound)
    }
    for text in [
      "It can put her in more danger tonight.", "Safety and trust come first.",
      "You are ready for the next module.", "Yes: they know where",
    ] {
      #expect(page.text.contains(text))
      #expect(!outside.contains(text), "\(text)")
    }
  }

  @Test func searchTextsHoldNoFeedback() throws {
    let files = try Self.files(SampleToolkit.toolkit())
    let search = try #require(files.first { $0.path == "assets/search-en-1.js" })
    #expect(search.text.contains("The path to the tap is dark."))
    #expect(!search.text.contains("they know where and when"))
  }
}

extension Toolkit {
  /// The toolkit with every section's blocks changed.
  func mapBlocks(_ change: (Block) -> Block) -> Toolkit {
    mapSections { section in
      Section(
        anchor: section.anchor, engineIndex: section.engineIndex, title: section.title,
        kind: section.kind, audience: section.audience, language: section.language,
        blocks: section.blocks.map(change))
    }
  }

  /// The toolkit with every question of sections and quizzes changed.
  func mapQuestions(_ change: (Question) -> Question) -> Toolkit {
    mapSections { section in
      var kind = section.kind
      if case .quiz(let quiz) = kind {
        kind = .quiz(
          Quiz(
            anchor: quiz.anchor, engineIndex: quiz.engineIndex, passPercent: quiz.passPercent,
            tries: quiz.tries, questions: quiz.questions.map(change), advice: quiz.advice))
      }
      return Section(
        anchor: section.anchor, engineIndex: section.engineIndex, title: section.title,
        kind: kind, audience: section.audience, language: section.language,
        blocks: section.blocks.map {
          if case .question(let question) = $0 { .question(change(question)) } else { $0 }
        })
    }
  }

  private func mapSections(_ change: (Section) -> Section) -> Toolkit {
    mapEditions { edition in
      edition.with(
        modules: edition.modules.map { module in
          Module(
            id: module.id, engineIndex: module.engineIndex, title: module.title,
            language: module.language, minutes: module.minutes,
            prerequisites: module.prerequisites, guidance: module.guidance,
            contentWarning: module.contentWarning, version: module.version,
            review: module.review, outcomes: module.outcomes,
            sections: module.sections.map(change))
        })
    }
  }

  /// The toolkit with every edition changed.
  func mapEditions(_ change: (Edition) -> Edition) -> Toolkit {
    Toolkit(
      id: id, version: version, defaultLanguage: defaultLanguage,
      editions: editions.map(change), engine: engine, media: media)
  }
}

extension Edition {
  /// The edition with other modules.
  func with(title: String? = nil, modules: [Module]) -> Edition {
    Edition(
      language: language, title: title ?? self.title, tracks: tracks, modules: modules,
      trees: trees, glossary: glossary, guidance: guidance, support: support)
  }
}
