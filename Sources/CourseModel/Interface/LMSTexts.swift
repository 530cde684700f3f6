/// The groups of texts that only packages need.
package struct PackageTexts: Sendable, Codable, Equatable {
  package let lms: LMSTexts
}

/// Texts of packages in a learning system. Only packages carry them.
package struct LMSTexts: Sendable, Codable, Equatable {
  package let exit, alone, refused, review, fromDevice: String
  package let later, notKept, cut, sent, closed, over: String
  /// Places: done, total.
  package let found: String
  package let foundTitle, foundYes, foundNo, stateDamaged, stateNewer, eraseAsk, erased: String
}

extension LMSTexts {
  static let english = LMSTexts(
    exit: "Save and exit",
    alone:
      "This lesson was opened without a learning system. You can do all of it. Your work is kept in this browser only.",
    refused:
      "The learning system does not answer, so your result is not reported. You can do all of the lesson. Save your work to a file before you leave, or close this window and open the lesson from there again.",
    review: "You are looking back at this lesson. What you do now is not recorded.",
    fromDevice: "Your latest work was on this device. It is here again.",
    later:
      "The learning system can’t be reached just now. Your work is kept on this device and sent as soon as it answers.",
    notKept:
      "Your latest work could not be stored. We keep trying. Save it to a file before you leave.",
    cut:
      "The learning system can’t hold all of your work. This device does. To go on somewhere else, save it to a file.",
    sent: "The learning system has your work.",
    closed: "Your work is kept. You can close this window.",
    over:
      "This visit has ended for the learning system. To go on, close this window and open the lesson from there again.",
    found:
      "The learning system starts you afresh. This device has earlier work of yours: {done} of {total} parts done.",
    foundTitle: "Go on with your earlier work?", foundYes: "Go on with it",
    foundNo: "Start afresh",
    stateDamaged:
      "The work that the learning system kept can’t be read, and you start afresh. If you have a saved file, resume from it.",
    stateNewer:
      "The work that the learning system kept was made with a newer version of this lesson. You start afresh here.",
    eraseAsk:
      "Erase your work from this device? The learning system keeps what it has. Until you leave, nothing more is kept on this device.",
    erased: "Your work is no longer on this device.")

  static let french = LMSTexts(
    exit: "Enregistrer et quitter",
    alone:
      "Cette leçon a été ouverte hors d’une plateforme de formation. Vous pouvez la faire en entier. Votre travail est gardé dans ce navigateur seulement.",
    refused:
      "La plateforme de formation ne répond pas : votre résultat ne lui est pas transmis. Vous pouvez faire toute la leçon. Enregistrez votre travail dans un fichier avant de partir, ou fermez cette fenêtre et rouvrez la leçon depuis la plateforme.",
    review: "Vous revoyez cette leçon. Ce que vous faites maintenant n’est pas enregistré.",
    fromDevice: "Votre dernier travail était sur cet appareil. Le voici de nouveau.",
    later:
      "La plateforme de formation est injoignable pour le moment. Votre travail est gardé sur cet appareil et sera envoyé dès qu’elle répondra.",
    notKept:
      "Votre dernier travail n’a pas pu être gardé. Nous continuons d’essayer. Enregistrez-le dans un fichier avant de partir.",
    cut:
      "La plateforme de formation ne peut pas garder tout votre travail. Cet appareil le garde. Pour continuer ailleurs, enregistrez-le dans un fichier.",
    sent: "La plateforme de formation a votre travail.",
    closed: "Votre travail est gardé. Vous pouvez fermer cette fenêtre.",
    over:
      "Pour la plateforme de formation, cette visite est terminée. Pour continuer, fermez cette fenêtre et rouvrez la leçon depuis la plateforme.",
    found:
      "La plateforme de formation vous fait recommencer. Cet appareil a un travail antérieur à vous : {done} parties faites sur {total}.",
    foundTitle: "Reprendre votre travail antérieur ?", foundYes: "Le reprendre",
    foundNo: "Recommencer",
    stateDamaged:
      "Le travail gardé par la plateforme de formation est illisible, et vous recommencez. Si vous avez un fichier enregistré, reprenez depuis ce fichier.",
    stateNewer:
      "Le travail gardé par la plateforme de formation vient d’une version plus récente de cette leçon. Vous recommencez ici.",
    eraseAsk:
      "Effacer votre travail de cet appareil ? La plateforme de formation garde ce qu’elle a. Jusqu’à votre départ, rien de plus n’est gardé sur cet appareil.",
    erased: "Votre travail n’est plus sur cet appareil.")

  static let spanish = LMSTexts(
    exit: "Guardar y salir",
    alone:
      "Esta lección se abrió fuera de una plataforma de formación. Puede hacerla entera. Su trabajo se guarda solo en este navegador.",
    refused:
      "La plataforma de formación no responde, así que su resultado no se le comunica. Puede hacer toda la lección. Guarde su trabajo en un archivo antes de salir, o cierre esta ventana y abra la lección de nuevo desde la plataforma.",
    review: "Está repasando esta lección. Lo que haga ahora no queda registrado.",
    fromDevice: "Su trabajo más reciente estaba en este dispositivo. Aquí está de nuevo.",
    later:
      "Ahora mismo no se puede acceder a la plataforma de formación. Su trabajo se guarda en este dispositivo y se enviará en cuanto responda.",
    notKept:
      "No se pudo guardar su trabajo más reciente. Seguimos intentándolo. Guárdelo en un archivo antes de salir.",
    cut:
      "La plataforma de formación no puede guardar todo su trabajo. Este dispositivo sí. Para continuar en otro lugar, guárdelo en un archivo.",
    sent: "La plataforma de formación tiene su trabajo.",
    closed: "Su trabajo está guardado. Puede cerrar esta ventana.",
    over:
      "Para la plataforma de formación, esta visita ha terminado. Para continuar, cierre esta ventana y abra la lección de nuevo desde la plataforma.",
    found:
      "La plataforma de formación le hace empezar de nuevo. Este dispositivo tiene un trabajo suyo anterior: {done} de {total} partes hechas.",
    foundTitle: "¿Seguir con su trabajo anterior?", foundYes: "Seguir con él",
    foundNo: "Empezar de nuevo",
    stateDamaged:
      "El trabajo que guardó la plataforma de formación no se puede leer, y empieza de nuevo. Si tiene un archivo guardado, continúe desde él.",
    stateNewer:
      "El trabajo que guardó la plataforma de formación se hizo con una versión más reciente de esta lección. Aquí empieza de nuevo.",
    eraseAsk:
      "¿Borrar su trabajo de este dispositivo? La plataforma de formación conserva lo que tiene. Hasta que salga, no se guarda nada más en este dispositivo.",
    erased: "Su trabajo ya no está en este dispositivo.")

  static let arabic = LMSTexts(
    exit: "احفظ واخرج",
    alone: "فُتح هذا الدرس خارج منصة التدريب. يمكنك إنجازه كله. يُحفظ عملك في هذا المتصفح فقط.",
    refused:
      "لا تستجيب منصة التدريب، فلا تُرسَل نتيجتك إليها. يمكنك إنجاز الدرس كله. احفظ عملك في ملف قبل أن تغادر، أو أغلق هذه النافذة وافتح الدرس من المنصة مرة أخرى.",
    review: "أنت تراجع هذا الدرس. ما تفعله الآن لا يُسجَّل.",
    fromDevice: "كان آخر عملك على هذا الجهاز. ها هو من جديد.",
    later:
      "لا يمكن الوصول إلى منصة التدريب الآن. عملك محفوظ على هذا الجهاز ويُرسَل حالما تستجيب.",
    notKept: "تعذّر حفظ آخر عملك. سنواصل المحاولة. احفظه في ملف قبل أن تغادر.",
    cut:
      "لا تتسع منصة التدريب لعملك كله. هذا الجهاز يحفظه. لتتابع في مكان آخر، احفظه في ملف.",
    sent: "وصل عملك إلى منصة التدريب.",
    closed: "عملك محفوظ. يمكنك إغلاق هذه النافذة.",
    over:
      "انتهت هذه الزيارة بالنسبة إلى منصة التدريب. لتتابع، أغلق هذه النافذة وافتح الدرس من المنصة مرة أخرى.",
    found:
      "تبدأ بك منصة التدريب من جديد. على هذا الجهاز عمل سابق لك: تمّ {done} من {total} من الأجزاء.",
    foundTitle: "هل تتابع عملك السابق؟", foundYes: "تابعه", foundNo: "ابدأ من جديد",
    stateDamaged:
      "تعذّرت قراءة العمل الذي حفظته منصة التدريب، وتبدأ من جديد. إن كان لديك ملف محفوظ فتابع منه.",
    stateNewer:
      "العمل الذي حفظته منصة التدريب من إصدار أحدث من هذا الدرس. تبدأ هنا من جديد.",
    eraseAsk:
      "هل تمحو عملك من هذا الجهاز؟ تحتفظ منصة التدريب بما لديها. ولا يُحفظ شيء بعد الآن على هذا الجهاز حتى تغادر.",
    erased: "لم يعد عملك على هذا الجهاز.")
}
