import type { Db } from '#platform/database/database.ts'
import { systemActor } from '../actor.ts'
import { writeTraces } from '../trail.ts'
import { type Invited, find, setLogin } from './people-store.ts'

export type PersonKey = { districtId: string; personId: string }

/** A person who has not left; undefined otherwise. */
export const findPerson = (
  db: Db,
  { districtId, personId }: PersonKey,
  now: Date,
): Promise<Invited | undefined> =>
  db.transaction({ districtId, side: 'system' }, (tx) =>
    tx.maybe(find, { district: districtId, person: personId, now }),
  )

/**
 * Joins a person and their sign-in account, and writes it down.
 * @throws when the person has another account already
 */
export async function joinLogin(
  db: Db,
  { districtId, personId }: PersonKey,
  { loginId, at, name }: { loginId: string; at: Date; name: 'invitation.taken_up' | 'login.provided' },
): Promise<void> {
  await db.transaction({ districtId, side: 'system' }, async (tx) => {
    const changed = await tx.run(setLogin, { district: districtId, person: personId, login: loginId })
    if (changed !== 1) throw new Error('The person has another sign-in account')
    const subject = { type: 'person', id: personId }
    writeTraces(tx, { actor: systemActor(districtId), at }, [{ kind: 'sign_in', name, subject }])
  })
}
