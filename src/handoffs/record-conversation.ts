import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { listGrantors } from '#consent/contract.ts'
import { choice, id, optionalText, yesNo } from '#platform/given.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { addContact } from './contact-store.ts'
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

const reachedBy = (
  given: Held,
  { id: referralId, studentId }: { id: string; studentId: string },
  happenedAt: Date,
) => ({
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

/** Who talks with whom, how and in which language, and whether the student took part or why not [R045]. */
export const recordConversation = act({
  name: 'handoffs/record-conversation',
  by: navigatingStaff,
  given: Conversation,
  refusals: conversationObstacleWords,
  async do(unit, given) {
    const { referral, handoff } = await workOnHandoff(unit, given.referralId)
    const caregivers = await listGrantors(unit.tx, referral.studentId)
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
    // The first word with the family is a contact like any other, so that nobody asks again whether it was
    // reached.
    if (handoff.conversationMode === null) addContact(unit, reachedBy(given, referral, unit.now))
    unit.record('handoff.conversation_recorded', subjectOf(referral), {
      mode: given.mode,
      language: given.language,
      studentTookPart: given.studentTookPart,
    })
    return done({ id: referral.id })
  },
})
