import CaseManagement
import Diagnostics
import Foundation
import ProfileLoading
import Testing

@Suite struct ProfileTests {
  @Test func trainingProfileLoadsWithoutAWord() throws {
    let (main, texts) = try Training.files()
    let (value, diagnostics) = ProfileLoader.load(main, texts: texts)
    #expect(diagnostics.map(\.message) == [])
    #expect(value?.profile.fictional == true)
    #expect(value?.texts.count == 4)
  }

  @Test func onlySexualExploitationGoesToItsOwnChannel() throws {
    var profile = try Training.profile
    for trigger in EscalationTrigger.allCases {
      for level in EscalationLevel.allCases {
        profile.mandatoryReports = [MandatoryReport(trigger: trigger, level: level, within: 60)]
        let fits = (trigger == .seaByAidWorker) == (level == .seaChannel)
        #expect(profile.problems.map(\.kind) == (fits ? [] : [.wrongLevel]))
      }
    }
    profile = try Training.profile
    let place = try #require(profile.escalations.firstIndex { $0.trigger == .seaByAidWorker })
    profile.escalations[place].level = .supervisor
    #expect(profile.problems.map(\.kind) == [.wrongLevel])
    #expect(profile.problems.first?.row == Int32(place))
  }

  @Test(arguments: RuleLanguage.allCases) func everyRuleHasATextAndASource(
    language: RuleLanguage
  ) throws {
    let texts = try #require(try Training.loaded.get().texts(in: language))
    for rule in Rule.allCases {
      let entry = try #require(texts.rule(rule))
      #expect(!entry.text.isEmpty && !entry.source.isEmpty)
      #expect(entry.source.contains("Harbour Migration Aid"), "names the fictional agency")
    }
    #expect(!texts.label.isEmpty)
    for word in CommandCatalogue.words {
      #expect(texts.label(ofWord: word.string)?.isEmpty == false, "\(word.string)")
    }
    #expect(CommandCatalogue.words.count > 300)
  }
}
