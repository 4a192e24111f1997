import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { endDrill } from '#crisis/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choices, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertParts, presentAt } from './part-store.ts'
import { newParts } from './people-for.ts'
import { drillKeepers } from './policy.ts'
import { obstaclesToCompleting } from './rules.ts'
import { holdDrill, saveCompleted } from './store.ts'
import { drillWords } from './words.ts'

/**
 * A drill was held: who took part is kept, and from its day the school is not overdue [R113]. A timed one
 * ends as it stands.
 */
export const completeDrill = act({
  name: 'drills/complete-drill',
  by: drillKeepers,
  given: z.object({ drillId: id, heldOn: day, personIds: choices(id), memberIds: choices(id) }),
  refusals: drillWords,
  fields: { held_ahead: 'heldOn', nobody_took_part: 'personIds', unknown_person: 'personIds' },
  async do(unit, { drillId, heldOn, personIds: people, memberIds: members }) {
    const drill = (await holdDrill(unit, drillId)) ?? notFound()
    const subject = { type: 'crisis_drill', id: drill.id }
    unit.permit(true, subject)
    const before = (await presentAt(unit.tx, drill.id)).length
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const present = people.length + members.length + before
    const obstacles = obstaclesToCompleting(drill, { heldOn, present, today })
    if (obstacles.length > 0) return refused(obstacles)
    const parts = await newParts(unit, drill, { people, members })
    if (parts === undefined) return refused(['unknown_person'])
    saveCompleted(unit, drill, heldOn)
    insertParts(unit, drill.id, parts)
    const count = before + parts.people.length + parts.members.length
    unit.record('drill.completed', subject, { held_on: heldOn, present: count })
    if (drill.kind === 'timed') await endDrill(unit, drill.id)
    return done({ drillId })
  },
})
