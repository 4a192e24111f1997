import type { Writable } from 'node:stream'
import type pg from 'pg'
import { type Buildable, type Prepared, query } from './query.ts'

export type Sendable = { text: string; values: unknown[]; name?: string }
export type Runnable<Row> = Buildable<Row> | Prepared

/** What the driver is handed: a name where the server may keep the plan. */
export const prepared = (what: Runnable<unknown>): Sendable => {
  if (!('compile' in what)) return what
  const { sql, parameters } = what.compile(query)
  return { text: sql, values: [...parameters] }
}

/**
 * Holds back what is written to a connection until everything that runs now has run: statements that are sent
 * in one go reach the server in one piece, and it is woken once.
 */
export function gathering(client: pg.PoolClient): () => void {
  const { connection } = client as unknown as { connection: { stream: Writable } }
  let held = false
  return () => {
    if (held) return
    held = true
    const { stream } = connection
    stream.cork()
    process.nextTick(() => {
      held = false
      stream.uncork()
    })
  }
}
