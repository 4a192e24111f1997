import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { schoolStaff } from '#access/roles.ts'
import { crisisContactsAt } from '#concerns/contract.ts'
import { schoolChoice } from '#district/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { contactsAt } from './contact-store.ts'
import { readsTeam } from './policy.ts'
import { onRoster } from './team.ts'
import { teamsAt } from './team-store.ts'
import { peopleToTell } from './tell.ts'

/** So many schools have a press each, and their crisis team on the page. Of more there is a list. */
export const fewSchools = 6

/** Who is on the crisis teams of a few schools, for whoever may read it. */
async function rostersOf({ tx, actor }: Viewing, schools: readonly { id: string; name: string }[]) {
  if (!readsTeam(actor.role) || schools.length > fewSchools) return []
  const members = await teamsAt(
    tx,
    actor,
    schools.map(({ id }) => id),
  )
  return schools.map(({ id, name }) => ({
    id,
    name,
    members: members.filter(({ schoolId }) => schoolId === id).map(onRoster),
  }))
}

/** What a device keeps for when there is no network: whom to call, the standard, the team. No student. */
export const lookOffline = look({
  name: 'crisis/offline',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const choice = schoolChoice(tx, actor)
    const offered = await choice.few()
    const schools = offered ?? (await choice.all())
    const only = schools.length === 1 ? schools[0] : undefined
    const leads = only === undefined ? [] : await peopleToTell(view, { schoolId: only.id, studentId: null })
    const { crisis: standard, time_standards: times } = await modelInForce(tx, now)
    return {
      reader: actor.personId ?? '',
      schools,
      /** More than a list elsewhere would have room for: they stand there by their names alone. */
      isMany: offered === null,
      calls: await crisisContactsAt(tx, { schoolId: only?.id ?? null, now }),
      numbers: await contactsAt(tx, { schools: (offered ?? []).map(({ id }) => id), now }),
      leads: leads.slice(0, 4).map(({ name, phone }) => ({ name, phone })),
      readsTeam: readsTeam(actor.role),
      rosters: await rostersOf(view, schools),
      standard: standard.body,
      answered: times.body.crisis_acknowledgement.limit,
      sample: standard.sample,
    }
  },
})
export type SeenOffline = Awaited<ReturnType<typeof lookOffline.see>>
