/// The stable code of a diagnostic.
///
/// A code never changes its meaning and is never used again.
///
/// Ranges: 01 files and encodings, 02 Markdown as people type it (02.3 variants), 03 front matter
/// and YAML, 04 headings, braces and alerts, 05 ids, links, includes, media and slots, 06 questions
/// and quizzes, 07 trees (07.5 agency profiles), 08 toolkit, glossary, guidance and translations,
/// 09 the build itself, 10 language and safeguarding, 11 packages for learning systems. Each code
/// has an entry in docs/diagnostics.md and a fixture that triggers it.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // 01: files and encodings
  case unreadableFile = "AMP0101"
  case wrongEncoding = "AMP0102"
  case fileTooLarge = "AMP0103"
  case emptyFile = "AMP0104"
  case unexpectedFile = "AMP0105"
  case linkOutsideContent = "AMP0106"
  case controlCharacter = "AMP0107"

  // 02: Markdown as people type it
  case tableTooWide = "AMP0201"
  case nestedTooDeep = "AMP0202"
  case setextHeading = "AMP0203"
  case rawHTML = "AMP0204"
  case fenceNotClosed = "AMP0205"
  case headingWithoutSpace = "AMP0206"
  case commentNotClosed = "AMP0207"
  case tableRowTooLong = "AMP0208"
  case tableRowTooShort = "AMP0209"
  case tableSwallowsLine = "AMP0210"
  case brokenTable = "AMP0211"
  case footnoteNotDefined = "AMP0212"
  case footnoteNotUsed = "AMP0213"
  case footnoteTwice = "AMP0214"
  case linkTitle = "AMP0215"
  case linkNotRecognised = "AMP0216"
  case listRestarts = "AMP0217"
  case itemNotNested = "AMP0218"
  case numbersRunBack = "AMP0219"
  case addressNotUsed = "AMP0220"

  // 02.3: variants
  case variantNotDeclared = "AMP0230"
  case variantValueNotDeclared = "AMP0231"
  case variantUnused = "AMP0232"
  case variantUnpaired = "AMP0233"
  case variantNeverShown = "AMP0234"
  case targetLeftOut = "AMP0235"
  case moduleLeftEmpty = "AMP0236"
  case unknownVariant = "AMP0237"

  // 03: front matter and YAML
  case invalidYAML = "AMP0301"
  case frontMatterNotClosed = "AMP0302"
  case unknownKey = "AMP0303"
  case missingKey = "AMP0304"
  case wrongValue = "AMP0305"
  case duplicateKey = "AMP0306"
  case yamlAlias = "AMP0307"

  // 04: headings, braces and alerts
  case unclosedBrace = "AMP0401"
  case malformedAttribute = "AMP0402"
  case unknownKind = "AMP0403"
  case unknownAttribute = "AMP0404"
  case unknownAlert = "AMP0405"
  case mergedAlerts = "AMP0406"
  case alertNotAtStart = "AMP0407"
  case missingID = "AMP0408"
  case malformedID = "AMP0409"
  case comesLater = "AMP0410"
  case misplaced = "AMP0411"
  case alertLosesText = "AMP0412"
  case skippedLevel = "AMP0413"
  case kindOutsideBraces = "AMP0414"
  case repeatedHeading = "AMP0415"
  case emptySection = "AMP0416"

  // 05: ids, links, includes, media and slots
  case duplicateID = "AMP0501"
  case unknownTarget = "AMP0502"
  case unsafeLink = "AMP0503"
  case remoteImage = "AMP0504"
  case missingMedia = "AMP0505"
  case outsideContent = "AMP0506"
  case includeLoop = "AMP0507"
  case missingInclude = "AMP0508"
  case unfilledSlot = "AMP0509"
  case missingAltText = "AMP0510"
  case mediaTooLarge = "AMP0511"
  case unknownMediaType = "AMP0512"
  case unsafeFileName = "AMP0513"
  case vagueLink = "AMP0514"
  case tooManyPixels = "AMP0515"
  case wrongMediaType = "AMP0516"
  case remoteAddressInPicture = "AMP0517"

  // 06: questions and quizzes
  case noOptionTicked = "AMP0601"
  case tooManyTicked = "AMP0602"
  case tooFewOptions = "AMP0603"
  case optionWithoutFeedback = "AMP0604"
  case duplicateOption = "AMP0605"
  case emptyQuiz = "AMP0606"
  case outOfRange = "AMP0608"
  case everyOptionTicked = "AMP0609"
  case minutesDontAddUp = "AMP0610"
  case outcomeWithoutQuestion = "AMP0611"
  case questionWithoutKind = "AMP0612"
  case longestIsRight = "AMP0613"
  case rightInOnePlace = "AMP0614"
  case allOfTheAbove = "AMP0615"
  case nearlySameOption = "AMP0616"
  case questionWithoutOutcome = "AMP0617"
  case drawTooLarge = "AMP0618"
  case passNeedsEverything = "AMP0619"
  case adviceGap = "AMP0620"
  case criticalWithoutEffect = "AMP0621"
  case sameFeedback = "AMP0622"
  case stepWithoutMinutes = "AMP0640"
  case groupWithoutSession = "AMP0641"

  // 07: decision trees
  case deadEnd = "AMP0701"
  case unreachableNode = "AMP0702"
  case loopWithoutExit = "AMP0703"
  case treeWithoutEnd = "AMP0704"
  case answerWithoutTarget = "AMP0705"
  case emptyTree = "AMP0706"
  case answersLeadToOnePlace = "AMP0707"
  case answersAlike = "AMP0708"
  case emergencyWithoutContact = "AMP0709"
  case longTree = "AMP0710"
  case alsoCircle = "AMP0711"

  // 07.5: agency profiles
  case invalidProfile = "AMP0750"
  case missingProfileText = "AMP0751"
  case unknownProfileText = "AMP0752"
  case unlabelledProfile = "AMP0753"
  case doubledProfileRow = "AMP0754"

  // 08: toolkit, glossary, guidance and translations
  case missingToolkit = "AMP0801"
  case emptyContent = "AMP0802"
  case translationDiffers = "AMP0803"
  case translationIncomplete = "AMP0804"
  case orphanTranslation = "AMP0805"
  case translationStale = "AMP0806"
  case translationNotRecorded = "AMP0807"
  case translationRecordOrphan = "AMP0808"
  case translationRecordUnreadable = "AMP0809"
  case termNeverLinked = "AMP0810"
  case guidanceNeverCited = "AMP0812"
  case prerequisiteCircle = "AMP0813"
  case moduleInNoTrack = "AMP0814"
  case interfaceTextWithoutPlace = "AMP0815"
  case interfacePluralForms = "AMP0816"
  case interfaceIncomplete = "AMP0817"

  // 09: the build itself
  case tagsCollide = "AMP0901"
  case remoteAddressInOutput = "AMP0902"
  case outputNotWritable = "AMP0903"
  case layoutFailed = "AMP0904"
  case unknownLanguage = "AMP0905"
  case fileNotMended = "AMP0906"
  case fileChanged = "AMP0907"
  case alreadyThere = "AMP0908"
  case contentNotWritable = "AMP0909"
  case brokenTheme = "AMP0910"
  case weakTheme = "AMP0911"
  case siblingFileInOutput = "AMP0912"
  case portNotUsable = "AMP0920"

  // 10: language and safeguarding
  case longSentence = "AMP1001"
  case longSentenceForFacilitators = "AMP1002"
  case hardText = "AMP1003"
  case hardTextForFacilitators = "AMP1004"
  case undefinedAcronym = "AMP1005"
  case doubleNegative = "AMP1006"
  case negativeStem = "AMP1007"
  case placeholder = "AMP1008"
  case personalData = "AMP1009"
  case lookAlikeInMark = "AMP1010"
  case lookAlikeLetter = "AMP1011"
  case hiddenCharacter = "AMP1012"
  case missingContentWarning = "AMP1013"
  case safeguardWithoutWayOut = "AMP1014"
  case hurtfulTerm = "AMP1015"

  // 11: packages for learning systems
  case stateTooLarge = "AMP1100"
  case noControlDocuments = "AMP1101"
  case unusableIDPrefix = "AMP1102"
  case idsClashInPackage = "AMP1103"
  case nothingToComplete = "AMP1104"
  case passMarkWithoutQuiz = "AMP1105"
  case packageMediaTooLarge = "AMP1106"
  case renamedInPackage = "AMP1107"
  case shortenedInPackage = "AMP1108"
  case lostInPackage = "AMP1110"
  case tooManyRecords = "AMP1111"
  case toolkitPackageLeftOut = "AMP1112"
  case lessInPackage = "AMP1120"
  case noQuestionsForPackage = "AMP1121"
  case longTitleInPackage = "AMP1130"

  // 11.5: packages of anybody
  case notAnArchive = "AMP1150"
  case damagedArchive = "AMP1151"
  case unsafePathInArchive = "AMP1152"
  case archiveTooLarge = "AMP1153"
  case linkInArchive = "AMP1154"
  case lockedArchive = "AMP1155"
  case pathTwiceInArchive = "AMP1156"
  case deceptiveArchive = "AMP1157"
  case unusualPacking = "AMP1158"
  case largeArchiveForm = "AMP1159"
  case nameNotUTF8 = "AMP1160"
  case noManifest = "AMP1161"
  case twoManifests = "AMP1162"
  case manifestUnreadable = "AMP1163"
  case manifestWithDocumentType = "AMP1164"
  case unknownStandard = "AMP1165"
  case againstSchema = "AMP1166"
  case noSchema = "AMP1167"
  case manifestNotFirst = "AMP1168"
  case wrongNamespace = "AMP1169"
  case namespaceOrder = "AMP1170"
  case wrongVersionText = "AMP1171"
  case unusualSchemaText = "AMP1172"
  case brokenIdentifier = "AMP1173"
  case missingPackageTitle = "AMP1174"
  case titleWithoutLanguage = "AMP1175"
  case brokenStructure = "AMP1176"
  case launchNotFirst = "AMP1177"
  case listedFileMissing = "AMP1178"
  case fileNotListed = "AMP1179"
  case fileNameAtRisk = "AMP1180"
  case wrongScormType = "AMP1181"
  case wrongPackageValue = "AMP1182"
  case valueLeftOut = "AMP1183"
  case wrongSequencing = "AMP1184"
  case sequencingLeftOut = "AMP1185"
  case wrongLaunchAddress = "AMP1186"
  case launchFromNetwork = "AMP1187"
  case characterByNumber = "AMP1188"
  case againstCartridgeRule = "AMP1189"
  case unusualResourceType = "AMP1190"
  case brokenPackageDocument = "AMP1191"
  case riskyQuestion = "AMP1192"
  case manifestNotUTF8 = "AMP1193"
  case secondManifest = "AMP1194"

  /// How bad it is.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unexpectedFile,
      .rawHTML,
      .tableRowTooShort,
      .footnoteNotUsed,
      .linkTitle,
      .listRestarts,
      .itemNotNested,
      .numbersRunBack,
      .addressNotUsed,
      .variantUnused,
      .variantNeverShown,
      .moduleLeftEmpty,
      .skippedLevel,
      .emptySection,
      .vagueLink,
      .tooManyPixels,
      .optionWithoutFeedback,
      .everyOptionTicked,
      .minutesDontAddUp,
      .outcomeWithoutQuestion,
      .longestIsRight,
      .rightInOnePlace,
      .allOfTheAbove,
      .nearlySameOption,
      .questionWithoutOutcome,
      .drawTooLarge,
      .adviceGap,
      .criticalWithoutEffect,
      .sameFeedback,
      .groupWithoutSession,
      .unreachableNode,
      .answersLeadToOnePlace,
      .emergencyWithoutContact,
      .alsoCircle,
      .translationStale,
      .translationRecordOrphan,
      .translationRecordUnreadable,
      .layoutFailed,
      .weakTheme,
      .longSentence,
      .hardText,
      .undefinedAcronym,
      .doubleNegative,
      .personalData,
      .lookAlikeLetter,
      .hiddenCharacter,
      .missingContentWarning,
      .safeguardWithoutWayOut,
      .hurtfulTerm,
      .nothingToComplete,
      .passMarkWithoutQuiz,
      .packageMediaTooLarge,
      .largeArchiveForm,
      .namespaceOrder,
      .unusualSchemaText,
      .titleWithoutLanguage,
      .launchNotFirst,
      .fileNotListed,
      .fileNameAtRisk,
      .valueLeftOut,
      .sequencingLeftOut,
      .launchFromNetwork,
      .characterByNumber,
      .unusualResourceType,
      .riskyQuestion,
      .manifestNotUTF8,
      .secondManifest:
      .warning
    case .comesLater,
      .repeatedHeading,
      .passNeedsEverything,
      .stepWithoutMinutes,
      .longTree,
      .translationIncomplete,
      .translationNotRecorded,
      .termNeverLinked,
      .guidanceNeverCited,
      .moduleInNoTrack,
      .interfaceIncomplete,
      .longSentenceForFacilitators,
      .hardTextForFacilitators,
      .negativeStem,
      .renamedInPackage,
      .shortenedInPackage,
      .lostInPackage,
      .tooManyRecords,
      .toolkitPackageLeftOut,
      .lessInPackage,
      .noQuestionsForPackage,
      .longTitleInPackage,
      .noSchema,
      .manifestNotFirst:
      .note
    case .unreadableFile,
      .wrongEncoding,
      .fileTooLarge,
      .emptyFile,
      .linkOutsideContent,
      .controlCharacter,
      .tableTooWide,
      .nestedTooDeep,
      .setextHeading,
      .fenceNotClosed,
      .headingWithoutSpace,
      .commentNotClosed,
      .tableRowTooLong,
      .tableSwallowsLine,
      .brokenTable,
      .footnoteNotDefined,
      .footnoteTwice,
      .linkNotRecognised,
      .variantNotDeclared,
      .variantValueNotDeclared,
      .variantUnpaired,
      .targetLeftOut,
      .unknownVariant,
      .invalidYAML,
      .frontMatterNotClosed,
      .unknownKey,
      .missingKey,
      .wrongValue,
      .duplicateKey,
      .yamlAlias,
      .unclosedBrace,
      .malformedAttribute,
      .unknownKind,
      .unknownAttribute,
      .unknownAlert,
      .mergedAlerts,
      .alertNotAtStart,
      .missingID,
      .malformedID,
      .misplaced,
      .alertLosesText,
      .kindOutsideBraces,
      .duplicateID,
      .unknownTarget,
      .unsafeLink,
      .remoteImage,
      .missingMedia,
      .outsideContent,
      .includeLoop,
      .missingInclude,
      .unfilledSlot,
      .missingAltText,
      .mediaTooLarge,
      .unknownMediaType,
      .unsafeFileName,
      .wrongMediaType,
      .remoteAddressInPicture,
      .noOptionTicked,
      .tooManyTicked,
      .tooFewOptions,
      .duplicateOption,
      .emptyQuiz,
      .outOfRange,
      .questionWithoutKind,
      .deadEnd,
      .loopWithoutExit,
      .treeWithoutEnd,
      .answerWithoutTarget,
      .emptyTree,
      .answersAlike,
      .invalidProfile,
      .missingProfileText,
      .unknownProfileText,
      .unlabelledProfile,
      .doubledProfileRow,
      .missingToolkit,
      .emptyContent,
      .translationDiffers,
      .orphanTranslation,
      .prerequisiteCircle,
      .interfaceTextWithoutPlace,
      .interfacePluralForms,
      .tagsCollide,
      .remoteAddressInOutput,
      .outputNotWritable,
      .unknownLanguage,
      .fileNotMended,
      .fileChanged,
      .alreadyThere,
      .contentNotWritable,
      .brokenTheme,
      .siblingFileInOutput,
      .portNotUsable,
      .placeholder,
      .lookAlikeInMark,
      .stateTooLarge,
      .noControlDocuments,
      .unusableIDPrefix,
      .idsClashInPackage,
      .notAnArchive,
      .damagedArchive,
      .unsafePathInArchive,
      .archiveTooLarge,
      .linkInArchive,
      .lockedArchive,
      .pathTwiceInArchive,
      .deceptiveArchive,
      .unusualPacking,
      .nameNotUTF8,
      .noManifest,
      .twoManifests,
      .manifestUnreadable,
      .manifestWithDocumentType,
      .unknownStandard,
      .againstSchema,
      .wrongNamespace,
      .wrongVersionText,
      .brokenIdentifier,
      .missingPackageTitle,
      .brokenStructure,
      .listedFileMissing,
      .wrongScormType,
      .wrongPackageValue,
      .wrongSequencing,
      .wrongLaunchAddress,
      .againstCartridgeRule,
      .brokenPackageDocument:
      .error
    }
  }
}
