import type { Doer } from '#access/doer.ts'
import { systemActor } from '#access/actor.ts'
import { endAccess, endAssignment } from '#district/contract.ts'
import type { Db } from '#platform/database/database.ts'
import { house } from '../compose.ts'
import type { Installation } from '../installation.ts'
import { Complaint } from './command.ts'
import { findAssignment } from './find.ts'
import { people } from './user-end-store.ts'

type Ending = { districtId: string; email: string; role: string | undefined }

async function findPerson(db: Db, { districtId, email }: Ending): Promise<string> {
  const found = await db.transaction({ districtId, side: 'system' }, (tx) =>
    tx.all(people, { district: districtId, email }),
  )
  const [only] = found
  if (only === undefined) throw new Complaint(`Nobody with access has the address ${email}`)
  return only.id
}

/**
 * Takes one assignment away, or all access, in the name of whoever runs the installation.
 * @returns what to say
 */
export async function endUser(
  { db, clock }: { db: Db } & Pick<Installation, 'clock'>,
  given: Ending,
): Promise<string> {
  const { districtId, email, role } = given
  const doer: Doer = { db, clock, actor: systemActor(districtId), reactions: house.reactions }
  const personId = await findPerson(db, given)
  const outcome =
    role === undefined
      ? await endAccess.perform(doer, { personId })
      : await endAssignment.perform(doer, {
          assignmentId: await findAssignment(db, { districtId, of: email, role }),
        })
  if (!outcome.done) throw new Complaint(outcome.because.map((code) => endAccess.says(code)).join(' '))
  return role === undefined
    ? `${email} has no access any more: every assignment, session and token has ended.`
    : `${email} is not ${role} any more. What else they hold stays.`
}
