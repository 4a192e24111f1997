import { z } from 'zod'
import { look } from '#access/look.ts'
import { schoolStaff } from '#access/roles.ts'
import { crisisContactsAt } from '#concerns/contract.ts'
import { calendarOf, schoolChoice } from '#district/contract.ts'
import { asked, choose } from '#platform/choosing.ts'
import { alertsOf } from './alert-store.ts'
import { mayFollow } from './policy.ts'
import { runningIncidents } from './store.ts'
import { peopleToTell } from './tell.ts'

/** Where anybody on the staff starts in a crisis: whom to call, and one press that tells the lead. */
export const crisisPage = look({
  name: 'crisis/crisis',
  by: schoolStaff,
  given: z.object({ school: asked }),
  async see(view, given) {
    view.permit(true)
    const { tx, now, actor } = view
    const school = await choose(given.school, schoolChoice(tx, actor))
    const only = school.chosen?.id ?? (school.offered?.length === 1 ? (school.offered[0]?.id ?? null) : null)
    const incidents = []
    for (const incident of await runningIncidents(tx, actor)) {
      if (mayFollow(actor, incident, await alertsOf(tx, incident.id))) incidents.push(incident)
    }
    view.saw({
      type: 'crisis_incident',
      id: null,
      studentIds: incidents.flatMap(({ studentId }) => studentId ?? []),
    })
    const [lead] = only === null ? [] : await peopleToTell(view, only)
    return {
      contacts: await crisisContactsAt(tx, { schoolId: only, now }),
      lead: lead === undefined ? null : { name: lead.name, phone: lead.phone },
      school,
      incidents,
      timeZone: (await calendarOf(tx)).timeZone,
      at: now,
    }
  },
})
