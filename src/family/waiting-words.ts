import { familyCatalog } from '#platform/words.ts'

/** Why a family does not wait. */
export const waitingWords = familyCatalog({
  en: {
    call_us: 'Please call us. We want to plan the wait with you.',
    waits_already: 'We wait already, or this has ended.',
  },
  es: {
    call_us: 'Por favor, llámenos. Queremos planear la espera con usted.',
    waits_already: 'Ya estamos esperando, o esto ya terminó.',
  },
  ar: {
    call_us: 'من فضلكم اتصلوا بنا. نريد أن نخطط للانتظار معكم.',
    waits_already: 'نحن ننتظر من قبل، أو انتهى هذا.',
  },
})
/** Why a family that wants to go on does not. */
export const goingOnWords = familyCatalog({
  en: { not_waiting: 'We do not wait any more. We go on with you.' },
  es: { not_waiting: 'Ya no estamos esperando. Seguimos con usted.' },
  ar: { not_waiting: 'لم نعد ننتظر. نحن نتابع معكم.' },
})
