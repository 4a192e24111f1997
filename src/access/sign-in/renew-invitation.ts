import { Problem } from '#platform/problem.ts'
import { systemActor } from '../actor.ts'
import { writeTraces } from '../trail.ts'
import type { Desk } from './desk.ts'
import { sendInvitation } from './letters.ts'
import { everywhere, tries } from './limits.ts'
import type { Invitation } from './links-store.ts'
import { networkOf } from './throttle.ts'

async function sendAnew(desk: Desk, { id, district_id, person_id }: Invitation, at: Date): Promise<void> {
  const subject = { type: 'person', id: person_id }
  await desk.db.transaction({ districtId: district_id, side: 'system' }, async (tx) =>
    writeTraces(tx, { actor: systemActor(district_id), at }, [
      { kind: 'sign_in', name: 'invitation.renewed', subject },
    ]),
  )
  await sendInvitation(desk, id)
}

/**
 * Sends a new link to an invited person whose link has ended, to the address on record and nowhere else. The
 * answer is given before anything is looked up, so that it says nothing about the link.
 * @throws Problem too_many
 */
export async function renewInvitation(
  desk: Desk,
  { token, ip }: { token: string; ip: string },
): Promise<void> {
  const now = desk.clock.now()
  const counted = [{ what: `mail from ${networkOf(ip)}`, most: tries.mailByAddress }, everywhere.mail]
  if (!(await desk.throttle.take(counted, now))) throw new Problem('too_many')
  desk.afterwards('renewed invitation', async () => {
    const open = await desk.links.findOpen(token, now)
    if (open !== undefined) await sendAnew(desk, open, now)
  })
}
