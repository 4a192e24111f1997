import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff, schoolStaff, sideOf } from '#access/roles.ts'
import { crisisContactsAt } from '#concerns/contract.ts'
import { calendarOf, schoolChoice } from '#district/contract.ts'
import { asked, choose } from '#platform/choosing.ts'
import { alertsOf } from './alert-store.ts'
import { mayFollow } from './policy.ts'
import { runningIncidents } from './store.ts'
import { peopleToTell } from './tell.ts'

/** What school staff start from: which school, its lead, and the incidents they follow. */
async function atSchool(view: Viewing, schoolAsked: string | undefined) {
  const { tx, actor } = view
  const school = await choose(schoolAsked, schoolChoice(tx, actor))
  const only = school.chosen?.id ?? (school.offered?.length === 1 ? (school.offered[0]?.id ?? null) : null)
  const incidents = []
  for (const incident of await runningIncidents(tx, actor)) {
    if (mayFollow(actor, incident, await alertsOf(tx, incident.id))) incidents.push(incident)
  }
  const [lead] = only === null ? [] : await peopleToTell(view, only)
  return { school, only, incidents, lead: lead === undefined ? null : { name: lead.name, phone: lead.phone } }
}

/**
 * Where anybody on the staff starts in a crisis: whom to call, and one press that tells the lead. An agency
 * reads whom to call: the record of an incident is the school's, and what it knows it tells as a signal.
 */
export const crisisPage = look({
  name: 'crisis/crisis',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({ school: asked }),
  async see(view, given) {
    view.permit(true)
    const { tx, now, actor } = view
    const start = sideOf(actor.role) === 'partner' ? undefined : await atSchool(view, given.school)
    view.saw({
      type: 'crisis_incident',
      id: null,
      studentIds: start?.incidents.flatMap(({ studentId }) => studentId ?? []) ?? [],
    })
    return {
      contacts: await crisisContactsAt(tx, { schoolId: start?.only ?? null, now }),
      lead: start?.lead ?? null,
      school: start?.school ?? null,
      incidents: start?.incidents ?? [],
      timeZone: (await calendarOf(tx)).timeZone,
      at: now,
    }
  },
})
