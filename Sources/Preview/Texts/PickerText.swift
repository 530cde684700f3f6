/// Texts of the page that marks areas in pictures.
package enum PickerText: String, PreviewTexts {
  case pickerIntro, noPictures, choosePicture, items, noItems, newArea, areaName, areaKeys
  case edgeLeft, edgeRight, edgeTop, edgeBottom, areaText, copy, write, written, changedMeanwhile
  case notWritten, fieldHint, lineOf

  package var phrase: Phrase {
    switch self {
    case .pickerIntro:
      Phrase(
        "Mark an area, then write its text behind an item of the task list under the picture.",
        fr:
          "Marquez une zone, puis écrivez son texte derrière un élément de la liste sous l’image.",
        es: "Marque una zona y escriba su texto detrás de un elemento de la lista bajo la imagen.",
        ar: "حدّد منطقة، ثم اكتب نصها خلف بند من القائمة التي تحت الصورة.")
    case .noPictures:
      Phrase(
        "There are no pictures in the content folder.", fr: "Le dossier ne contient aucune image.",
        es: "No hay imágenes en la carpeta.", ar: "لا توجد صور في مجلد المحتوى.")
    case .choosePicture: Phrase("Picture", fr: "Image", es: "Imagen", ar: "الصورة")
    case .items: Phrase("Item", fr: "Élément", es: "Elemento", ar: "البند")
    case .noItems:
      Phrase(
        "No task list stands under this picture. Copy the text, and put it behind an item yourself.",
        fr: "Aucune liste à cocher sous cette image. Copiez le texte et placez-le vous-même.",
        es: "No hay lista de casillas bajo esta imagen. Copie el texto y péguelo usted.",
        ar: "لا توجد قائمة خيارات تحت هذه الصورة. انسخ النص وضعه بنفسك خلف بند.")
    case .newArea:
      Phrase(
        "Area without an item", fr: "Zone sans élément", es: "Zona sin elemento",
        ar: "منطقة بلا بند")
    case .areaName:
      Phrase(
        "{name}: {left} to {right} percent across, {top} to {bottom} percent down",
        fr:
          "{name} : de {left} à {right} pour cent en largeur, de {top} à {bottom} pour cent en hauteur",
        es:
          "{name}: de {left} a {right} por ciento a lo ancho, de {top} a {bottom} por ciento a lo alto",
        ar: "{name}: من {left} إلى {right} بالمئة عرضًا، ومن {top} إلى {bottom} بالمئة نزولًا")
    case .areaKeys:
      Phrase(
        "Draw with mouse or finger. On the keyboard, arrow keys move the area, Shift and arrow keys change its size.",
        fr:
          "Tracez à la souris ou au doigt. Au clavier, les flèches déplacent la zone, Maj et flèches changent sa taille.",
        es:
          "Dibuje con el ratón o el dedo. Con el teclado, las flechas mueven la zona; Mayús y flechas cambian su tamaño.",
        ar:
          "ارسم بالفأرة أو بالإصبع. وفي لوحة المفاتيح تحرّك الأسهم المنطقة، ويغيّر Shift مع الأسهم حجمها."
      )
    case .edgeLeft:
      Phrase("Left edge", fr: "Bord gauche", es: "Borde izquierdo", ar: "الحافة اليسرى")
    case .edgeRight:
      Phrase("Right edge", fr: "Bord droit", es: "Borde derecho", ar: "الحافة اليمنى")
    case .edgeTop:
      Phrase("Upper edge", fr: "Bord supérieur", es: "Borde superior", ar: "الحافة العليا")
    case .edgeBottom:
      Phrase("Lower edge", fr: "Bord inférieur", es: "Borde inferior", ar: "الحافة السفلى")
    case .fieldHint:
      Phrase(
        "In percent of the picture, from its upper left corner",
        fr: "En pour cent de l’image, depuis le coin supérieur gauche",
        es: "En por ciento de la imagen, desde la esquina superior izquierda",
        ar: "بالنسبة المئوية من الصورة، بدءًا من زاويتها العليا اليسرى")
    case .areaText:
      Phrase("Text of the area", fr: "Texte de la zone", es: "Texto de la zona", ar: "نص المنطقة")
    case .copy: Phrase("Copy", fr: "Copier", es: "Copiar", ar: "انسخ")
    case .write:
      Phrase(
        "Write into the file", fr: "Écrire dans le fichier", es: "Escribir en el archivo",
        ar: "اكتب في الملف")
    case .written:
      Phrase(
        "Written to {place}.", fr: "Écrit dans {place}.", es: "Escrito en {place}.",
        ar: "كُتب في {place}.")
    case .changedMeanwhile:
      Phrase(
        "Nothing was written, because the file has changed. The list is up to date now: choose again.",
        fr:
          "Rien n’a été écrit, car le fichier a changé. La liste est à jour : choisissez de nouveau.",
        es: "No se escribió nada, porque el archivo cambió. La lista está al día: elija otra vez.",
        ar: "لم يُكتب شيء لأن الملف تغيّر. القائمة الآن محدّثة: اختر من جديد.")
    case .notWritten:
      Phrase(
        "Nothing was written. {reason}", fr: "Rien n’a été écrit. {reason}",
        es: "No se escribió nada. {reason}", ar: "لم يُكتب شيء. {reason}")
    case .lineOf:
      Phrase(
        "{path}, line {line}", fr: "{path}, ligne {line}", es: "{path}, línea {line}",
        ar: "{path}، السطر {line}")
    }
  }
}
