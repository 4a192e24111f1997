import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { supportLifecycle } from './lifecycle.ts'
import { mayRun } from './policy.ts'
import { holdSupport, saveSupport } from './store.ts'
import { startWords } from './words.ts'

/** The owner starts a planned support. */
export const startSupport = act({
  name: 'supports/start-support',
  by: careTeam,
  given: z.object({ supportId: id }),
  refusals: startWords,
  async do(unit, { supportId }) {
    const support = (await holdSupport(unit, supportId)) ?? notFound()
    const subject = { type: 'brief_support', id: supportId, studentId: support.studentId }
    unit.permit(mayRun(unit.actor, support), subject)
    if (!supportLifecycle.allows(support.state, 'start')) return refused(['not_planned'])
    saveSupport(unit, { ...support, state: supportLifecycle.next(support.state, 'start') })
    unit.record('support.started', subject)
    return done({ supportId })
  },
})
