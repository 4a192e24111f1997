import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { askedWhom, isOutcome, learnings } from './outside.ts'
import { obstaclesToCalling } from './outside-rules.ts'
import { findOutside, insertCall, saveNextCall, saveOutcome } from './outside-store.ts'
import { callingWords } from './outside-words.ts'
import { helpers } from './policy.ts'
import { workOnReferral } from './work-on-help.ts'

const dayIfGiven = z.preprocess((given) => given || undefined, day.optional())

/**
 * What was learned by phone about a provider outside the directory: it stays open with a day of the next
 * call, or ends with what came of it. Nothing else ends it.
 */
export const callOutside = act({
  name: 'navigation/call-outside',
  by: helpers,
  given: z.object({
    referralId: id,
    outsideId: id,
    asked: choice(askedWhom, 'Choose whom you asked'),
    learned: choice(learnings, 'Choose what you learned'),
    happensOn: dayIfGiven,
    nextOn: dayIfGiven,
  }),
  refusals: callingWords,
  fields: { next_day_missing: 'nextOn', visit_day_missing: 'happensOn', visit_not_yet: 'happensOn' },
  async do(unit, { referralId, outsideId, asked, learned, happensOn, nextOn }) {
    const referral = await workOnReferral(unit, referralId)
    const outside = (await findOutside(unit.tx, outsideId)) ?? notFound()
    if (outside.referralId !== referral.id) notFound()
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const ended = outside.endedAt !== null
    const because = obstaclesToCalling({ ended, learned, happensOn, nextOn, today })
    if (because.length > 0) return refused(because)
    const visited = learned === 'seen' || learned === 'visit_set' ? (happensOn ?? null) : null
    const next = isOutcome(learned) ? null : (nextOn ?? null)
    insertCall(unit, outside, { asked, learned, happensOn: visited, nextOn: next })
    if (isOutcome(learned)) {
      saveOutcome(unit, outside, { outcome: learned, happened: learned === 'seen' ? visited : null })
    } else if (next !== null) saveNextCall(unit, outside, next)
    const subject = { type: 'outside_provider', id: outside.id, studentId: outside.studentId }
    unit.record(isOutcome(learned) ? 'outside.ended' : 'outside.called', subject, { asked, learned })
    return done({ outsideId, referralId })
  },
})
