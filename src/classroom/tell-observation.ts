import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { addDisclosure, crossingNow, readableItems } from '#consent/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { choice, choices, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { observed } from './class-time.ts'
import { insertObservation, type Served, servedReferrals, taughtBy } from './observation-store.ts'
import { observers } from './policy.ts'
import { tellingWords } from './words.ts'

/** The consent on which an agency may hear now what was noticed; undefined where it may not. */
async function consentFor(unit: Unit, { id: referralId, partnerId }: Served, today: string) {
  const { tx, now } = unit
  const referral = { id: referralId, partnerId }
  const [readable, crossing, { obstacles }] = await Promise.all([
    readableItems(tx, [referral], now),
    crossingNow(tx, { referral, scope: 'academic_observations', now }),
    gateOf(tx, partnerId, today),
  ])
  if (readable.get(referralId)?.has('academic_observations') !== true || obstacles.length > 0)
    return undefined
  return crossing.allowed ? crossing.consentId : undefined
}

/**
 * A teacher passes on what was noticed about schoolwork. It reaches an agency on the family's yes to
 * teachers' observations alone; without one it stays at school [R169]. Where it went is not for a
 * teacher to know.
 */
export const tellObservation = act({
  name: 'classroom/tell-observation',
  by: observers,
  given: z.object({
    studentId: id,
    observed: choices(choice(observed)),
    seenOn: day,
  }),
  refusals: tellingWords,
  fields: { nothing_noticed: 'observed', not_yet: 'seenOn' },
  async do(unit, { studentId, observed: codes, seenOn }) {
    const { tx, actor, now } = unit
    const own = (await taughtBy(tx, actor)).find((each) => each.studentId === studentId) ?? notFound()
    const subject = { type: 'student', id: studentId, studentId }
    unit.permit(true, subject)
    const today = dayOf(await calendarOf(tx), now)
    const referrals = await servedReferrals(tx, studentId)
    const consents = await Promise.all(referrals.map((each) => consentFor(unit, each, today)))
    const heard = referrals.flatMap((each, at) => {
      const consentId = consents[at]
      return consentId === undefined ? [] : [{ ...each, consentId }]
    })
    const because = [
      ...(codes.length === 0 ? (['nothing_noticed'] as const) : []),
      ...(seenOn > today ? (['not_yet'] as const) : []),
      ...(heard.length === 0 ? (['stays_at_school'] as const) : []),
    ]
    if (because.length > 0) return refused(because)
    for (const { id: referralId, partnerId, consentId } of heard) {
      const at = { studentId, referralId, partnerId, consentId }
      insertObservation(unit, { ...at, schoolId: own.schoolId, observed: codes, seenOn })
      addDisclosure(unit, {
        ...at,
        direction: 'to_partner',
        items: ['academic_observations'],
        purpose: 'continuity_of_care',
      })
      unit.record('class_observation.told', { type: 'referral', id: referralId, studentId }, { partnerId })
    }
    return done({ studentId })
  },
})
