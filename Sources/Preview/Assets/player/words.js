/** Every text of the player in English, French, Spanish and Arabic, in this order. */

import { CMI5_PLAIN, CMI5_WORDS, RULES } from './cmi5-words.js';

const WORDS = {
  ...CMI5_WORDS,
  title: ['Practice learning system', 'Plateforme d’essai', 'Plataforma de prueba', 'نظام تعلّم للتجربة'],
  begin: ['Open the package', 'Ouvrir le paquet', 'Abrir el paquete', 'افتح الحزمة'],
  again: ['Choose anew', 'Choisir à nouveau', 'Elegir de nuevo', 'اختر من جديد'],
  learner: ['Learner', 'Apprenant', 'Participante', 'المتعلّم'],
  how: ['How to open it', 'Comment l’ouvrir', 'Cómo abrirlo', 'طريقة الفتح'],
  usual: ['As usual: go on if it was left for later', 'Comme d’habitude : reprendre si on l’a laissé pour plus tard', 'Como siempre: seguir si se dejó para después', 'كالمعتاد: تابِع إن تُركت لوقت لاحق'],
  new: ['A new attempt', 'Une nouvelle tentative', 'Un intento nuevo', 'محاولة جديدة'],
  review: ['To look at finished work', 'Pour revoir un travail fini', 'Para repasar un trabajo terminado', 'لمراجعة عمل منتهٍ'],
  browse: ['To look around; nothing counts', 'Pour découvrir ; rien ne compte', 'Para mirar; nada cuenta', 'للاطّلاع فقط؛ لا شيء يُحتسب'],
  place: ['Where it opens', 'Où il s’ouvre', 'Dónde se abre', 'مكان الفتح'],
  frame: ['In this page', 'Dans cette page', 'En esta página', 'في هذه الصفحة'],
  nested: ['In a frame within a frame', 'Dans un cadre au sein d’un cadre', 'En un marco dentro de otro', 'في إطار داخل إطار'],
  popup: ['In a window of its own', 'Dans sa propre fenêtre', 'En una ventana propia', 'في نافذة خاصة'],
  faults: ['Let something go wrong', 'Provoquer une panne', 'Provocar un fallo', 'جرّب عطلاً'],
  forget: ['Forget this learner’s attempts', 'Oublier les tentatives de cet apprenant', 'Olvidar los intentos de este participante', 'انسَ محاولات هذا المتعلّم'],
  export: ['Save all records as JSON', 'Enregistrer toutes les données en JSON', 'Guardar todos los registros en JSON', 'احفظ كل السجلات بصيغة JSON'],
  insight: ['What the learning system knows', 'Ce que sait la plateforme', 'Lo que sabe la plataforma', 'ما يعرفه نظام التعلّم'],
  attempt: ['Attempt {number}', 'Tentative {number}', 'Intento {number}', 'المحاولة {number}'],
  looking: ['Only looking: nothing is kept', 'Simple consultation : rien n’est gardé', 'Solo consulta: no se guarda nada', 'اطّلاع فقط: لا يُحفظ شيء'],
  completion: ['Completion', 'Achèvement', 'Finalización', 'الإتمام'],
  success: ['Result', 'Résultat', 'Resultado', 'النتيجة'],
  score: ['Score', 'Points', 'Puntos', 'الدرجة'],
  progress: ['Progress', 'Progression', 'Avance', 'التقدّم'],
  time: ['Time of all sessions', 'Durée de toutes les séances', 'Tiempo de todas las sesiones', 'مدة كل الجلسات'],
  session: ['Session', 'Séance', 'Sesión', 'الجلسة'],
  idle: ['not begun', 'pas commencée', 'no ha empezado', 'لم تبدأ'],
  running: ['under way', 'en cours', 'en curso', 'جارية'],
  over: ['ended', 'terminée', 'terminada', 'انتهت'],
  kept: ['Next time', 'La prochaine fois', 'La próxima vez', 'المرة القادمة'],
  goesOn: ['goes on here', 'reprend ici', 'sigue aquí', 'تُتابَع من هنا'],
  startsNew: ['starts a new attempt', 'commence une nouvelle tentative', 'empieza un intento nuevo', 'تبدأ محاولة جديدة'],
  completed: ['completed', 'terminé', 'completado', 'مكتمل'],
  incomplete: ['not completed yet', 'pas encore terminé', 'aún sin completar', 'لم يكتمل بعد'],
  browsed: ['looked at', 'consulté', 'consultado', 'تم الاطّلاع'],
  notAttempted: ['not begun', 'pas commencé', 'sin empezar', 'لم يبدأ'],
  unknown: ['not known', 'non connu', 'no se sabe', 'غير معروف'],
  passed: ['passed', 'réussi', 'aprobado', 'ناجح'],
  failed: ['not passed', 'non réussi', 'no aprobado', 'لم ينجح'],
  none: ['none', 'aucun', 'ninguno', 'لا يوجد'],
  noErrors: ['No mistakes in this session', 'Aucune erreur dans cette séance', 'Ningún error en esta sesión', 'لا أخطاء في هذه الجلسة'],
  errors: ['Mistakes in this session: {count}', 'Erreurs dans cette séance : {count}', 'Errores en esta sesión: {count}', 'الأخطاء في هذه الجلسة: {count}'],
  calls: ['Calls ({count})', 'Appels ({count})', 'Llamadas ({count})', 'الاستدعاءات ({count})'],
  values: ['Values ({count})', 'Valeurs ({count})', 'Valores ({count})', 'القيم ({count})'],
  report: ['What a report shows', 'Ce que montre un rapport', 'Lo que muestra un informe', 'ما يظهر في التقرير'],
  question: ['Question', 'Question', 'Pregunta', 'السؤال'],
  answer: ['Answer', 'Réponse', 'Respuesta', 'الإجابة'],
  right: ['Right answer', 'Bonne réponse', 'Respuesta correcta', 'الإجابة الصحيحة'],
  result: ['Result', 'Résultat', 'Resultado', 'النتيجة'],
  objective: ['Outcome', 'Objectif', 'Objetivo', 'الهدف'],
  element: ['Element', 'Élément', 'Elemento', 'العنصر'],
  value: ['Value', 'Valeur', 'Valor', 'القيمة'],
  nothing: ['Nothing yet', 'Rien pour l’instant', 'Nada todavía', 'لا شيء بعد'],
  error: ['Error {code}', 'Erreur {code}', 'Error {code}', 'الخطأ {code}'],
  noPackage: ['The package can’t be opened.', 'Le paquet ne peut pas être ouvert.', 'No se puede abrir el paquete.', 'لا يمكن فتح الحزمة.'],
  noWindow: ['The browser didn’t open a window.', 'Le navigateur n’a pas ouvert de fenêtre.', 'El navegador no abrió una ventana.', 'لم يفتح المتصفّح نافذة.'],
};

/** What an error code means, in plain words. */
const PLAIN = {
  ...CMI5_PLAIN,
  fine: ['All is well.', 'Tout va bien.', 'Todo va bien.', 'كل شيء على ما يرام.'],
  general: ['The system could not do it.', 'Le système n’a pas pu le faire.', 'El sistema no pudo hacerlo.', 'لم يستطع النظام فعل ذلك.'],
  argument: ['The call was put in a wrong way.', 'L’appel est mal formé.', 'La llamada está mal hecha.', 'صيغة الاستدعاء خاطئة.'],
  noChildren: ['This element has no parts.', 'Cet élément n’a pas de parties.', 'Este elemento no tiene partes.', 'ليس لهذا العنصر أجزاء.'],
  noCount: ['This element is not a list.', 'Cet élément n’est pas une liste.', 'Este elemento no es una lista.', 'هذا العنصر ليس قائمة.'],
  notRunning: ['The session is not under way.', 'La séance n’est pas en cours.', 'La sesión no está en curso.', 'الجلسة غير جارية.'],
  twice: ['The session had begun already.', 'La séance avait déjà commencé.', 'La sesión ya había empezado.', 'الجلسة بدأت من قبل.'],
  over: ['The session had ended already.', 'La séance était déjà terminée.', 'La sesión ya había terminado.', 'الجلسة انتهت من قبل.'],
  get: ['This could not be read.', 'La lecture a échoué.', 'No se pudo leer.', 'تعذّرت القراءة.'],
  set: ['This could not be written.', 'L’écriture a échoué.', 'No se pudo escribir.', 'تعذّرت الكتابة.'],
  commit: ['Nothing could be kept.', 'Rien n’a pu être gardé.', 'No se pudo guardar nada.', 'تعذّر الحفظ.'],
  unknown: ['The system doesn’t have this element.', 'Le système n’a pas cet élément.', 'El sistema no tiene este elemento.', 'هذا العنصر غير موجود في النظام.'],
  unset: ['This was never written. Not a mistake.', 'Ceci n’a jamais été écrit. Ce n’est pas une erreur.', 'Esto nunca se escribió. No es un error.', 'لم يُكتب هذا من قبل. ليس خطأ.'],
  keyword: ['The system keeps this by itself.', 'Le système gère ceci lui-même.', 'El sistema lleva esto por sí mismo.', 'النظام يدير هذا بنفسه.'],
  readOnly: ['Only the system may write this.', 'Seul le système peut écrire ceci.', 'Solo el sistema puede escribir esto.', 'النظام وحده يكتب هذا.'],
  writeOnly: ['This can be written, not read.', 'Ceci peut être écrit, pas lu.', 'Esto se puede escribir, no leer.', 'يمكن كتابة هذا لا قراءته.'],
  type: ['The value has a wrong form.', 'La valeur n’a pas la bonne forme.', 'El valor no tiene la forma correcta.', 'صيغة القيمة خاطئة.'],
  range: ['The number is too small or too large.', 'Le nombre est trop petit ou trop grand.', 'El número es demasiado pequeño o grande.', 'العدد أصغر أو أكبر من اللازم.'],
  dependency: ['Something else has to be written first.', 'Autre chose doit être écrit d’abord.', 'Antes hay que escribir otra cosa.', 'يجب كتابة شيء آخر أولاً.'],
};

export const LANGUAGES = ['en', 'fr', 'es', 'ar'];

/** The player's language: the one that is wished, else the browser's, else English. */
export const language = [new URLSearchParams(location.search).get('lang'), ...navigator.languages]
  .map((wish) => (wish || '').slice(0, 2).toLowerCase()).find((wish) => LANGUAGES.includes(wish)) || 'en';

const place = LANGUAGES.indexOf(language);

/** A text, with places filled. */
export const say = (name, values = {}) => (WORDS[name]?.[place] ?? name).replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

/** What an error means. */
export const plain = (name) => PLAIN[name][place];

/** The texts of rules, without their sections. */
const RULE_TEXTS = Object.fromEntries(Object.entries(RULES).map(([name, [, ...texts]]) => [`rule ${name}`, texts]));

/** Texts that lack a language, for the tests. */
export const gaps = () => Object.entries({ ...WORDS, ...PLAIN, ...RULE_TEXTS }).filter(([, texts]) => texts.length !== LANGUAGES.length || texts.some((each) => !each)).map(([name]) => name);
