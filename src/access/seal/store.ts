import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Restore } from './anchor.ts'
import type { Seal } from './chain.ts'

/**
 * The whole row as the database would print it: a change of any column changes the text. The columns are
 * named, so that one which comes later changes nothing that was sealed.
 */
const columns = sql`district_id, id, at, xact, kind, name, person_id, assignment_id, role, partner_id,
  subject_type, subject_id, student_id, student_ids, detail`
const leaves = statement(
  ($: { district: string; from: number; until: number }) => sql<{ leaf: string }>`
    select row(${columns})::text as leaf from audit_event e
    where e.district_id = ${$.district} and e.xact >= ${$.from} and e.xact < ${$.until}
    order by e.xact, e.id`,
)

const seals = sql`select number, from_xact as "fromXact", until_xact as "untilXact", rows, root,
  previous_root as "previousRoot", sealed_at as "sealedAt" from audit_seal`
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
  (_: object) =>
    sql<{
      xact: number
    }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + house.trail_shift() as xact`,
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
/** That a copy took the place of the database: what it says stands behind the last seal of that copy. */
const restored = statement(
  ($: { district: string; from: number; until: number }) => sql<Omit<Restore, 'districtId'>>`
    select (detail ->> 'epoch')::int as epoch, (detail ->> 'afterSeal')::bigint as "afterSeal", (detail ->> 'givenUp')::bigint as "givenUp"
    from audit_event where district_id = ${$.district} and xact >= ${$.from} and xact < ${$.until} and name = 'trail.restored'
    order by xact, id`,
)
/** One sealer a district at a time; the lock goes with the transaction. */
const lock = statement(
  ($: { district: string }) =>
    sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${$.district}, 7)) as mine`,
)
const districts = statement(
  (_: object) => sql<{ id: string }>`select district_id as id from district order by created_at`,
)
/** Every district the trail or a seal speaks of, also one that is no district: found from one to the next. */
const spokenOf = statement(
  (_: object) => sql<{ id: string }>`
    with recursive next as (
      (select district_id as id from audit_event order by district_id limit 1)
      union all
      select (select e.district_id from audit_event e where e.district_id > next.id order by e.district_id limit 1)
      from next where next.id is not null)
    select id from next where id is not null
    union select district_id from audit_seal`,
)
/** Rows no seal covers though their transactions ended, and that do not say that they are new. */
const left = statement(
  ($: { district: string; from: number; until: number; before: Date; after: Date }) => sql<{ rows: number }>`
    select count(*)::int as rows from audit_event
    where district_id = ${$.district} and xact >= ${$.from} and xact < ${$.until}
      and (at < ${$.before} or at > ${$.after})`,
)

export const latestSeal = (tx: Transaction) => tx.maybe(latest, { district: tx.scope.districtId })
export const allSeals = (tx: Transaction) => tx.all(all, { district: tx.scope.districtId })
/** Every time the trail says that a copy took the place of the database, in a stretch of it. */
export async function restoresWithin(
  tx: Transaction,
  range: { from: number; until: number },
): Promise<Restore[]> {
  const { districtId } = tx.scope
  const found = await tx.all(restored, { district: districtId, ...range })
  return found.map((each) => ({ districtId, ...each }))
}

/** The highest number a seal of the district has, or had in what was given up for the copy that this is. */
export async function numberReached(tx: Transaction, last: Seal | undefined): Promise<number> {
  const behind = { from: last?.untilXact ?? 0, until: Number.MAX_SAFE_INTEGER }
  const restores = await restoresWithin(tx, behind)
  return Math.max(last?.number ?? 0, ...restores.map(({ givenUp }) => givenUp))
}

export const sealHorizon = async (tx: Transaction) => (await tx.one(horizon, {})).xact
export const lockSeals = async (tx: Transaction) =>
  (await tx.one(lock, { district: tx.scope.districtId })).mine
export const listDistricts = async (tx: Transaction) => (await tx.all(districts, {})).map(({ id }) => id)

export const districtsSpokenOf = async (tx: Transaction) => (await tx.all(spokenOf, {})).map(({ id }) => id)

/** How many rows were left unsealed for longer than the grace, in milliseconds. */
export async function countLeft(tx: Transaction, at: { from: number; now: Date; grace: number }) {
  const [before, after] = [-at.grace, at.grace].map((by) => new Date(at.now.getTime() + by)) as [Date, Date]
  const range = { from: at.from, until: await sealHorizon(tx), before, after }
  return (await tx.one(left, { district: tx.scope.districtId, ...range })).rows
}

export const hasUnsealed = async (tx: Transaction, range: { from: number; until: number }) =>
  (await tx.one(unsealed, { district: tx.scope.districtId, ...range })).waiting

export const cutAt = async (tx: Transaction, range: { from: number; until: number; most: number }) =>
  (await tx.maybe(cut, { district: tx.scope.districtId, ...range }))?.xact

export const readLeaves = async (tx: Transaction, range: { from: number; until: number }) =>
  (await tx.all(leaves, { district: tx.scope.districtId, ...range })).map(({ leaf }) => leaf)

export const appendSeal = (tx: Transaction, seal: Seal) =>
  tx.run(append, {
    district: tx.scope.districtId,
    number: seal.number,
    from: seal.fromXact,
    until: seal.untilXact,
    rows: seal.rows,
    root: seal.root,
    previous: seal.previousRoot,
    at: seal.sealedAt,
  })
