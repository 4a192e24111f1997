import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { newId } from '#platform/ids.ts'
import type { Written } from './record.ts'
import type { Pupil } from './town.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids that were made while the loop was recorded: those get fresh ones in every copy. All others stay. */
const madeIn = (recorded: readonly Written[], before: ReadonlySet<string>) => {
  const all = recorded.flatMap(({ writes }) =>
    writes.flatMap(({ values }) =>
      values.flatMap((value) => (typeof value === 'string' ? (value.match(uuid) ?? []) : [])),
    ),
  )
  return [...new Set(all)].filter((id) => !before.has(id))
}

/** One loop as it was written, and what of it belongs to this one loop. */
export type Recorded = Pupil & {
  transactions: Written[]
  known: ReadonlySet<string>
  /** The number of its referral, which is a district's own count. */
  number: number
}

/** A key of a request is random, every other id is ordered by time: the copy keeps each its kind. */
const freshFor = (id: string) => (id[14] === '4' ? randomUUID() : newId())

function copyOf({ transactions, known, ...template }: Recorded, to: Pupil & { number: number }): Written[] {
  const fresh = new Map(madeIn(transactions, known).map((id) => [id, freshFor(id)]))
  fresh.set(template.studentId, to.studentId).set(template.caregiverId, to.caregiverId)
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(uuid, (id) => fresh.get(id) ?? id)
    if (value === template.number) return to.number
    return Array.isArray(value) ? value.map(renamed) : value
  }
  return transactions.map(({ opening, writes }) => ({
    opening,
    writes: writes.map((write) => ({ ...write, values: write.values.map(renamed) })),
  }))
}

/**
 * The floor: the same rows in the same transactions, written by plain named statements on so many
 * connections. No HTTP, no permissions asked, nothing read, nothing judged.
 */
export function layFloor(
  connection: pg.PoolConfig,
  { recorded, connections }: { recorded: Recorded; connections: number },
) {
  const pool = new pg.Pool({ ...connection, max: connections })
  return {
    async write(to: Pupil & { number: number }): Promise<void> {
      const client = await pool.connect()
      try {
        for (const { opening, writes } of copyOf(recorded, to)) {
          await client.query(opening)
          for (const write of writes) await client.query(write)
          await client.query('commit')
        }
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}
