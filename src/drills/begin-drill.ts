import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { openDrill, peopleToTell } from '#crisis/contract.ts'
import { choices, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertParts } from './part-store.ts'
import { newParts } from './people-for.ts'
import { drillKeepers } from './policy.ts'
import { obstaclesToBeginning } from './rules.ts'
import { holdDrill, saveBegun } from './store.ts'
import { drillWords } from './words.ts'

/**
 * A drill against the clock begins: the live incident opens inside the drill, and of those who take part
 * whoever leads is told [R113]. Whoever begins it takes part.
 */
export const beginDrill = act({
  name: 'drills/begin-drill',
  by: drillKeepers,
  given: z.object({ drillId: id, personIds: choices(id) }),
  refusals: drillWords,
  fields: { nobody_leads: 'personIds', unknown_person: 'personIds' },
  async do(unit, { drillId, personIds }) {
    const drill = (await holdDrill(unit, drillId)) ?? notFound()
    const { schoolId } = drill
    const subject = { type: 'crisis_drill', id: drill.id }
    unit.permit(true, subject)
    const leads = await peopleToTell(unit, { schoolId, studentId: null })
    const someoneLeads = leads.some((lead) => personIds.includes(lead.id))
    const obstacles = obstaclesToBeginning(drill, { someoneLeads })
    if (obstacles.length > 0) return refused(obstacles)
    const own = unit.actor.personId as string
    const parts = await newParts(unit, drill, { people: personIds, members: [] })
    if (parts === undefined) return refused(['unknown_person'])
    const takePart = [...new Set([...parts.people, own])]
    saveBegun(unit, drill)
    insertParts(unit, drill.id, { people: takePart, members: [] })
    unit.record('drill.begun', subject, { present: takePart.length })
    await openDrill(unit, { drillId, schoolId, takePart })
    return done({ drillId })
  },
})
