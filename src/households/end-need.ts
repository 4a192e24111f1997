import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { needOutcomes } from './need.ts'
import { saveNeedEnded } from './need-store.ts'
import { householdKeepers } from './policy.ts'
import { subjectOfNeed, workOnNeed } from './work-on-need.ts'
import { endingNeedWords } from './words.ts'

/** What came of a need. A family that declines is asked for no reason, and nothing is owed to it further. */
export const endNeed = act({
  name: 'households/end-need',
  by: householdKeepers,
  given: z.object({ studentId: id, needId: id, outcome: choice(needOutcomes, 'Choose how it ended') }),
  refusals: endingNeedWords,
  async do(unit, { outcome, ...given }) {
    const need = await workOnNeed(unit, given)
    if (need.endedAt !== null) return refused(['ended_already'])
    saveNeedEnded(unit, need, outcome)
    unit.record('family_need.ended', subjectOfNeed(need), { kind: need.kind, outcome })
    return done({ studentId: need.studentId })
  },
})
