import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Seal } from './chain.ts'

/** The whole row as the database would print it: a change of any column changes the text. */
const leaves = statement(
  ($: { district: string; from: number; until: number }) => sql<{ leaf: string }>`
    select (e.*)::text as leaf from audit_event e
    where e.district_id = ${$.district} and e.xact >= ${$.from} and e.xact < ${$.until}
    order by e.xact, e.id`,
)

const seals = sql`select number, from_xact as "fromXact", until_xact as "untilXact", rows, root, previous_root as "previousRoot" from audit_seal`
const latest = statement(
  ($: { district: string }) =>
    sql<Seal>`${seals} where district_id = ${$.district} order by number desc limit 1`,
)
const all = statement(
  ($: { district: string }) => sql<Seal>`${seals} where district_id = ${$.district} order by number`,
)

const append = statement(
  ($: {
    district: string
    number: number
    from: number
    until: number
    rows: number
    root: Buffer
    previous: Buffer
    at: Date
  }) => sql`
    insert into audit_seal (district_id, number, from_xact, until_xact, rows, root, previous_root, sealed_at)
    values (${$.district}, ${$.number}, ${$.from}, ${$.until}, ${$.rows}, ${$.root}, ${$.previous}, ${$.at})`,
)

/** The first transaction that may still be writing: everything before it is finished and will not grow. */
const horizon = statement(
  (_: object) => sql<{ xact: number }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xact`,
)
const unsealed = statement(
  ($: { district: string; from: number; until: number }) => sql<{ waiting: boolean }>`
    select exists (select 1 from audit_event where district_id = ${$.district} and xact >= ${$.from} and xact < ${$.until}) as waiting`,
)
/**
 * Where a very long stretch is cut, so that one seal never holds more rows than fit in memory comfortably.
 */
const cut = statement(
  ($: { district: string; from: number; until: number; most: number }) => sql<{ xact: number }>`
    select xact from audit_event where district_id = ${$.district} and xact > ${$.from} and xact < ${$.until}
    order by xact offset ${$.most} limit 1`,
)
/** One sealer a district at a time; the lock goes with the transaction. */
const lock = statement(
  ($: { district: string }) =>
    sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${$.district}, 7)) as mine`,
)
const districts = statement(
  (_: object) => sql<{ id: string }>`select district_id as id from district order by created_at`,
)

export const latestSeal = (tx: Transaction) => tx.maybe(latest, { district: tx.scope.districtId })
export const allSeals = (tx: Transaction) => tx.all(all, { district: tx.scope.districtId })
export const sealHorizon = async (tx: Transaction) => (await tx.one(horizon, {})).xact
export const lockSeals = async (tx: Transaction) =>
  (await tx.one(lock, { district: tx.scope.districtId })).mine
export const listDistricts = async (tx: Transaction) => (await tx.all(districts, {})).map(({ id }) => id)

export const hasUnsealed = async (tx: Transaction, range: { from: number; until: number }) =>
  (await tx.one(unsealed, { district: tx.scope.districtId, ...range })).waiting

export const cutAt = async (tx: Transaction, range: { from: number; until: number; most: number }) =>
  (await tx.maybe(cut, { district: tx.scope.districtId, ...range }))?.xact

export const readLeaves = async (tx: Transaction, range: { from: number; until: number }) =>
  (await tx.all(leaves, { district: tx.scope.districtId, ...range })).map(({ leaf }) => leaf)

export const appendSeal = (tx: Transaction, seal: Seal, at: Date) =>
  tx.run(append, {
    district: tx.scope.districtId,
    number: seal.number,
    from: seal.fromXact,
    until: seal.untilXact,
    rows: seal.rows,
    root: seal.root,
    previous: seal.previousRoot,
    at,
  })
