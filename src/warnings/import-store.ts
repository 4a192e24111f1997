import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { EventKind } from './school-event.ts'

/** A file that was taken in, as the list tells it. */
export type EventImport = {
  readonly id: string
  readonly kind: EventKind
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly unknown: number
  readonly raised: number
  readonly ignored: readonly string[]
  /** Whether somebody only looked what it would change. */
  readonly previewed: boolean
  readonly madeByName: string
  readonly madeAt: Date
}
type New = Omit<EventImport, 'madeByName' | 'madeAt'> & { readonly fileHash: string }

const insert = statement(
  ($: New & { district: string; by: string; at: Date }) => sql`
    insert into school_event_import (district_id, id, kind, file_hash, added, changed, same, unknown, raised, ignored, previewed,
      made_by, made_at)
    values (${$.district}, ${$.id}, ${$.kind}, ${$.fileHash}, ${$.added}, ${$.changed}, ${$.same}, ${$.unknown}, ${$.raised},
      ${$.ignored}::text[], ${$.previewed}, ${$.by}, ${$.at})`,
)
/** Logs a file that was taken in [R368]. */
export const insertImport = ({ tx, districtId, actor, now }: Unit, made: New): void =>
  tx.write(insert, { ...made, district: districtId, by: actor.personId as string, at: now })

const latest = statement(
  ($: { district: string }) => sql<EventImport>`
    select i.id, i.kind, i.added, i.changed, i.same, i.unknown, i.raised, i.ignored, i.previewed, p.name as "madeByName", i.made_at as "madeAt"
    from school_event_import i join person p on p.district_id = i.district_id and p.id = i.made_by
    where i.district_id = ${$.district} order by i.made_at desc, i.id desc limit 30`,
)
/** The latest files, at most 30. */
export const latestImports = (tx: Transaction): Promise<EventImport[]> =>
  tx.all(latest, { district: tx.scope.districtId })
