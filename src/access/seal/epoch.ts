import pg from 'pg'
import type { Db, Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { Anchored, Restore } from './anchor.ts'
import { districtsToVerify } from './sealer.ts'
import { latestSeal, numberReached } from './store.ts'
import { standing, written } from './epoch-store.ts'

/** How it shows that a database is a copy that was put in the place of another. */
export type SignsOfCopy = {
  /** The trail was last written in another server. */
  otherServer: boolean
  /** The places this server would write at were written or sealed before. */
  placesTaken: boolean
  /** Seals that stand outside and not in here, by district. */
  missing: { districtId: string; afterSeal: number; givenUp: number; rows: number }[]
}

/** The first place behind everything a district's trail holds, and what its seals lack of those outside. */
async function reachOf(tx: Transaction, { marks }: Anchored) {
  const { districtId } = tx.scope
  const [last, { place }] = [await latestSeal(tx), await tx.one(written, { district: districtId })]
  const afterSeal = await numberReached(tx, last)
  const lost = marks.filter((mark) => mark.districtId === districtId && mark.number > afterSeal)
  const sealed = lost.map(({ untilXact }) => untilXact)
  return {
    free: Math.max((place ?? -1) + 1, last?.untilXact ?? 0),
    freeOutside: Math.max(0, ...sealed),
    missing: {
      districtId,
      afterSeal,
      givenUp: lost.reduce((most, { number }) => Math.max(most, number), afterSeal),
      rows: lost.reduce((sum, { rows }) => sum + rows, 0),
    },
  }
}

async function survey(sealer: Db, anchored: Anchored) {
  const system = { districtId: '00000000-0000-0000-0000-000000000000', side: 'system' } as const
  const { next, otherServer } = await sealer.transaction(system, (tx) => tx.one(standing, {}))
  const reaches = []
  for (const districtId of await districtsToVerify(sealer))
    reaches.push(await sealer.transaction({ districtId, side: 'system' }, (tx) => reachOf(tx, anchored)))
  const free = Math.max(0, ...reaches.map((each) => each.free))
  return { next, otherServer, reaches, free }
}

/**
 * What says that this database is a copy; undefined where nothing does.
 * @param anchored read before the database is: the file is never ahead of it
 */
export async function signsOfCopy(sealer: Db, anchored: Anchored): Promise<SignsOfCopy | undefined> {
  const { next, otherServer, reaches, free } = await survey(sealer, anchored)
  const missing = reaches.map((each) => each.missing).filter((each) => each.givenUp > each.afterSeal)
  const placesTaken = next < free
  return otherServer || placesTaken || missing.length > 0 ? { otherServer, placesTaken, missing } : undefined
}

const trace = `
  insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id, detail)
  values ($1, $2, $3, 'change', 'trail.restored', 'system', 'district', $1, $4)`

/**
 * Goes on with the trail after a copy took the place of the database: from here on no place and no number of
 * a seal is used that ever was, every session ends, and the trail of each district says so. The file outside
 * says it with the next seal.
 * @param admin as a role that may migrate
 * @returns what was given up, by district
 */
export async function openEpoch(
  admin: pg.ClientConfig,
  { sealer, anchored, now }: { sealer: Db; anchored: Anchored; now: Date },
): Promise<Restore[]> {
  const { reaches, free } = await survey(sealer, anchored)
  const above = Math.max(free, ...reaches.map((each) => each.freeOutside))
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query('begin; set local role throughline_owner')
    await client.query('select house.end_every_session()')
    const { rows } = await client.query<{ epoch: number }>('select house.open_trail_epoch($1) as epoch', [
      above,
    ])
    const { epoch } = rows[0] as { epoch: number }
    await client.query('set local role throughline_restorer')
    const restores = reaches.map(({ missing: { rows: _, ...missing } }) => ({ ...missing, epoch }))
    for (const { districtId, ...detail } of restores)
      await client.query(trace, [districtId, newId(now.getTime()), now, detail])
    await client.query('commit')
    return restores
  } finally {
    await client.end()
  }
}
