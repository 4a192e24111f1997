import { z } from 'zod'
import { look } from '#access/look.ts'
import { staffAt } from '#concerns/contract.ts'
import { schoolChoice, schoolsOf } from '#district/contract.ts'
import { asked, choose, idMeant } from '#platform/choosing.ts'
import { designeesAt } from './designee-store.ts'
import { designable, namers } from './policy.ts'

/** How many schools the page names people for at once. */
const mostSchools = 10

/** Who is told of notices at the schools of somebody, and where nobody is. */
export const lookDesignees = look({
  name: 'carenotices/designees',
  by: namers,
  given: z.object({ school: asked }),
  shows: 'no student',
  async see(view, { school }) {
    const { tx, actor, now } = view
    view.permit(true)
    view.sawNoStudent()
    const choice = choose(school, schoolChoice(tx, actor))
    const [all, meant] = await Promise.all([schoolsOf(tx, actor), idMeant(school, choice)])
    const one = all.filter(({ id }) => id === meant)
    const shown = one.length > 0 ? one : all.slice(0, mostSchools)
    const named = await designeesAt(
      tx,
      shown.map(({ id }) => id),
    )
    const schools = []
    for (const { id, name } of shown) {
      const here = named.filter(({ schoolId }) => schoolId === id)
      // Who else could be named is offered where one school is meant: a list for each would weigh too much.
      const staff =
        shown.length === 1 ? await staffAt(tx, { schoolId: id, roles: designable, about: [], now }) : []
      const free = staff.filter((person) => !here.some(({ personId }) => personId === person.id))
      schools.push({
        id,
        name,
        designees: here.map((each) => ({ id: each.id, name: each.name, position: each.position })),
        free: free.map((person) => ({ id: person.id, name: person.name, role: person.role })),
      })
    }
    return { schools, more: all.length > shown.length, choice: await choice }
  },
})
export type SeenDesignees = Awaited<ReturnType<typeof lookDesignees.see>>
