import { z } from 'zod'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'
import { act, done, refused } from '../act.ts'
import type { Role } from '../roles.ts'
import type { Unit } from '../unit.ts'
import { lasting } from './limits.ts'
import { find, ask } from './invite-person-store.ts'

/** Who may invite somebody to sign in. */
export const inviters = [
  'privacy_officer',
  'roster_manager',
  'district_head',
] as const satisfies readonly Role[]

/** The job that writes the mail: the link is made there, so that it stands nowhere but in the mail. */
export const sendInvitationTask = 'access/send-invitation'

const refusals = catalog({
  en: {
    no_address: 'No email address is on record. Add one, then invite.',
    left: 'This person has left. Add an assignment first.',
  },
})

/** Has an invitation mailed to the address on record, and says so. The caller judged that it may be. */
export async function askForInvitation(unit: Unit, personId: string): Promise<void> {
  const link = unit.id()
  const until = new Date(unit.now.getTime() + lasting.link)
  await unit.tx.run(ask, { district: unit.districtId, person: personId, now: unit.now, link, until })
  unit.enqueue({ task: sendInvitationTask, payload: { link_id: link } })
  unit.record('person.invited', { type: 'person', id: personId })
}

/**
 * Invites a person to sign in: a link by mail that works once and for half an hour. An older one stops
 * working. Until it is taken up, whoever opens it late has a new one sent to the same address, for a week.
 */
export const invitePerson = act({
  name: 'access/invite-person',
  by: inviters,
  given: z.object({ personId: id }),
  refusals,
  async do(unit, { personId }) {
    const key = { district: unit.districtId, person: personId, now: unit.now }
    const person = (await unit.tx.maybe(find, key)) ?? notFound()
    const subject = { type: 'person', id: personId }
    // Whoever may invite may invite anybody of the district.
    unit.permit(true, subject)
    if (person.left) return refused(['left'])
    if (person.email === null) return refused(['no_address'])
    await askForInvitation(unit, personId)
    return done({ personId })
  },
})
