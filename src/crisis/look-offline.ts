import { z } from 'zod'
import { look } from '#access/look.ts'
import { schoolStaff } from '#access/roles.ts'
import { crisisContactsAt } from '#concerns/contract.ts'
import { schoolChoice } from '#district/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { contactsAt } from './contact-store.ts'
import { peopleToTell } from './tell.ts'

/** What a device keeps for when there is no network: whom to call, the script and presses. No student. */
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
      standard: standard.body,
      answered: times.body.crisis_acknowledgement.limit,
      sample: standard.sample,
    }
  },
})
export type SeenOffline = Awaited<ReturnType<typeof lookOffline.see>>
