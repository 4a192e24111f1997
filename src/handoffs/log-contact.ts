import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { consentsForReferral, isMinorConsented } from '#consent/contract.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { choice, day, id, optionalText, timeOfDay } from '#platform/given.ts'
import { navigatingStaff, settleReferral } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { caregiversToTalkWith } from './caregivers-to-talk-with.ts'
import { obstaclesToLogging } from './contact-rules.ts'
import { addContact, contactModes } from './contact-store.ts'
import { saveHandoff } from './store.ts'
import { languageTag } from './given.ts'
import { contactObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Attempt = z.object({
  referralId: id,
  caregiverId: id.optional(),
  mode: choice(contactModes, 'Say how you tried'),
  language: languageTag,
  interpreter: optionalText(120),
  /** A code of the contact_result list. */
  result: z.string({ error: 'Say what came of it' }).min(1, 'Say what came of it').max(60),
  /** When it happened; now when left out. Both the time it happened and the time it was entered are kept. */
  on: day.optional(),
  at: timeOfDay.optional(),
  nextOn: day.optional(),
  nextAt: timeOfDay.optional(),
})
type Tried = z.output<typeof Attempt>

/** The day and time typed, on the district's clock; today when only a time was typed. */
async function moments(unit: Unit, tried: Tried): Promise<{ happenedAt: Date; nextAttemptAt: Date | null }> {
  const calendar = await calendarOf(unit.tx)
  const today = dayOf(calendar, unit.now)
  return {
    happenedAt: tried.at === undefined ? unit.now : instantAt(calendar, tried.on ?? today, tried.at),
    nextAttemptAt:
      tried.nextOn === undefined ? null : instantAt(calendar, tried.nextOn, tried.nextAt ?? '09:00'),
  }
}

/**
 * Somebody tried to reach the family. A try that did not reach anybody sets the next one, and the first of
 * all counts for the same-day standard on its own [R053].
 */
export const logContact = act({
  name: 'handoffs/log-contact',
  by: navigatingStaff,
  given: Attempt,
  refusals: contactObstacleWords,
  async do(unit, given) {
    const { referral, handoff } = await workOnHandoff(unit, given.referralId)
    const [model, when, consents, caregivers] = await Promise.all([
      modelInForce(unit.tx, unit.now),
      moments(unit, given),
      consentsForReferral(unit.tx, referral.id),
      caregiversToTalkWith(unit.tx, referral),
    ])
    const known = choicesOf(model.reasons.body, 'contact_result').map(({ code }) => code)
    const minorConsented = isMinorConsented(consents)
    const judged = { minorConsented, handoff, tried: given, caregivers, known, now: unit.now, ...when }
    const because = obstaclesToLogging(judged)
    if (because.length > 0) return refused(because)

    addContact(unit, {
      referralId: referral.id,
      studentId: referral.studentId,
      caregiverId: given.caregiverId ?? null,
      mode: given.mode,
      language: given.language,
      interpreter: given.interpreter === '' ? null : (given.interpreter ?? null),
      result: given.result,
      ...when,
    })
    const first = handoff.firstAttemptAt === null || when.happenedAt < handoff.firstAttemptAt
    if (first) saveHandoff(unit, handoff, { firstAttemptAt: when.happenedAt })
    // Reaching the family may be what was owed, once there is an agency it can be asked about.
    if (given.result === 'reached' && referral.sentAt !== null && referral.endedAt === null)
      await settleReferral(unit, referral)
    unit.record('handoff.contact_tried', subjectOf(referral), {
      mode: given.mode,
      result: given.result,
      happenedAt: when.happenedAt.toISOString(),
      first,
    })
    return done({ id: referral.id })
  },
})
