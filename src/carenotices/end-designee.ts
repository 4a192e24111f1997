import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdDesignee, saveDesigneeEnded } from './designee-store.ts'
import { namers } from './policy.ts'
import { namingWords } from './words.ts'

/** Somebody is not told of the next notice any more. What they were told of they still read until it ends. */
export const endDesignee = act({
  name: 'carenotices/end-designee',
  by: namers,
  given: z.object({ designeeId: id }),
  refusals: namingWords,
  async do(unit, { designeeId }) {
    const designee = (await holdDesignee(unit, designeeId)) ?? notFound()
    if (!coversSchool(unit.actor, designee.schoolId)) notFound()
    const subject = { type: 'care_designee', id: designeeId }
    unit.permit(true, subject)
    if (designee.endedAt !== null) return refused(['ended_already'])
    saveDesigneeEnded(unit, designeeId)
    unit.record('care_designee.ended', subject, { person: designee.personId })
    return done({ designeeId })
  },
})
