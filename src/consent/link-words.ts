import { catalog, familyCatalog } from '#platform/words.ts'
import { recordingSentences } from './words.ts'

/** Why a caregiver cannot be asked by a link. */
export const askingByLinkWords = catalog({
  en: {
    ...recordingSentences,
    birth_date_unknown:
      'The student’s birth date is not known. The link asks for it: get it from the office, or ask by phone.',
    student_alone:
      'What this agency is told of is read by the student alone. Ask in person, and speak with the student.',
    not_asked: 'Choose at least one question.',
    has_contact:
      'Another person collects consent from this family. Speak with them, or say why you ask yourself.',
  },
})

/** Why a link cannot be taken back. */
export const withdrawingLinkWords = catalog({
  en: { has_ended: 'This link waits for nobody any more.' },
})

/** Words of asking by link on the page of consents. */
export const linkScreenWords = catalog({
  en: {
    title: 'By link',
    ask: 'Ask by link',
    another: 'Send another link',
    lead: 'While you talk, the caregiver gets a link by text or mail, in the way that is safe for them.',
    lead_then: 'They give the student’s birth date, read in their language what would be shared, and answer.',
    who: 'Who gets the link?',
    which: 'What is asked?',
    until: 'A yes holds until',
    send: 'Send the link',
    way: 'How this caregiver may be written to',
    sent_links: 'Links',
    none_may: 'No caregiver who may consent is on record. Check it on the student’s page.',
    asked_at: 'Asked {at}.',
    withdraw: 'Take the link back',
    withdraw_what: 'to {name}',
    'is.sending': 'On its way. It goes out when it is safe to write.',
    'is.waiting': 'Waiting for their answer. Sent {at} by {way}.',
    'is.open': 'They opened it {at}. Waiting for their answer.',
    'is.answered': 'Answered {at}.',
    'is.replaced': 'Replaced by a newer link.',
    'is.withdrawn': 'Ended: nothing is asked by it any more.',
    'is.guessed': 'Ended: the birth date was wrong too often.',
    'is.not_sent': 'Not sent.',
    'is.ended': 'It ran out unanswered. Send another while you talk.',
    'not_sent.no_address': 'Not sent: there is no phone or address for what they agreed to.',
    'not_sent.no_language': 'Not sent: messages do not speak their language. Ask by phone.',
    'not_sent.not_agreed': 'Not sent: they have not agreed to texts or mail. Ask, and write it down.',
    'not_sent.do_not_contact': 'Not sent: this person is not to be contacted.',
    'not_sent.call_only': 'Not sent: this person is to be called.',
    'not_sent.hours_in_words': 'Not sent: when it is safe to write is not set as times.',
    'not_sent.kept_away': 'Not sent: this person is kept from the student.',
    'not_sent.stopped': 'Not sent: STOP was answered from this phone.',
    'not_sent.too_late': 'Not sent: it may not be written to them at this hour. Ask by phone.',
    'not_sent.other': 'Not sent. Ask by phone.',
    'way.text': 'text',
    'way.email': 'mail',
  },
})

/** Why an answer by link is not kept. A family reads it. */
export const answeringByLinkWords = familyCatalog({
  en: {
    over: 'This is not open any more. Call the school, and they will ask you again.',
    answer_each: 'Answer each question with yes or no.',
    signature_missing: 'Type your name to say yes.',
  },
  es: {
    over: 'Esto ya no está abierto. Llame a la escuela y le preguntarán otra vez.',
    answer_each: 'Responda sí o no a cada pregunta.',
    signature_missing: 'Escriba su nombre para decir que sí.',
  },
  ar: {
    over: 'لم يعد هذا مفتوحًا. اتصلوا بالمدرسة ليسألوكم مرة أخرى.',
    answer_each: 'أجيبوا عن كل سؤال بنعم أو لا.',
    signature_missing: 'اكتبوا اسمكم للموافقة.',
  },
})

/** The page on which a caregiver answers what may be shared. */
export const askedByLinkWords = familyCatalog({
  en: {
    title: 'What may be shared',
    title_of: 'What may be shared about {student}',
    lead: 'The school wants to ask {partner} for help. First it asks you what may be shared. You choose.',
    nothing: 'Nothing is asked of you right now.',
    nothing_lead: 'If you talked with the school just now, ask them to send the page again.',
    would_read: 'They would read:',
    would_tell: 'It would be about:',
    school_hears: 'Read what exactly the school will hear',
    yes: 'Yes',
    no: 'No',
    until: 'A yes holds until {day}. You can take it back before.',
    sign: 'Your name',
    sign_hint: 'Your typed name stands for your signature. You need it only to say yes.',
    save: 'Send my answers',
    all_no: 'No to all',
    all_no_hint: 'Nothing is shared. Your child still gets help at school.',
    done: 'Thank you. We have your answers.',
    done_lead: 'They count from now on. The school reads them too.',
    your_answers: 'What you said',
    see_shared: 'See all that is shared',
    change: 'You can change your mind any day: call the school.',
    call: 'Call {school}',
  },
  es: {
    title: 'Lo que se puede compartir',
    title_of: 'Lo que se puede compartir sobre {student}',
    lead: 'La escuela quiere pedir ayuda a {partner}. Primero le pregunta a usted qué se puede compartir. Usted decide.',
    nothing: 'Ahora no se le pregunta nada.',
    nothing_lead: 'Si acaba de hablar con la escuela, pida que le manden la página otra vez.',
    would_read: 'Ellos leerían:',
    would_tell: 'Sería sobre:',
    school_hears: 'Leer qué sabrá la escuela exactamente',
    yes: 'Sí',
    no: 'No',
    until: 'Un sí vale hasta el {day}. Puede retirarlo antes.',
    sign: 'Su nombre',
    sign_hint: 'Su nombre escrito vale como su firma. Solo lo necesita para decir que sí.',
    save: 'Mandar mis respuestas',
    all_no: 'No a todo',
    all_no_hint: 'No se comparte nada. Su hijo o hija sigue recibiendo ayuda en la escuela.',
    done: 'Gracias. Tenemos sus respuestas.',
    done_lead: 'Valen desde ahora. La escuela también las lee.',
    your_answers: 'Lo que usted dijo',
    see_shared: 'Ver todo lo que se comparte',
    change: 'Puede cambiar de opinión cualquier día: llame a la escuela.',
    call: 'Llame a {school}',
  },
  ar: {
    title: 'ما يجوز مشاركته',
    title_of: 'ما يجوز مشاركته عن {student}',
    lead: 'تريد المدرسة أن تطلب المساعدة من {partner}. وقبل ذلك تسألكم عمّا يجوز مشاركته. أنتم تختارون.',
    nothing: 'لا يُطلب منكم شيء الآن.',
    nothing_lead: 'إذا تحدثتم مع المدرسة قبل قليل، فاطلبوا منها إرسال الصفحة مرة أخرى.',
    would_read: 'سيقرؤون:',
    would_tell: 'سيكون ذلك عن:',
    school_hears: 'اقرؤوا ما ستعرفه المدرسة بالضبط',
    yes: 'نعم',
    no: 'لا',
    until: 'تبقى الموافقة حتى {day}. يمكنكم سحبها قبل ذلك.',
    sign: 'اسمكم',
    sign_hint: 'اسمكم المكتوب هو توقيعكم. تحتاجون إليه للموافقة فقط.',
    save: 'أرسل إجاباتي',
    all_no: 'لا للجميع',
    all_no_hint: 'لا يُشارك شيء. ويبقى طفلكم يتلقى المساعدة في المدرسة.',
    done: 'شكرًا. وصلتنا إجاباتكم.',
    done_lead: 'تسري من الآن. وتقرؤها المدرسة أيضًا.',
    your_answers: 'ما قلتموه',
    see_shared: 'كل ما تتم مشاركته',
    change: 'يمكنكم تغيير رأيكم في أي يوم: اتصلوا بالمدرسة.',
    call: 'اتصلوا بـ {school}',
  },
})
