import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, findSchool } from '#district/contract.ts'
import { choice, day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import { drillKinds } from './drill.ts'
import { drillKeepers } from './policy.ts'
import { insertDrill, libraryVersion } from './store.ts'
import { planningWords } from './words.ts'

/** Plans a drill of a school from the library of scenarios in force, whose version it keeps [R113]. */
export const planDrill = act({
  name: 'drills/plan-drill',
  by: drillKeepers,
  given: z.object({
    schoolId: id,
    kind: choice(drillKinds).default('tabletop'),
    scenario: text(60, 'Choose a scenario'),
    plannedOn: day,
  }),
  refusals: planningWords,
  fields: { scenario_unknown: 'scenario', planned_behind: 'plannedOn' },
  async do(unit, { schoolId, kind, scenario, plannedOn }) {
    const school = (await findSchool(unit.tx, schoolId)) ?? notFound()
    if (!coversSchool(unit.actor, school.id)) notFound()
    unit.permit(true, { type: 'school', id: school.id })
    const { drills: library } = await modelInForce(unit.tx, unit.now)
    if (!library.body.scenarios.some(({ code }) => code === scenario)) return refused(['scenario_unknown'])
    if (plannedOn < dayOf(await calendarOf(unit.tx), unit.now)) return refused(['planned_behind'])
    const standardId = await libraryVersion(unit, library.version)
    const drillId = insertDrill(unit, { schoolId, kind, scenario, standardId, plannedOn })
    unit.record('drill.planned', { type: 'crisis_drill', id: drillId }, { kind, scenario, on: plannedOn })
    return done({ drillId })
  },
})
