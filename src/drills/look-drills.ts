import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf, schoolChoice } from '#district/contract.ts'
import { asked, choose, idMeant } from '#platform/choosing.ts'
import { modelInForce } from '#standards/contract.ts'
import { openFindings } from './finding-store.ts'
import { drillKeepers, drillReaders } from './policy.ts'
import { drillStandings, type SchoolDrills } from './standing.ts'
import { listDrills } from './store.ts'

/** Drills and findings on the page, and schools. */
const [most, mostSchools] = [40, 20]

/** What is overdue stands first. */
const overdueFirst = (schools: readonly SchoolDrills[]) =>
  schools.toSorted((one, other) => Number(other.standing === 'overdue') - Number(one.standing === 'overdue'))

/** Where each school stands with its drills, what is planned and what was held [R113]. */
export const lookDrills = look({
  name: 'drills/list',
  by: drillReaders,
  given: z.object({ school: asked }),
  shows: 'no student',
  async see(view, { school }) {
    const { tx, actor, now } = view
    view.permit(true)
    view.sawNoStudent()
    const { drills: library } = await modelInForce(tx, now)
    const choice = choose(school, schoolChoice(tx, actor))
    const [all, meant] = await Promise.all([drillStandings(view), idMeant(school, choice)])
    const one = all.filter(({ id }) => id === meant)
    const schools = one.length > 0 ? one : overdueFirst(all).slice(0, mostSchools)
    const keeps = (drillKeepers as readonly string[]).includes(actor.role)
    return {
      schools,
      more: all.length > mostSchools,
      choice: await choice,
      drills: await listDrills(tx, actor, most),
      findings: await openFindings(tx, actor, most),
      library: { version: library.version, sample: library.sample, scenarios: library.body.scenarios },
      keeps,
      today: dayOf(await calendarOf(tx), now),
    }
  },
})
export type SeenDrills = Awaited<ReturnType<typeof lookDrills.see>>
