import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, choices, id } from '#platform/given.ts'
import { navigatingStaff, noteReferral } from '#referrals/contract.ts'
import { columnOf, type Handoff, type Point, points } from './handoff.ts'
import { saveHandoff } from './store.ts'
import { closedWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

/** The conversation is complete when its last point is told; its moment then never moves. */
const withPoints = (handoff: Handoff, told: readonly Point[], now: Date) => {
  const fresh = told.filter((point) => handoff[columnOf(point)] === null)
  const changes = Object.fromEntries(fresh.map((point) => [columnOf(point), now]))
  const complete = points.every((point) => handoff[columnOf(point)] !== null || fresh.includes(point))
  return {
    fresh,
    changes: { ...changes, ...(complete && handoff.conversationAt === null && { conversationAt: now }) },
    complete,
  }
}

/**
 * What the family was told, point by point: the service, the first visit, what is asked, and what it can
 * choose [R044]. Once all four are told, the family was offered the service, whatever it answers [R041].
 */
export const confirmPoints = act({
  name: 'handoffs/confirm-points',
  by: navigatingStaff,
  given: z.object({ referralId: id, points: choices(choice(points)) }),
  refusals: closedWords,
  async do(unit, { referralId, points: told }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    if (handoff.state === 'complete') return refused(['complete_already'])
    const { fresh, changes, complete } = withPoints(handoff, told, unit.now)
    if (fresh.length === 0) return refused(['nothing_new'])
    saveHandoff(unit, handoff, { ...changes, firstAttemptAt: handoff.firstAttemptAt ?? unit.now })
    if (complete && referral.offeredAt === null) {
      await noteReferral(unit, referral, { offeredAt: unit.now })
      unit.record('referral.offered', subjectOf(referral))
    }
    unit.record('handoff.points_told', subjectOf(referral), { points: fresh })
    return done({ id: referral.id })
  },
})
