import { catalog, familyCatalog } from '#platform/words.ts'

/** Why a link lets nobody in; no page says which of these it is. */
export const openingLinkWords = catalog({
  en: { over: 'This link is not open any more.' },
})

/** Why no link is sent. */
export const sendingLinkWords = catalog({
  en: {
    may_not_consent: 'The school has not checked that this caregiver may consent. Check it first.',
    birth_date_unknown:
      'The student’s birth date is not known. The link asks for it: get it from the office.',
  },
})

/** How a link stands, for whoever sent it, on the page of the caregiver. */
export const sentLinkWords = catalog({
  en: {
    title: 'The family page, by link',
    lead: 'This caregiver gets a link, in the way that is safe for them. With the birth date of the child they see',
    lead_then: 'for half an hour what is shared, who saw it, and how to stop.',
    send: 'Send the link',
    'is.sending': 'On its way. It goes out when it is safe to write.',
    'is.waiting': 'Sent, not opened yet.',
    'is.open': 'Opened.',
    'is.replaced': 'Replaced by a newer link.',
    'is.withdrawn': 'Ended.',
    'is.guessed': 'Ended: the birth date was wrong too often.',
    'is.ended': 'It ran out.',
    'is.not_sent': 'Not sent. See how this caregiver may be written to.',
  },
})

/** The page a link leads to. It names nobody and says nothing of any help: anybody may hold the phone. */
export const linkDoorWords = familyCatalog({
  en: {
    title: 'Is it you?',
    lead: 'This page is for one person. To open it, give the birth date of your child.',
    born: 'Birth date of your child',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    year_hint: 'Four numbers',
    open: 'Open',
    no: 'This does not fit, or the page is not open any more. Check the date. If it still does not open, call the person you talk with.',
    minutes: 'The page stays open for {minutes} minutes. Nobody else can read it.',
    left: 'You have left the page',
    left_lead: 'Nothing of it is kept here. You can close this window.',
    over: 'This page is closed',
    over_lead: 'To open it again, use the link in your message, or call the person you talk with.',
  },
  es: {
    title: '¿Es usted?',
    lead: 'Esta página es para una sola persona. Para abrirla, dé la fecha de nacimiento de su hijo o hija.',
    born: 'Fecha de nacimiento de su hijo o hija',
    day: 'Día',
    month: 'Mes',
    year: 'Año',
    year_hint: 'Cuatro números',
    open: 'Abrir',
    no: 'Esto no coincide, o la página ya no está abierta. Revise la fecha. Si no se abre, llame a la persona con quien habla.',
    minutes: 'La página queda abierta {minutes} minutos. Nadie más puede leerla.',
    left: 'Usted salió de la página',
    left_lead: 'Aquí no queda nada de ella. Puede cerrar esta ventana.',
    over: 'Esta página está cerrada',
    over_lead: 'Para abrirla otra vez, use el enlace de su mensaje o llame a la persona con quien habla.',
  },
  ar: {
    title: 'هل هذا أنتم؟',
    lead: 'هذه الصفحة لشخص واحد. لفتحها، اكتبوا تاريخ ميلاد طفلكم.',
    born: 'تاريخ ميلاد طفلكم',
    day: 'اليوم',
    month: 'الشهر',
    year: 'السنة',
    year_hint: 'أربعة أرقام',
    open: 'افتح',
    no: 'هذا لا يتطابق، أو لم تعد الصفحة مفتوحة. راجعوا التاريخ. إذا لم تُفتح، اتصلوا بالشخص الذي تتحدثون معه.',
    minutes: 'تبقى الصفحة مفتوحة {minutes} دقيقة. لا أحد غيركم يقرأها.',
    left: 'لقد غادرتم الصفحة',
    left_lead: 'لا يبقى شيء منها هنا. يمكنكم إغلاق هذه النافذة.',
    over: 'هذه الصفحة مغلقة',
    over_lead: 'لفتحها من جديد، استعملوا الرابط في رسالتكم أو اتصلوا بالشخص الذي تتحدثون معه.',
  },
})
