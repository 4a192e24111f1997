import type { Transaction } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Actor } from './actor.ts'
import { type Doer, inTransaction } from './doer.ts'
import type { Outcome } from './outcome.ts'
import { keep, find } from './idempotency-store.ts'

/** A request that may arrive more than once: its key, and a SHA-256 of everything it asked for. */
export type Asking = { key: string; request: Buffer }

const nobody = '00000000-0000-0000-0000-000000000000'
const askerOf = (actor: Actor) => actor.assignmentId ?? actor.personId ?? nobody

/**
 * Keeps the answer in the act's own transaction. When two copies of one request race, the second meets the
 * first one's row here, is undone, and is then answered from it.
 */
export function keepReply(
  tx: Transaction,
  {
    actor,
    now,
    asking,
    outcome,
  }: { actor: Actor; now: Date; asking: Asking; outcome: Outcome<unknown, string> },
): void {
  tx.write(keep, {
    district: actor.districtId,
    asker: askerOf(actor),
    key: asking.key,
    request: asking.request,
    outcome: JSON.stringify(outcome),
    at: now,
  })
}

/**
 * The answer an earlier copy of this request got, if there was one.
 * @throws Problem key_used_differently when the key came with another request before
 */
export async function replyTo(doer: Doer, asking: Asking): Promise<Outcome<unknown, string> | undefined> {
  const { actor } = doer
  const kept = await inTransaction(doer, (tx) =>
    tx.maybe(find, { district: actor.districtId, asker: askerOf(actor), key: asking.key }),
  )
  if (kept === undefined) return undefined
  if (!kept.request.equals(asking.request)) throw new Problem('key_used_differently')
  return kept.outcome
}
