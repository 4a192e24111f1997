import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { act, done, refused } from '#access/act.ts'
import { staffAt } from '#concerns/contract.ts'
import { findSchool } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { designeesAt, insertDesignee } from './designee-store.ts'
import { designable, namers } from './policy.ts'
import { namingWords } from './words.ts'

/** Names somebody at a school who is told of notices: at once, or when nobody answered [R346]. */
export const nameDesignee = act({
  name: 'carenotices/name-designee',
  by: namers,
  given: z.object({
    schoolId: id,
    personId: id,
    place: choice(['first', 'backup'], 'Choose when they are told'),
  }),
  refusals: namingWords,
  fields: { named_already: 'personId' },
  async do(unit, { schoolId, personId, place }) {
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    if (!coversSchool(unit.actor, school.id)) notFound()
    unit.permit(true, { type: 'school', id: school.id })
    const staff = await staffAt(unit.tx, { schoolId, roles: designable, about: [], now: unit.now })
    if (!staff.some((each) => each.id === personId)) notFound()
    if ((await designeesAt(unit.tx, [schoolId])).some((each) => each.personId === personId))
      return refused(['named_already'])
    const designeeId = insertDesignee(unit, { schoolId, personId, position: place === 'first' ? 1 : 2 })
    unit.record('care_designee.named', { type: 'care_designee', id: designeeId }, { person: personId, place })
    return done({ designeeId })
  },
})
