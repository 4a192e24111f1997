import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { householdKeepers } from './policy.ts'
import { saveTaken } from './need-store.ts'
import { subjectOfNeed, workOnNeed } from './work-on-need.ts'
import { takingWords } from './words.ts'

/** Somebody who cares for students of the school sees to a need from now on, whoever did before. */
export const takeNeed = act({
  name: 'households/take-need',
  by: householdKeepers,
  given: z.object({ studentId: id, needId: id }),
  refusals: takingWords,
  async do(unit, given) {
    const need = await workOnNeed(unit, given)
    if (need.endedAt !== null) return refused(['ended_already'])
    if (need.ownerId === unit.actor.personId) return refused(['yours_already'])
    saveTaken(unit, need)
    unit.record('family_need.taken', subjectOfNeed(need), { kind: need.kind })
    return done({ studentId: need.studentId })
  },
})
