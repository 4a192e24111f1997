import { z } from 'zod'
import { look } from '#access/look.ts'
import { missingFrom, teamsOf } from '#crisis/contract.ts'
import { calendarOf, dayOf, schoolChoice, schoolsOf } from '#district/contract.ts'
import { asked, choose, idMeant } from '#platform/choosing.ts'
import { drillKeepers, drillReaders } from './policy.ts'
import { creditsOf } from './team-store.ts'

/** How many schools the page shows at once. */
const mostSchools = 10

/** The crisis teams of somebody's schools, and whom each lacks [R114]. */
export const lookTeam = look({
  name: 'drills/team',
  by: drillReaders,
  given: z.object({ school: asked }),
  shows: 'no student',
  async see(view, { school }) {
    const { tx, actor } = view
    view.permit(true)
    view.sawNoStudent()
    const choice = choose(school, schoolChoice(tx, actor))
    const [all, meant] = await Promise.all([schoolsOf(tx, actor), idMeant(school, choice)])
    const one = all.filter(({ id }) => id === meant)
    const shown = one.length > 0 ? one : all.slice(0, mostSchools)
    const members = (await teamsOf(tx, actor)).filter(({ schoolId }) =>
      shown.some(({ id }) => id === schoolId),
    )
    const credits = await creditsOf(
      tx,
      members.map(({ id }) => id),
    )
    return {
      schools: shown.map(({ id, name }) => {
        const here = members.filter(({ schoolId }) => schoolId === id)
        return {
          id,
          name,
          missing: missingFrom(here),
          members: here.map((member) => ({
            ...member,
            credits: credits.filter(({ memberId }) => memberId === member.id),
          })),
        }
      }),
      more: all.length > shown.length,
      choice: await choice,
      keeps: (drillKeepers as readonly string[]).includes(actor.role),
      today: dayOf(await calendarOf(tx), view.now),
    }
  },
})
export type SeenTeam = Awaited<ReturnType<typeof lookTeam.see>>
