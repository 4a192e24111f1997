import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, id, optionalText, yesNo } from '#platform/given.ts'
import { navigatingStaff, type Referral } from '#referrals/contract.ts'
import { caregiversToTalkWith } from './caregivers-to-talk-with.ts'
import { isLogged } from './contact-rules.ts'
import { addContact, contactsOf } from './contact-store.ts'
import { languageTag, orNull } from './given.ts'
import { conversationModes, studentAbsences } from './handoff.ts'
import { saveHandoff } from './store.ts'
import { conversationObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Conversation = z.object({
  referralId: id,
  mode: choice(conversationModes, 'Say how you talk'),
  caregiverId: id,
  language: languageTag,
  interpreter: optionalText(120),
  studentTookPart: yesNo('Say whether the student took part'),
  studentAbsenceReason: choice(studentAbsences).optional(),
})

type Held = z.output<typeof Conversation>

const reachedBy = (given: Held, { id: referralId, studentId }: Referral, happenedAt: Date) => ({
  referralId,
  studentId,
  caregiverId: given.caregiverId,
  mode: given.mode,
  language: given.language,
  interpreter: orNull(given.interpreter),
  result: 'reached',
  nextAttemptAt: null,
  happenedAt,
})

/**
 * The first word with the family is a contact like any other, so that nobody asks again whether it was
 * reached. A call that is in the log already stays one call.
 */
async function logTalk(
  unit: Unit,
  given: Held,
  { referral, log }: { referral: Referral; log: Awaited<ReturnType<typeof contactsOf>> },
): Promise<void> {
  const calendar = await calendarOf(unit.tx)
  if (isLogged({ ...given, at: unit.now }, log, (at) => dayOf(calendar, at))) return
  addContact(unit, reachedBy(given, referral, unit.now))
}

/** Who talks with whom, how and in which language, and whether the student took part or why not [R045]. */
export const recordConversation = act({
  name: 'handoffs/record-conversation',
  by: navigatingStaff,
  given: Conversation,
  refusals: conversationObstacleWords,
  async do(unit, given) {
    const { referral, handoff } = await workOnHandoff(unit, given.referralId)
    const [caregivers, log] = await Promise.all([
      caregiversToTalkWith(unit.tx, referral),
      contactsOf(unit.tx, referral.id),
    ])
    const because = [
      ...(handoff.state === 'complete' ? (['complete_already'] as const) : []),
      ...(caregivers.some(({ id: each }) => each === given.caregiverId)
        ? []
        : (['not_a_caregiver'] as const)),
      ...(!given.studentTookPart && given.studentAbsenceReason === undefined
        ? (['absence_unexplained'] as const)
        : []),
    ]
    if (because.length > 0) return refused(because)

    saveHandoff(unit, handoff, {
      firstAttemptAt: handoff.firstAttemptAt ?? unit.now,
      conversationMode: given.mode,
      caregiverId: given.caregiverId,
      conversationLanguage: given.language,
      interpreter: orNull(given.interpreter),
      studentTookPart: given.studentTookPart,
      studentAbsenceReason: given.studentTookPart ? null : (given.studentAbsenceReason ?? null),
    })
    if (handoff.conversationMode === null) await logTalk(unit, given, { referral, log })
    unit.record('handoff.conversation_recorded', subjectOf(referral), {
      mode: given.mode,
      language: given.language,
      studentTookPart: given.studentTookPart,
    })
    return done({ id: referral.id })
  },
})
