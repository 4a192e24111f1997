import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff, type Role, schoolStaff, sideOf, studentReaders } from '#access/roles.ts'
import { crisisContactsAt } from '#concerns/contract.ts'
import { calendarOf, schoolChoice } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { asked, choose } from '#platform/choosing.ts'
import { id } from '#platform/given.ts'
import { partOf } from './alert-store.ts'
import { followsIncidents, mayFollow, readsTeam } from './policy.ts'
import { runningIncidents } from './store.ts'
import { peopleToTell } from './tell.ts'
import { happened, keptInstant } from './write-entry.ts'

/** Who it is about, where somebody comes from the page of a student; one out of reach is nobody here. */
async function studentMeant({ tx, actor }: Viewing, studentId: string | undefined) {
  const student = studentId === undefined ? undefined : await findStudent(tx, actor, studentId)
  if (student === undefined) return null
  const { id: found, preferredName, givenName, familyName, schoolId, schoolName } = student
  const mayOpen = (studentReaders as readonly Role[]).includes(actor.role)
  return { id: found, mayOpen, name: `${preferredName ?? givenName} ${familyName}`, schoolId, schoolName }
}

/** What school staff start from: about whom, which school, its lead, and the incidents they follow. */
async function atSchool(
  view: Viewing,
  asking: { school?: string | undefined; student?: string | undefined },
) {
  const { tx, actor } = view
  const student = view.knows('identity') ? await studentMeant(view, asking.student) : null
  const school = await choose(asking.school, schoolChoice(tx, actor))
  const alone = school.offered?.length === 1 ? school.offered[0]?.id : undefined
  const only = student?.schoolId ?? school.chosen?.id ?? alone ?? null
  const incidents = []
  const running = view.knows('crisis') ? await runningIncidents(tx, actor) : []
  for (const incident of running) {
    // Whoever follows every incident need no part in each.
    const part = followsIncidents(actor.role) ? [] : await partOf(tx, incident.id)
    // Whom it is about is left out for who may not know who a student is; that it runs is their duty.
    const named = view.knows('identity') ? {} : { studentId: null, studentName: null }
    if (mayFollow(actor, incident, part)) incidents.push({ ...incident, ...named })
  }
  const [lead] =
    only === null ? [] : await peopleToTell(view, { schoolId: only, studentId: student?.id ?? null })
  return {
    student,
    school,
    only,
    incidents,
    lead: lead === undefined ? null : { name: lead.name, phone: lead.phone },
  }
}

/**
 * Where anybody on the staff starts in a crisis: whom to call, and one press that tells the lead. An agency
 * reads whom to call: the record of an incident is the school's, and what it knows it tells as a signal.
 */
export const crisisPage = look({
  name: 'crisis/crisis',
  by: [...schoolStaff, ...partnerStaff],
  unacknowledged: 'help',
  given: z.object({
    school: asked,
    student: id.optional().catch(undefined),
    /** The instant of a press that came when nobody was signed in any more. */
    pressed: happened.pressedAt,
  }),
  shows: { for: 'crisis', parts: ['identity', 'crisis'] },
  async see(view, given) {
    view.permit(true)
    const { tx, now, actor } = view
    const start = sideOf(actor.role) === 'partner' ? undefined : await atSchool(view, given)
    view.saw({
      type: 'crisis_incident',
      id: null,
      studentIds: [start?.student?.id, ...(start?.incidents ?? []).map(({ studentId }) => studentId)].filter(
        (shown) => typeof shown === 'string',
      ),
    })
    return {
      contacts: await crisisContactsAt(tx, { schoolId: start?.only ?? null, now }),
      lead: start?.lead ?? null,
      student: start?.student ?? null,
      school: start?.school ?? null,
      incidents: start?.incidents ?? [],
      followsAll: followsIncidents(actor.role),
      readsTeam: readsTeam(actor.role),
      timeZone: (await calendarOf(tx)).timeZone,
      pressedAt: keptInstant(given.pressed, now) ?? null,
      at: now,
    }
  },
})
