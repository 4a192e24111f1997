import { isId } from '#platform/ids.ts'
import type { Problem } from '#platform/problem.ts'
import { scopeOf } from './actor.ts'
import type { Doer } from './doer.ts'
import { Undone } from './outcome.ts'
import { type Subject, writeTraces } from './trail.ts'

type Refusal = { name: string; error: Undone | Problem; subject: Subject | undefined; values: unknown }

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
export async function recordRefusal(doer: Doer, { name, error, subject, values }: Refusal): Promise<void> {
  const because = error instanceof Undone ? error.because : [error.code]
  const about = subject ?? { type: 'nothing', id: null }
  await doer.db.transaction(scopeOf(doer.actor), (tx) =>
    writeTraces(tx, { actor: doer.actor, at: doer.clock.now() }, [
      { kind: 'refusal', name, subject: about, detail: { because, ...idsIn(values) } },
    ]),
  )
}
