extension ScriptTexts {
  /// Spanish.
  static let spanish = ScriptTexts(
    bar: Bar(
      search: "Buscar", settings: "Ajustes de lectura", language: "Idioma", leave: "Salir",
      contents: "Contenido", close: "Cerrar"),
    page: Page(
      loading: "Un momento…",
      scriptsFailed:
        "Algo falló en esta página. Puede seguir leyendo, pero las respuestas no se comprueban.",
      engineRestarted: "La página tuvo que empezar de nuevo. Sus respuestas siguen aquí.",
      storageOff:
        "Este navegador no guarda nada para esta página. Guarde su trabajo en un archivo antes de salir.",
      storageFull: "Este dispositivo está lleno. Guarde su trabajo en un archivo.",
      saved: "Guardado", copied: "Copiado"),
    progress: Progress(
      none: "Sin empezar", part: "Empezado", done: "Terminado", percent: "{percent} %",
      sectionsRead: "Partes leídas: {count} de {total}",
      questionsAnswered: "Preguntas respondidas: {count} de {total}",
      quizPassed: "Cuestionario aprobado con {percent} %",
      quizNotPassed: "Cuestionario aún sin aprobar: {percent} %",
      quizNotTaken: "Cuestionario aún sin hacer", treeWalked: "Árbol de decisión terminado",
      treeNotWalked: "Árbol de decisión aún sin terminar",
      continueWith: "Continuar con «{title}»", startWith: "Empezar con «{title}»",
      nothingYet: "Todavía no ha empezado."),
    question: QuestionTexts(
      check: "Comprobar mi respuesta", again: "Intentar de nuevo", next: "Siguiente pregunta",
      seeResult: "Ver mi resultado", hint: "Mostrar una pista",
      chooseFirst: "Elija primero una respuesta.",
      chooseSome: "Elija al menos una respuesta.", right: "Sí, es adecuada.",
      wrong: "Esta vez no.", partly: "Correcta en parte.", yes: "Sí.", no: "Esta no.",
      missed: "Esta es adecuada.", position: "Pregunta {number} de {total}",
      triesLeft: .spanish(
        one: "Queda {count} intento", many: "Quedan {count} de intentos",
        other: "Quedan {count} intentos"), noTriesLeft: "No quedan intentos",
      firstTry: "Primer intento", critical: "Debe ser correcta para aprobar",
      showRight: "Mostrar la respuesta correcta", answered: "Respondida"),
    quiz: QuizTexts(
      start: "Empezar", resume: "Continuar", again: "Hacerlo otra vez",
      result: "Respuestas correctas: {right} de {total}, {percent} %.", passed: "Ha aprobado.",
      failed: "Todavía no ha aprobado. Necesita {pass} %.",
      criticalMissed: "Al menos una pregunta que debía ser correcta no lo fue.",
      noPass: "Ha terminado.",
      triesLeft: .spanish(
        one: "Puede hacerlo {count} vez más.", many: "Puede hacerlo {count} de veces más.",
        other: "Puede hacerlo {count} veces más."),
      noTriesLeft: "Ya usó todos sus intentos.", review: "Revise sus respuestas",
      left: .spanish(
        one: "Queda {count} pregunta", many: "Quedan {count} de preguntas",
        other: "Quedan {count} preguntas")),
    tree: TreeTexts(
      start: "Empezar", back: "Un paso atrás", restart: "Empezar de nuevo",
      trail: "Su camino hasta aquí", go: "Continuar", step: "Paso {number}",
      reached: "Ha llegado a un final.", emergency: "Emergencia: actúe ya",
      today: "Actúe hoy", end: "Final", also: "Al mismo tiempo", other: "Lleva a «{title}»",
      path: "El camino que siguió", showDrawing: "Mostrar el dibujo"),
    search: Search(
      label: "Buscar en todos los materiales", empty: "Escriba una palabra.",
      tooShort: "Escriba al menos dos letras.",
      results: .spanish(
        one: "{count} lugar encontrado", many: "{count} de lugares encontrados",
        other: "{count} lugares encontrados"),
      none: "No se encontró nada sobre «{query}». Pruebe con menos palabras o con otras.",
      inPage: "en «{title}»"),
    term: Term(title: "Explicación de una palabra", more: "Abrir el glosario"),
    learner: Learner(
      title: "¿Quién aprende?", who: "Elija quién es", name: "Nombre o código",
      nameHint: "No tiene que ser su nombre real.", add: "Añadir", choose: "Elegir",
      current: "Aprende con el nombre {name}", change: "Cambiar de persona",
      unnamed: "Todavía sin nombre",
      nameTaken:
        "Este nombre ya se usa en este dispositivo. Elíjalo arriba o escriba otro.",
      nameEmpty: "Escriba un nombre o un código.", erase: "Borrar mi trabajo de este dispositivo",
      eraseAsk: "¿Borrar todo el trabajo de {name} de este dispositivo? No se puede deshacer.",
      eraseYes: "Borrarlo", eraseNo: "Conservarlo",
      erased: "El trabajo de {name} ya no está en este dispositivo."),
    file: File(
      save: "Guardar en un archivo",
      saveHint: "El archivo contiene sus respuestas y su nombre o código.",
      resume: "Continuar desde un archivo",
      resumeHint: "Elija un archivo que guardó desde estos materiales.",
      fileName: "mi-avance", resumed: "Qué bueno que ha vuelto, {name}. Su trabajo está aquí.",
      notAFile: "Este archivo no contiene trabajo guardado.",
      otherToolkit: "Este archivo es de otros materiales: {title}.",
      olderVersion:
        "Este archivo es de una versión anterior. Se tomó lo que todavía corresponde.",
      newerVersion:
        "Este archivo es de una versión más nueva de los materiales. Ábralo allí.",
      damaged: "Este archivo está dañado. No se cambió nada.",
      replaceAsk:
        "{name} ya tiene trabajo en este dispositivo. ¿Quiere reemplazarlo por el del archivo?",
      replaceYes: "Reemplazarlo", replaceNo: "Conservar lo que hay aquí"),
    leave: Leave(title: "El tiempo"),
    work: .spanish)
}
