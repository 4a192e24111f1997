import { isId } from '#platform/ids.ts'
import type { Transaction } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Actor } from './actor.ts'
import { type Doer, inTransaction } from './doer.ts'
import { Undone } from './outcome.ts'
import { type Detail, type Subject, type Trace, writeTraces } from './trail.ts'

type Refusal = {
  name: string
  error: Undone | Problem
  subject: Subject | undefined
  values: unknown
  /** What the trail says of being asked too often; one line each time when left out. */
  tooMany?: TooMany | undefined
}

/**
 * Counts a refusal, in the transaction in which it is written down, and answers what the trail says of it:
 * one line for each detail, none for what it has said already.
 */
export type TooMany = (tx: Transaction, asked: { actor: Actor; now: Date }) => Promise<readonly Detail[]>

/** The ids a request named. Nothing else of it is kept: what a person typed has no place in the trail. */
function idsIn(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  const ids = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isId(entry[1]),
  )
  return Object.fromEntries(ids)
}

/**
 * What was refused, to whom and why, stays on record although nothing of the act itself remains [R030]
 * [R147].
 */
export async function recordRefusal(doer: Doer, refusal: Refusal): Promise<void> {
  const { name, error, subject, values, tooMany } = refusal
  const { actor } = doer
  const now = doer.clock.now()
  const counts = error instanceof Problem && error.code === 'too_many' ? tooMany : undefined
  const because = error instanceof Undone ? error.because : [error.code]
  const about = subject ?? { type: 'nothing', id: null }
  await inTransaction(doer, async (tx) => {
    const said = counts === undefined ? [idsIn(values)] : await counts(tx, { actor, now })
    const traces = said.map(
      (detail): Trace => ({ kind: 'refusal', name, subject: about, detail: { because, ...detail } }),
    )
    if (traces.length > 0) writeTraces(tx, { actor, at: now }, traces)
  })
}
