import { writtenFor } from '#access/audiences.ts'
import { catalog } from '#platform/words.ts'
import type { ObstacleToMatching, ObstacleToStep } from './rules.ts'
import type { ObstacleToSending } from './sent.ts'
import type { ObstacleToSigned } from './signature.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'care_agreement.recorded': 'An agreement on Handle With Care notices was recorded',
    'care_agreement.ended': 'An agreement on Handle With Care notices was ended',
    'care_sender.made': 'A desk was given a key for Handle With Care notices',
    'care_sender.revoked': 'The key of a desk was revoked',
    'care_signing_key.registered': 'A key was registered with which the machine of a desk signs',
    'care_signing_key.revoked': 'A key with which the machine of a desk signs was revoked',
    'care_designee.named': 'Somebody was designated for Handle With Care notices',
    'care_designee.ended': 'Somebody is not designated for Handle With Care notices any more',
    'care_notice.received': 'A Handle With Care notice came',
    'care_notice.told': 'Designated staff were told of a notice',
    'care_notice.backup_told': 'Nobody had answered a notice, so whoever stands in was told',
    'care_notice.told_again': 'Nobody had answered a notice, so everybody was told again',
    'care_notice.acknowledged': 'Designated staff have the notice',
    'care_notice.matched': 'A notice was matched to a student',
    'care_notice.unmatched': 'A notice was moved off a student it was matched to by mistake',
    'care_notice.step_recorded': 'What was done about a notice was written down',
    'care_notice.sent_to_triage': 'A notice went to triage',
    'care_notice.teacher_asked': 'A teacher was asked to handle a student with care',
    'care_notice.expired': 'A notice ended and its name was taken out',
  },
})

/** News, told on Today. A notice that waits for an answer is owed, and no news. */
export const noticeWords = catalog({
  en: {
    'care_notice.nobody':
      'A Handle With Care notice came for a school at which nobody can be told. Name somebody there.',
    'care_notice.mistaken':
      'A Handle With Care notice you were told of was matched to the wrong student. What it seemed to say of them does not hold.',
  },
})

/** All a teacher is told: to be gentle, and where they read with whom [R348]. */
export const teacherWords = catalog(
  writtenFor('teacher', {
    en: {
      'care_notice.signal': 'You are asked to handle a student with care.',
      'care_notice.signal_mistaken':
        'You were asked to handle a student with care. It was a mistake: nothing of it holds.',
    },
  }),
)

const doubtful = {
  en: {
    key_unknown: 'The key that signed is not registered for this desk, or was revoked. Nothing was read.',
    signature_wrong: 'The signature does not fit what was sent. Nothing was read.',
    time_off: 'The time of signing is more than five minutes off. Set the clock and sign again.',
    replayed: 'This was received before. It is not taken twice.',
  } satisfies Record<ObstacleToSigned, string>,
  es: {
    key_unknown: 'La clave que firmó no está registrada para esta oficina, o fue revocada. No se leyó nada.',
    signature_wrong: 'La firma no corresponde a lo que se envió. No se leyó nada.',
    time_off: 'La hora de la firma difiere más de cinco minutos. Ajuste el reloj y firme de nuevo.',
    replayed: 'Esto ya se recibió. No se toma dos veces.',
  } satisfies Record<ObstacleToSigned, string>,
}
const sending = {
  en: {
    born_or_grade_missing: 'Give the birth date or the grade.',
    born_ahead: 'Give a birth date that has passed.',
    school_unknown: 'Choose a school from the list.',
  } satisfies Record<ObstacleToSending, string>,
  es: {
    born_or_grade_missing: 'Dé la fecha de nacimiento o el grado.',
    born_ahead: 'Dé una fecha de nacimiento que ya pasó.',
    school_unknown: 'Elija una escuela de la lista.',
  } satisfies Record<ObstacleToSending, string>,
}
/** Why a notice cannot be taken, for whoever sends. */
export const sendingWords = catalog(sending)
/** The same for a machine, with why what it signed is not believed. */
export const signedWords = catalog({
  en: { ...sending.en, ...doubtful.en },
  es: { ...sending.es, ...doubtful.es },
})
export const signingWords = catalog({
  en: {
    desk_revoked: 'The key of this desk was revoked: it sends nothing any more.',
    registered_already: 'This key was registered before. Every desk has keys of its own.',
    revoked_already: 'This key was revoked before.',
  },
})

const ended = 'This notice has ended.'
const notHere = 'It was said that this child is not at this school. What was said stays as it is.'

export const acknowledgingWords = catalog({
  en: { acknowledged_already: 'Somebody has this notice already.', ended },
})
export const matchingWords = catalog({
  en: {
    ended,
    matched_already: 'This notice is matched to a student already.',
    not_here_said: notHere,
    another_school: 'This student is not at the school the notice came to. Choose another student.',
  } satisfies Record<ObstacleToMatching | 'ended', string>,
})
export const stepWords = catalog({
  en: {
    ended,
    match_first: 'First say which student this is about.',
    matched_already: 'The notice is matched to a student of this school.',
    not_here_said: notHere,
    in_triage_already: 'This went to triage already.',
    support_missing: 'Choose which support was given.',
  } satisfies Record<ObstacleToStep | 'ended', string>,
})
export const undoingWords = catalog({
  en: {
    not_matched: 'This notice is matched to nobody.',
    concern_closed: 'Raised about the wrong student by mistake.',
  },
})
export const askingWords = catalog({
  en: {
    ended,
    match_first: 'First say which student this is about.',
    asked_already: 'This teacher was asked already.',
  },
})
export const agreementWords = catalog({
  en: { days_out_of_order: 'The last day comes after the first.', ended_already: 'It was ended already.' },
})
export const senderWords = catalog({
  en: {
    not_in_force: 'This agreement is not in force. A key is given under one that is.',
    revoked_already: 'This key was revoked before.',
  },
})
export const namingWords = catalog({
  en: {
    named_already: 'This person is designated here already. End that first.',
    ended_already: 'It was ended already.',
  },
})
/** Why a timer finds nothing to do. */
export const timerWords = catalog({
  en: {
    answered: 'Somebody has the notice.',
    ended,
    not_due: 'There is time left.',
    emptied_already: 'It was emptied before.',
  },
})
