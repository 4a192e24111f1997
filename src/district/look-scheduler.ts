import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dayOf } from './calendar-hours.ts'
import { schedulerNamers, schedulerRoles } from './policy.ts'
import { schedulersAt } from './scheduler-store.ts'
import { staffAt } from './staff-store.ts'
import { calendarOf, findSchool } from './store.ts'

/** Who books visits at one school, and who else could: for the form that names them. */
export const lookScheduler = look({
  name: 'district/scheduler',
  by: schedulerNamers,
  given: z.object({ schoolId: id }),
  shows: 'no student',
  async see(view, { schoolId }) {
    const { tx, actor, now } = view
    if (!coversSchool(actor, schoolId)) return notFound()
    const school = (await findSchool(tx, schoolId)) ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    const on = dayOf(await calendarOf(tx), now)
    const [scheduler] = await schedulersAt(tx, { schools: [schoolId], on })
    const staff = await staffAt(tx, { schoolId, roles: schedulerRoles, about: [], on })
    const byPerson = new Map(staff.toReversed().map((each) => [each.personId, each]))
    return {
      school: { id: school.id, name: school.name },
      scheduler: scheduler ?? null,
      staff: [...byPerson.values()]
        .toSorted((one, other) => one.name.localeCompare(other.name))
        .map(({ personId, name, role }) => ({ personId, name, role })),
    }
  },
})
export type SeenScheduler = Awaited<ReturnType<typeof lookScheduler.see>>
