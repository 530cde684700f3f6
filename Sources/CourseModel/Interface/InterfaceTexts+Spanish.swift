extension InterfaceTexts {
  /// Spanish.
  ///
  /// Addresses the learner as "usted", in words that are understood in Latin America and in Spain.
  static let spanish = InterfaceTexts(
    language: Language("es"),
    page: PageTexts(
      frame: FrameTexts(
        skip: "Ir al texto", contents: "Contenido", start: "Inicio", modules: "Módulos",
        trees: "Árboles de decisión", allModules: "Todos los módulos", glossary: "Glosario",
        sources: "Fuentes", support: "Apoyo para usted", progress: "Su avance",
        leaveRest: "rápido", turn: "Página anterior y página siguiente: {title}", back: "Atrás",
        next: "Siguiente",
        noScript:
          "Aquí puede leer todo. Para comprobar sus respuestas y guardar su avance, abra este archivo en un navegador que ejecute scripts.",
        printPage: "Imprimir esta página", printAll: "Imprimir todo",
        printHint: "Los comentarios solo se imprimen donde usted ha respondido.",
        version: "Versión {version}"),
      home: HomeTexts(
        tracks: "Recorridos", modules: "Módulos", howTo: "Cómo usar estos materiales",
        howToSteps: [
          "Avance una parte a la vez. Cada parte toma unos minutos.",
          "Responda las preguntas. Leerá enseguida por qué una respuesta es adecuada o no.",
        ],
        keptHere:
          "Su trabajo se guarda solo en este dispositivo. Guárdelo en un archivo para llevarlo con usted.",
        keptInSystem:
          "La plataforma de formación guarda su trabajo. Puede continuar ahí en cualquier momento.",
        leaving:
          "«Salir rápido», arriba, cierra esta página enseguida. La tecla Esc, pulsada tres veces, hace lo mismo.",
        openSupport: "Puede que algunas partes sean difíciles de leer. Aquí hay apoyo para usted."
      ),
      module: ModuleTexts(
        position: "Módulo {number} de {total}", part: "Parte {number} de {total}",
        outcomes: "Después de este módulo podrá", before: "Antes de empezar",
        prerequisites: "Haga primero", parts: "En este módulo",
        guidance: "Este módulo se basa en", skipTo: "Ir a «{title}»",
        skipPart: "Saltar esta parte", findSupport: "Buscar apoyo para usted",
        minutes: .spanish(
          one: "{count} minuto", many: "{count} de minutos", other: "{count} minutos"),
        questions: .spanish(
          one: "{count} pregunta", many: "{count} de preguntas", other: "{count} preguntas"),
        trees: .spanish(
          one: "{count} árbol de decisión", many: "{count} de árboles de decisión",
          other: "{count} árboles de decisión"),
        modules: .spanish(
          one: "{count} módulo", many: "{count} de módulos", other: "{count} módulos"),
        publications: .spanish(
          one: "{count} publicación", many: "{count} de publicaciones",
          other: "{count} publicaciones"),
        minutesShort: "{count} min", review: "Revisión: {status}, {date}",
        reviewNoDate: "Revisión: {status}", partOf: "Si la salta, no pierde nada."),
      callout: CalloutTexts(
        key: "Mensaje clave", example: "Ejemplo", note: "Nota", tip: "Consejo",
        warning: "Atención", safeguard: "Esta parte puede ser difícil de leer",
        handout: "Material para repartir", facilitator: "Para la facilitación",
        cofacilitator: "Para la cofacilitación", materials: "Materiales", adapt: "Adaptar",
        slide: "Diapositiva"),
      session: SessionTexts(
        groupWork: "Trabajo en grupo", discussion: "Conversación en grupo",
        caseStudy: "Estudio de caso", demonstration: "Demostración",
        energiser: "Dinámica para activarse", rolePlay: "Juego de roles",
        groups: "grupos de {least} a {most}",
        groupsOf: .spanish(
          one: "cada persona por su cuenta", many: "grupos de {count} de personas",
          other: "grupos de {count}"), quiz: "Cuestionario", reading: "Lectura"),
      activity: ActivityTexts(
        chooseOne: "Elija una respuesta.", chooseAny: "Elija todas las respuestas adecuadas.",
        trueOrFalse: "¿Verdadero o falso?", quizPass: "Se aprueba con {percent} %.",
        quizTries: .spanish(
          one: "Puede hacerlo {count} vez.", many: "Puede hacerlo {count} de veces.",
          other: "Puede hacerlo {count} veces."),
        quizFeedback: "Después de cada respuesta leerá por qué es adecuada o no.",
        tree: "Árbol de decisión", question: "Pregunta", step: "Haga esto", end: "Final",
        today: "Actúe hoy", emergency: "Emergencia: actúe ya",
        drawing: "Ver todo «{title}» en un dibujo", otherTree: "Otro árbol",
        leadsTo: "lleva a",
        drawingHint:
          "Dibujo del árbol de decisión «{title}». Cada recuadro es un enlace a su texto."),
      reference: ReferenceTexts(
        notes: "Notas", backToText: "Volver al texto", table: "Tabla {number}",
        glossaryHint: "Palabras que estos materiales usan en un sentido especial.",
        sourcesHint: "Orientaciones publicadas en las que se basan los módulos.",
        language: "Idioma: {language}", backToReference: "Volver al lugar {number} del texto",
        progressNoScript:
          "Esta página muestra su avance cuando los scripts funcionan. Sin ellos no se guarda nada.",
        keepWork: "Guardar su trabajo",
        keepWorkHint:
          "Un archivo en una memoria USB permanece aunque se pierda el dispositivo. Puede abrirlo en cualquier copia de estos materiales.",
        sharedComputer: "Computadora compartida",
        sharedComputerHint:
          "Varias personas pueden aprender en un mismo dispositivo, cada una con su propio nombre."
      ),
      settings: SettingsTexts(
        theme: "Colores", auto: "Como mi dispositivo", light: "Claro", dark: "Oscuro",
        contrast: "Contraste", contrastAuto: "Como mi dispositivo", contrastNormal: "Normal",
        contrastHigh: "Alto", size: "Tamaño del texto", sizeNormal: "Normal",
        sizeLarge: "Grande", sizeLarger: "Más grande", sizeLargest: "El más grande",
        print: "Impresión"),
      index: IndexTexts(choose: "Elija su idioma", open: "Abrir"),
      number: NumberTexts(group: ".", groupFrom: "10000", decimal: ",", list: ", "),
      date: DateTexts(
        long: "{day} de {month} de {year}", first: "1",
        months: [
          "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
          "octubre", "noviembre", "diciembre",
        ]),
      review: ReviewTexts(
        draft: "borrador", reviewed: "revisado", approved: "aprobado")),
    script: .spanish, packages: PackageTexts(lms: .spanish))
}
