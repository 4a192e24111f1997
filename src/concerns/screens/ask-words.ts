import { familyCatalog } from '#platform/words.ts'

/** Words of a school's public page: read by families and students, so plain and short. */
export const askWords = familyCatalog({
  en: {
    title: 'Ask for help',
    lead: 'You can ask for help here. You do not need an account.',
    danger: 'In danger now? Do not wait for an answer here.',
    call: 'Call {number}',
    who: 'Who is it for?',
    for_me: 'I am a student. I ask for myself.',
    for_child: 'I am a parent or caregiver. I ask for a child.',
    what_next: 'What happens next',
    what_next_1: 'A counselor, psychologist, social worker or nurse at {school} reads it.',
    not_open: '{school} does not take requests here yet.',
    not_open_now: 'Call the school office or one of the numbers above. Do not wait for this page.',
    what_next_2: 'They find out what would help, and talk with you first.',
    what_next_3: 'Nothing goes to anyone outside the school before you agree.',
    services: 'Who can help',
    services_lead:
      'The school works with these services. You get there through the school: ask here, or call the office.',
    office: 'School office',
    back: 'Back to {school}',

    student_title: 'I want to talk to someone',
    student_lead:
      'Write as little or as much as you like. Only counselors, psychologists, social workers and nurses read it. Your teachers do not.',
    student_name: 'Your name',
    student_grade: 'Your grade',
    student_what: 'What is going on?',
    student_what_hint: 'You can leave this empty and just talk.',
    student_contact: 'Where can we find you?',
    student_contact_hint: 'For example a class, a lunch table, a phone number.',
    how_soon: 'How soon would you like to talk?',
    today: 'Today',
    this_week: 'This week',
    when_possible: 'It can wait a little',
    send: 'Ask for help',

    caregiver_title: 'Ask for help for a child',
    caregiver_lead:
      'Only the counselors, psychologists, social workers and nurses for the school read this. Any question is fine.',
    child_name: 'Name of the child',
    child_grade: 'Grade of the child',
    your_name: 'Your name',
    contact: 'How can we reach you?',
    contact_hint: 'A phone number or an email, and when it is good to call.',
    worry: 'What worries you?',
    how_soon_caregiver: 'How soon does someone need to call you?',

    received_title: 'We have your message',
    received_lead:
      'Someone at {school} reads it on the next school day at the latest. What you wrote for today is read first.',
    received_again: 'If it gets worse before then, call one of these numbers.',
    received_office: 'You can also call the school office:',

    error_name: 'Write a name, so that we know who to look for.',
    error_askedBy: 'Write your own name.',
    error_contact: 'Write how we can reach you.',
    error_observed: 'Write what worries you, in a few words.',
    error_urgency: 'Choose how soon.',
    error_other: 'Have another look at this.',
    too_many: 'We could not take this just now: many requests came in at once.',
    too_many_next:
      'Wait a quarter of an hour and send again, or call the school. If anybody is in danger, call now.',
  },
  es: {
    title: 'Pedir ayuda',
    lead: 'Aquí puede pedir ayuda. No necesita una cuenta.',
    danger: '¿Hay peligro ahora? No espere una respuesta aquí.',
    call: 'Llame al {number}',
    who: '¿Para quién es?',
    for_me: 'Soy estudiante. Pido ayuda para mí.',
    for_child: 'Soy madre, padre o cuidador. Pido ayuda para un niño o una niña.',
    what_next: 'Qué pasa después',
    what_next_1: 'En {school} lo lee alguien que aconseja o cuida la salud.',
    not_open: '{school} todavía no recibe solicitudes aquí.',
    not_open_now: 'Llame a la oficina de la escuela o a uno de los números de arriba. No espere esta página.',
    what_next_2: 'Averigua qué puede ayudar y primero habla con usted.',
    what_next_3: 'Nada sale de la escuela antes de que usted esté de acuerdo.',
    services: 'Quién puede ayudar',
    services_lead:
      'La escuela trabaja con estos servicios. Se llega a ellos por la escuela: pida aquí o llame a la oficina.',
    office: 'Oficina de la escuela',
    back: 'Volver a {school}',

    student_title: 'Quiero hablar con alguien',
    student_lead:
      'Escribe poco o mucho, como quieras. Solo lo leen quienes aconsejan y cuidan la salud en tu escuela. Tus maestros no.',
    student_name: 'Tu nombre',
    student_grade: 'Tu grado',
    student_what: '¿Qué está pasando?',
    student_what_hint: 'Puedes dejarlo vacío y solo hablar.',
    student_contact: '¿Dónde te encontramos?',
    student_contact_hint: 'Por ejemplo una clase, una mesa del comedor, un teléfono.',
    how_soon: '¿Cuándo te gustaría hablar?',
    today: 'Hoy',
    this_week: 'Esta semana',
    when_possible: 'Puede esperar un poco',
    send: 'Pedir ayuda',

    caregiver_title: 'Pedir ayuda para un niño o una niña',
    caregiver_lead:
      'Solo lo leen quienes aconsejan y cuidan la salud en la escuela. Cualquier pregunta está bien.',
    child_name: 'Nombre del niño o de la niña',
    child_grade: 'Grado',
    your_name: 'Su nombre',
    contact: '¿Cómo le podemos contactar?',
    contact_hint: 'Un teléfono o un correo, y a qué hora es bueno llamar.',
    worry: '¿Qué le preocupa?',
    how_soon_caregiver: '¿Cuándo necesita que le llamen?',

    received_title: 'Tenemos su mensaje',
    received_lead:
      'Alguien de {school} lo lee a más tardar el próximo día de escuela. Lo que es para hoy se lee primero.',
    received_again: 'Si empeora antes, llame a uno de estos números.',
    received_office: 'También puede llamar a la oficina de la escuela:',

    error_name: 'Escriba un nombre, para saber a quién buscar.',
    error_askedBy: 'Escriba su nombre.',
    error_contact: 'Escriba cómo le podemos contactar.',
    error_observed: 'Escriba qué le preocupa, en pocas palabras.',
    error_urgency: 'Elija cuándo.',
    error_other: 'Revise esta respuesta.',
    too_many: 'No pudimos recibirla en este momento: llegaron muchas solicitudes a la vez.',
    too_many_next:
      'Espere un cuarto de hora y envíe de nuevo, o llame a la escuela. Si alguien está en peligro, llame ahora.',
  },
})
