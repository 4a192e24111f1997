import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choices, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertParts } from './part-store.ts'
import { newParts } from './people-for.ts'
import { drillKeepers } from './policy.ts'
import { obstaclesToAdding } from './rules.ts'
import { holdDrill } from './store.ts'
import { drillWords } from './words.ts'

/** Others took part in a drill that was begun or held: at a large school nobody marks everybody at once. */
export const addPresent = act({
  name: 'drills/add-present',
  by: drillKeepers,
  given: z.object({ drillId: id, personIds: choices(id) }),
  refusals: drillWords,
  fields: { unknown_person: 'personIds', nobody_new: 'personIds' },
  async do(unit, { drillId, personIds }) {
    const drill = (await holdDrill(unit, drillId)) ?? notFound()
    const subject = { type: 'crisis_drill', id: drill.id }
    unit.permit(true, subject)
    const obstacles = obstaclesToAdding(drill)
    if (obstacles.length > 0) return refused(obstacles)
    const parts = await newParts(unit, drill, { people: personIds, members: [] })
    if (parts === undefined) return refused(['unknown_person'])
    if (parts.people.length === 0) return refused(['nobody_new'])
    insertParts(unit, drill.id, parts)
    unit.record('drill.joined', subject, { people: [...parts.people] })
    return done({ drillId })
  },
})
