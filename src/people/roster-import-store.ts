import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { RosterState } from './lifecycle.ts'
import type { RosterImport } from './roster-import.ts'

const columns = sql`
  id, file_name as "fileName", encode(file_hash, 'hex') as "fileHash", format, state, summary, made_by as "madeBy",
  made_at as "madeAt", applied_at as "appliedAt"`

type One = { district: string; id: string }
const one = statement(
  ($: One) =>
    sql<RosterImport>`select ${columns} from roster_import where district_id = ${$.district} and id = ${$.id}`,
)
const held = statement(
  ($: One) => sql<RosterImport>`
    select ${columns} from roster_import where district_id = ${$.district} and id = ${$.id}
    for no key update`,
)
const latest = statement(
  ($: { district: string }) => sql<Omit<RosterImport, 'summary'>>`
    select id, file_name as "fileName", encode(file_hash, 'hex') as "fileHash", format, state, made_by as "madeBy",
      made_at as "madeAt", applied_at as "appliedAt"
    from roster_import where district_id = ${$.district} order by made_at desc, id desc limit 50`,
)

/** One import, or undefined. */
export const findImport = (tx: Transaction, id: string): Promise<RosterImport | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

/** Takes one import for the rest of the act, or undefined. Progress can still be written beside it. */
export const holdImport = ({ tx, districtId }: Unit, id: string): Promise<RosterImport | undefined> =>
  tx.maybe(held, { district: districtId, id })

/** The latest imports, newest first, without what they found. */
export const latestImports = (tx: Transaction) => tx.all(latest, { district: tx.scope.districtId })

const same = statement(
  ($: { district: string; hash: string; id: string }) => sql<{ appliedAt: Date }>`
    select applied_at as "appliedAt" from roster_import
    where district_id = ${$.district} and file_hash = decode(${$.hash}, 'hex') and state = 'applied' and id <> ${$.id}
    order by applied_at desc limit 1`,
)

/** When a file with the same bytes was applied last, if it was. */
export const appliedBefore = (tx: Transaction, { fileHash, id }: Pick<RosterImport, 'fileHash' | 'id'>) =>
  tx.maybe(same, { district: tx.scope.districtId, hash: fileHash, id })

type Received = {
  id: string
  fileName: string
  fileHash: string
  state: RosterState
  summary: object
  format: string
}
const insert = statement(
  (
    $: Record<'district' | 'id' | 'name' | 'hash' | 'state' | 'summary' | 'format', string> & {
      by: string | null
      at: Date
      appliedAt: Date | null
    },
  ) => sql`
    insert into roster_import (district_id, id, file_name, file_hash, format, state, summary, made_by, made_at, applied_by, applied_at)
    values (${$.district}, ${$.id}, ${$.name}, decode(${$.hash}, 'hex'), ${$.format}, ${$.state}, ${$.summary}::jsonb,
      ${$.by}::uuid, ${$.at}, case when ${$.appliedAt}::timestamptz is not null then ${$.by}::uuid end, ${$.appliedAt}::timestamptz)`,
)

/** Notes that a file came in. */
export const insertImport = ({ tx, districtId, actor, now }: Unit, given: Received) =>
  tx.run(insert, {
    district: districtId,
    id: given.id,
    name: given.fileName,
    hash: given.fileHash,
    format: given.format,
    state: given.state,
    summary: JSON.stringify(given.summary),
    by: actor.personId,
    at: now,
    appliedAt: given.state === 'applied' ? now : null,
  })

const advance = statement(
  (
    $: Record<'district' | 'id' | 'state', string> & {
      summary: string | null
      format: string | null
      by: string | null
      at: Date | null
    },
  ) => sql`
    update roster_import set state = ${$.state}, summary = coalesce(${$.summary}::jsonb, summary),
      format = coalesce(${$.format}, format), applied_by = coalesce(${$.by}::uuid, applied_by),
      applied_at = coalesce(${$.at}::timestamptz, applied_at)
    where district_id = ${$.district} and id = ${$.id}`,
)

type Advance = {
  id: string
  state: RosterState
  summary?: object
  format?: string
  appliedBy?: string | null
  appliedAt?: Date
}

/** Moves a held import on. */
export const advanceImport = ({ tx, districtId }: Unit, given: Advance) =>
  tx.run(advance, {
    district: districtId,
    id: given.id,
    state: given.state,
    summary: given.summary === undefined ? null : JSON.stringify(given.summary),
    format: given.format ?? null,
    by: given.appliedBy ?? null,
    at: given.appliedAt ?? null,
  })
