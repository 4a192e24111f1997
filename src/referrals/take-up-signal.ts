import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findSignal, takeUp } from './signal-store.ts'
import { obstacleWords } from './words.ts'

/** A lead takes a safety signal up: who and when stays on record. */
export const takeUpSignal = act({
  name: 'referrals/take-up-signal',
  by: ['designated_lead', 'crisis_lead'],
  given: z.object({ signalId: id }),
  refusals: obstacleWords,
  async do(unit, { signalId }) {
    const signal = (await findSignal(unit.tx, signalId)) ?? notFound()
    if (!coversSchool(unit.actor, signal.schoolId)) notFound()
    const subject = { type: 'referral', id: signal.referralId, studentId: signal.studentId }
    unit.permit(true, subject)
    if (!(await takeUp(unit, signal.id))) return refused(['already_answered'])
    unit.record('signal.acknowledged', subject, { signalId })
    return done({ signalId, studentId: signal.studentId })
  },
})
