import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import { choice, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayRun } from './policy.ts'
import { holdSupport } from './store.ts'
import { insertStrategy, strategyReaders } from './strategy-store.ts'
import { strategyWords } from './words.ts'

/**
 * A strategy is given to a caregiver or a teacher: while support at school goes on or after it ended, so that
 * it can be stepped down while care outside goes on [R170].
 */
export const giveStrategy = act({
  name: 'supports/give-strategy',
  by: careTeam,
  given: z.object({
    supportId: id,
    givenTo: choice(strategyReaders, 'Choose to whom it was given'),
    words: text(300, 'Write what was given'),
  }),
  refusals: strategyWords,
  async do(unit, { supportId, givenTo, words }) {
    const support = (await holdSupport(unit, supportId)) ?? notFound()
    const subject = { type: 'brief_support', id: support.id, studentId: support.studentId }
    unit.permit(mayRun(unit.actor, support), subject)
    if (support.state === 'planned') return refused(['not_begun'])
    insertStrategy(unit, support, { givenTo, words })
    unit.record('support.strategy_given', subject, { to: givenTo })
    return done({ supportId })
  },
})
