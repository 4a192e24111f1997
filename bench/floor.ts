import pg from 'pg'
import { newId } from '#platform/ids.ts'
import { atOnce } from './measure.ts'
import type { Written } from './record.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids that were made while the loop was recorded: those get fresh ones in every copy. All others stay. */
const madeIn = (recorded: readonly Written[], before: ReadonlySet<string>) => {
  const all = recorded.flatMap(({ writes }) =>
    writes.flatMap(({ values }) =>
      values.flatMap((value) => (typeof value === 'string' ? (value.match(uuid) ?? []) : [])),
    ),
  )
  return [...new Set(all)].filter((id) => !before.has(id))
}

type Copy = { studentId: string; caregiverId: string; number: number }
export type Recorded = {
  transactions: Written[]
  known: ReadonlySet<string>
  studentId: string
  caregiverId: string
  number: number
}

function copyOf({ transactions, known, ...template }: Recorded, to: Copy): Written[] {
  const fresh = new Map(madeIn(transactions, known).map((id) => [id, newId()]))
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
export async function measureFloor(
  connection: pg.PoolConfig,
  {
    recorded,
    connections,
    seconds,
    next,
  }: { recorded: Recorded; connections: number; seconds: number; next(): Copy | undefined },
) {
  const pool = new pg.Pool({ ...connection, max: connections })
  const work = async () => {
    const to = next()
    if (to === undefined) return false
    const client = await pool.connect()
    try {
      for (const { opening, writes } of copyOf(recorded, to)) {
        await client.query(opening)
        for (const write of writes) await client.query(write)
        await client.query('commit')
      }
      return true
    } finally {
      client.release()
    }
  }
  const result = await atOnce(connections, { seconds, work })
  await pool.end()
  return result
}
