/// Texts of the list of what is wrong.
package enum ProblemText: String, PreviewTexts {
  case problems, noProblems, countError, countWarning, countNote
  case severityError, severityWarning, severityNote
  case close, thisPage, wholeRun, place, toLine, help, also, fix, fixBefore, fixAfter, explain
  case open, openVSCode, copyPlace, copied, opened, openFailed, more

  package var phrase: Phrase {
    switch self {
    case .problems:
      Phrase("What to mend", fr: "À corriger", es: "Qué corregir", ar: "ما يجب تصحيحه")
    case .noProblems:
      Phrase(
        "Nothing to mend", fr: "Rien à corriger", es: "Nada que corregir", ar: "لا شيء للتصحيح")
    case .countError:
      Phrase(
        "one={count} error|other={count} errors", fr: "one={count} erreur|other={count} erreurs",
        es: "one={count} error|other={count} errores",
        ar: "one=خطأ واحد|two=خطآن|few={count} أخطاء|other={count} خطأ")
    case .countWarning:
      Phrase(
        "one={count} warning|other={count} warnings",
        fr: "one={count} avertissement|other={count} avertissements",
        es: "one={count} aviso|other={count} avisos",
        ar: "one=تحذير واحد|two=تحذيران|few={count} تحذيرات|other={count} تحذيرًا")
    case .countNote:
      Phrase(
        "one={count} note|other={count} notes", fr: "one={count} remarque|other={count} remarques",
        es: "one={count} nota|other={count} notas",
        ar: "one=ملاحظة واحدة|two=ملاحظتان|few={count} ملاحظات|other={count} ملاحظة")
    case .severityError: Phrase("Error", fr: "Erreur", es: "Error", ar: "خطأ")
    case .severityWarning: Phrase("Warning", fr: "Avertissement", es: "Aviso", ar: "تحذير")
    case .severityNote: Phrase("Note", fr: "Remarque", es: "Nota", ar: "ملاحظة")
    case .close: Phrase("Close", fr: "Fermer", es: "Cerrar", ar: "إغلاق")
    case .thisPage: Phrase("This page", fr: "Cette page", es: "Esta página", ar: "هذه الصفحة")
    case .wholeRun:
      Phrase("The whole toolkit", fr: "Tout le kit", es: "Todo el kit", ar: "الحقيبة كلها")
    case .place:
      Phrase(
        "line {line}, column {column}", fr: "ligne {line}, colonne {column}",
        es: "línea {line}, columna {column}", ar: "السطر {line}، العمود {column}")
    case .toLine:
      Phrase(
        "to line {line}", fr: "jusqu’à la ligne {line}", es: "hasta la línea {line}",
        ar: "حتى السطر {line}")
    case .help: Phrase("What to do", fr: "Que faire", es: "Qué hacer", ar: "ما العمل")
    case .also: Phrase("Look here, too", fr: "Voir aussi", es: "Vea también", ar: "انظر أيضًا")
    case .fix: Phrase("Sure fix", fr: "Correction sûre", es: "Corrección segura", ar: "تصحيح مؤكد")
    case .fixBefore: Phrase("There is", fr: "Il y a", es: "Hay", ar: "المكتوب")
    case .fixAfter: Phrase("Write", fr: "Écrire", es: "Escriba", ar: "اكتب")
    case .explain:
      Phrase(
        "What {code} means", fr: "Ce que {code} veut dire", es: "Qué significa {code}",
        ar: "معنى {code}")
    case .open:
      Phrase(
        "Open in {editor}", fr: "Ouvrir dans {editor}", es: "Abrir en {editor}",
        ar: "افتح في {editor}")
    case .openVSCode:
      Phrase(
        "Open in VS Code", fr: "Ouvrir dans VS Code", es: "Abrir en VS Code", ar: "افتح في VS Code")
    case .copyPlace:
      Phrase(
        "Copy file and line", fr: "Copier fichier et ligne", es: "Copiar archivo y línea",
        ar: "انسخ الملف والسطر")
    case .copied: Phrase("Copied.", fr: "Copié.", es: "Copiado.", ar: "تم النسخ.")
    case .opened:
      Phrase(
        "Opened in {editor}.", fr: "Ouvert dans {editor}.", es: "Abierto en {editor}.",
        ar: "فُتح في {editor}.")
    case .openFailed:
      Phrase(
        "The file wasn’t opened. {reason}", fr: "Le fichier n’a pas été ouvert. {reason}",
        es: "El archivo no se abrió. {reason}", ar: "لم يُفتح الملف. {reason}")
    case .more:
      Phrase(
        "{count} more are not shown. Mend these first.",
        fr: "{count} autres ne sont pas montrés. Corrigez d’abord ceux-ci.",
        es: "No se muestran {count} más. Corrija primero estos.",
        ar: "لا يُعرض {count} غيرها. صحّح هذه أولًا.")
    }
  }
}
