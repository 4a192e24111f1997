import { catalog, familyCatalog } from '#platform/words.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: { 'handoff.rated': 'Somebody of the family said how the handoff was' },
})

/** The two questions after a handoff, and why an answer is not kept. */
export const ratingWords = familyCatalog({
  en: {
    title: 'How was it so far?',
    lead: 'Two short questions. We count the answers of many families. No one sees yours by itself.',
    clarity: 'Is it clear what comes next?',
    clear: 'Yes',
    partly: 'In part',
    unclear: 'No',
    frustration: 'Was it hard to get this far?',
    none: 'No',
    some: 'A little',
    much: 'Yes',
    save: 'Send both answers',
    thanks: 'You told us how it was. Thank you.',
    not_yet: 'You can answer this after we set up the help with you.',
    rated_already: 'You told us already. Thank you.',
  },
  es: {
    title: '¿Cómo ha sido hasta ahora?',
    lead: 'Dos preguntas cortas. Contamos las respuestas de muchas familias. Nadie ve la suya por separado.',
    clarity: '¿Está claro lo que sigue?',
    clear: 'Sí',
    partly: 'En parte',
    unclear: 'No',
    frustration: '¿Fue difícil llegar hasta aquí?',
    none: 'No',
    some: 'Un poco',
    much: 'Sí',
    save: 'Enviar las dos respuestas',
    thanks: 'Ya nos dijo cómo fue. Gracias.',
    not_yet: 'Puede contestar esto después de preparar la ayuda con nosotros.',
    rated_already: 'Ya nos lo dijo. Gracias.',
  },
  ar: {
    title: 'كيف كان الأمر حتى الآن؟',
    lead: 'سؤالان قصيران. نحن نعدّ إجابات أسر كثيرة، ولا يرى أحد إجابتكم وحدها.',
    clarity: 'هل هو واضح ما يأتي بعد ذلك؟',
    clear: 'نعم',
    partly: 'جزئيًا',
    unclear: 'لا',
    frustration: 'هل كان الوصول إلى هنا صعبًا؟',
    none: 'لا',
    some: 'قليلًا',
    much: 'نعم',
    save: 'أرسلوا الإجابتين',
    thanks: 'أخبرتمونا كيف كان الأمر. شكرًا.',
    not_yet: 'يمكنكم الإجابة بعد أن نرتب المساعدة معكم.',
    rated_already: 'أخبرتمونا من قبل. شكرًا.',
  },
})

/** What families said, in counts. */
export const experienceWords = catalog({
  en: {
    title: 'How families find the handoff',
    menu: 'Family experience',
    lead: 'What families said on their own page after the handoff, in the last {days} days. None is named.',
    none: 'No school has {fewest} answers or more yet.',
    school: 'School',
    all: 'All together',
    caption: 'Answers by school',
    rated: 'Answered',
    clear: 'Clear what comes next',
    partly: 'In part',
    unclear: 'Not clear',
    easy: 'Not hard to get there',
    some: 'A little hard',
    much: 'Hard',
    few: 'A school with a count under {fewest} is not listed, and as many others as it takes: small numbers could say who it is about.',
  },
})
