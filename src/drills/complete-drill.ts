import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choices, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { peopleFor } from './people-for.ts'
import { drillKeepers } from './policy.ts'
import { obstaclesToCompleting } from './rules.ts'
import { holdDrill, saveCompleted } from './store.ts'
import { drillWords } from './words.ts'

/** A drill was held: who took part is kept, and from its day the school is not overdue [R113]. */
export const completeDrill = act({
  name: 'drills/complete-drill',
  by: drillKeepers,
  given: z.object({ drillId: id, heldOn: day, personIds: choices(id), memberIds: choices(id) }),
  refusals: drillWords,
  fields: { held_ahead: 'heldOn', nobody_took_part: 'personIds', unknown_person: 'personIds' },
  async do(unit, { drillId, heldOn, personIds, memberIds }) {
    const drill = (await holdDrill(unit, drillId)) ?? notFound()
    const subject = { type: 'crisis_drill', id: drill.id }
    unit.permit(true, subject)
    const [people, members] = [[...new Set(personIds)], [...new Set(memberIds)]]
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const obstacles = obstaclesToCompleting(drill, { heldOn, present: people.length + members.length, today })
    if (obstacles.length > 0) return refused(obstacles)
    const known = await peopleFor(unit, drill.schoolId)
    const isKnown = (given: readonly string[], among: readonly { id: string }[]) =>
      given.every((each) => among.some((one) => one.id === each))
    if (!isKnown(people, known.staff) || !isKnown(members, known.team)) return refused(['unknown_person'])
    saveCompleted(unit, drill, { heldOn, people, members })
    unit.record('drill.completed', subject, { held_on: heldOn, present: people.length + members.length })
    return done({ drillId })
  },
})
