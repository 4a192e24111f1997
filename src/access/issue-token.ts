import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { systemActor } from './actor.ts'
import { newToken } from './token.ts'
import { writeTraces } from './trail.ts'
import { issue, revoke } from './issue-token-store.ts'

const day = 86_400_000

export type Issuing = { districtId: string; assignmentId: string; label: string; days: number; now: Date }

/**
 * Makes a bearer token that acts in one assignment, from the command line of the installation.
 * @returns the token; it is shown once and only its hash is kept
 * @throws when the assignment is not there
 */
export async function issueToken(
  db: Db,
  { districtId, assignmentId, label, days, now }: Issuing,
): Promise<string> {
  const token = newToken(newId(now.getTime()))
  await db.transaction({ districtId, side: 'system' }, async (tx) => {
    const until = new Date(now.getTime() + days * day)
    const values = {
      district: districtId,
      id: token.id,
      assignment: assignmentId,
      label,
      hash: token.hash,
      at: now,
      until,
    }
    if ((await tx.maybe(issue, values)) === undefined) throw new Error('There is no such assignment')
    writeTraces(tx, { actor: systemActor(districtId), at: now }, [
      {
        kind: 'change',
        name: 'access_token.created',
        subject: { type: 'access_token', id: token.id },
        detail: { days },
      },
    ])
  })
  return token.text
}

/** Ends a token: the next request with it is refused. @returns whether there was one to end */
export async function endToken(
  db: Db,
  { districtId, tokenId, now }: { districtId: string; tokenId: string; now: Date },
): Promise<boolean> {
  return db.transaction({ districtId, side: 'system' }, async (tx) => {
    if ((await tx.run(revoke, { district: districtId, id: tokenId, at: now })) === 0) return false
    writeTraces(tx, { actor: systemActor(districtId), at: now }, [
      { kind: 'change', name: 'access_token.revoked', subject: { type: 'access_token', id: tokenId } },
    ])
    return true
  })
}
