import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { schoolLeads } from '#access/roles.ts'
import { findSchool } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, listNavigators, passReferral } from '#referrals/contract.ts'
import { passSupports } from '#supports/contract.ts'
import { openReferralsOf, stillWorksAt } from './left-work-store.ts'
import { handingWords } from './words.ts'

/** Who gives the work of somebody who left to somebody else. */
export const workGivers = ['designated_lead', ...schoolLeads] as const

/**
 * What somebody left at a school goes to somebody who works there, in one act: every open referral and every
 * support. Each keeps its dates and what is owed, and leaves its own trace.
 */
export const handOverWork = act({
  name: 'coordination/hand-over-work',
  by: workGivers,
  given: z.object({ personId: id, schoolId: id, toId: id }),
  refusals: handingWords,
  async do(unit, { personId, schoolId, toId }) {
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    if (!coversSchool(unit.actor, school.id)) return notFound()
    const subject = { type: 'person', id: personId }
    unit.permit(true, subject)
    const able = await listNavigators(unit.tx, schoolId, unit.now)
    const because = [
      ...((await stillWorksAt(unit.tx, { personId, schoolId, now: unit.now }))
        ? (['works_here'] as const)
        : []),
      ...(able.some((each) => each.id === toId) ? [] : (['not_able'] as const)),
    ]
    if (because.length > 0) return refused(because)

    const referrals = await openReferralsOf(unit.tx, { personId, schoolId })
    for (const referralId of referrals) {
      const referral = (await holdReferral(unit, referralId)) ?? notFound()
      await passReferral(unit, referral, toId)
    }
    const supports = await passSupports(unit, { from: personId, to: toId, schoolId })
    if (referrals.length + supports === 0) return refused(['nothing_left'])
    unit.record('work.handed_over', subject, { to: toId, referrals: referrals.length, supports })
    return done({ personId, referrals: referrals.length, supports })
  },
})
