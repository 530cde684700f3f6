extension WorkTexts {
  /// Spanish.
  static let spanish = WorkTexts(
    fault:
      "Algo falló en esta página. Sus respuestas hasta ahora están guardadas. Para mayor seguridad, guárdelas en un archivo.",
    loadAgain: "Cargar la página de nuevo",
    saveFailed:
      "Su última respuesta no se pudo guardar en este dispositivo. Guarde su trabajo en un archivo antes de salir.",
    tryAgain: "Intentar de nuevo",
    lastLost: "Su última respuesta no se pudo leer. Todo lo anterior está aquí.",
    stateDamaged:
      "El trabajo guardado en este dispositivo no se puede leer. Se puso aparte y usted empieza de nuevo. Si tiene un archivo guardado, continúe desde él.",
    stateNewer:
      "El trabajo guardado en este dispositivo es de una versión más nueva de estos materiales. Se puso aparte sin cambios y aquí usted empieza de nuevo. Guárdelo en un archivo y ábralo en la versión más nueva.",
    erasedElsewhere:
      "Este trabajo se borró en otra ventana. Desde esta ventana ya no se guarda nada.",
    refreshed: "Al día con su otra ventana.",
    goOn: "Continuar",
    notNow: "Ahora no",
    rename: "Cambiar el nombre",
    saveName: "Guardar el nombre",
    renamed: "Ahora el nombre es {name}.",
    erase: "Borrar",
    eraseAll: "Borrar el trabajo de todas las personas",
    erasedAll: "Ya no hay trabajo de nadie en este dispositivo.",
    fileEmpty: "Este archivo está vacío. No se cambió nada.",
    fileTooLarge:
      "Este archivo es demasiado grande para ser trabajo guardado. No se cambió nada.",
    sameWork:
      "El archivo contiene el mismo trabajo que este dispositivo. No se cambió nada.",
    fileHolds: "El archivo contiene el trabajo de {name}: partes terminadas, {done} de {total}.",
    deviceHolds: "En este dispositivo, trabajo de {name}: partes terminadas, {done} de {total}.",
    keepBoth: "Conservar los dos",
    cancel: "Cancelar",
    eraseAskUnnamed: "¿Borrar todo su trabajo de este dispositivo? No se puede deshacer.",
    erasedUnnamed: "Su trabajo ya no está en este dispositivo.",
    resumedUnnamed: "Qué bueno que ha vuelto. Su trabajo está aquí.",
    languageAsk:
      "Este navegador guarda por separado el trabajo de cada idioma. ¿Quiere llevar su trabajo a la versión «{language}»? Va en la dirección de la página, y la lista de páginas visitadas del navegador puede conservarlo.",
    languageTake: "Llevarlo",
    languageLeave: "Solo leer allí",
    languageTooLarge:
      "Su trabajo es demasiado grande para llevarlo. Guárdelo en un archivo y continúe desde el archivo en la versión «{language}»."
  )
}
