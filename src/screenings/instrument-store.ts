import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CutOff, Instrument, InstrumentRead } from './instrument.ts'

const insert = statement(
  ($: {
    district: string
    id: string
    url: string
    edition: string
    title: string
    sample: boolean
    items: string
    hash: string
    by: string
    at: Date
  }) => sql<{ id: string }>`
    insert into screening_instrument (district_id, id, url, edition, title, sample, items, file_hash, imported_by, imported_at)
    values (${$.district}, ${$.id}, ${$.url}, ${$.edition}, ${$.title}, ${$.sample}, ${$.items}::jsonb, ${$.hash}, ${$.by}, ${$.at})
    on conflict (district_id, url, edition) do nothing returning id`,
)
/** Keeps an instrument. @returns its id, or undefined when this version of it is here already */
export async function insertInstrument(
  unit: Unit,
  { version, items, ...read }: InstrumentRead,
  hash: string,
): Promise<string | undefined> {
  const { tx, districtId: district, actor, now: at } = unit
  const kept = await tx.maybe(insert, {
    ...read,
    district,
    id: unit.id(),
    edition: version,
    items: JSON.stringify(items),
    hash,
    by: actor.personId as string,
    at,
  })
  return kept?.id
}

const columns = sql`i.id, i.url, i.edition, i.title, i.sample, i.items, p.name as "importedByName", i.imported_at as "importedAt"`
const from = sql`screening_instrument i join person p on p.district_id = i.district_id and p.id = i.imported_by`
const all = statement(
  ($: { district: string }) => sql<Instrument>`
    select ${columns} from ${from} where i.district_id = ${$.district} order by i.title, i.imported_at desc, i.id limit 60`,
)
/** The instruments of the district, by title. */
export const instrumentsOf = (tx: Transaction): Promise<Instrument[]> =>
  tx.all(all, { district: tx.scope.districtId })
const one = statement(
  ($: { district: string; id: string }) => sql<Instrument>`
    select ${columns} from ${from} where i.district_id = ${$.district} and i.id = ${$.id}`,
)
export const findInstrument = (tx: Transaction, id: string): Promise<Instrument | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

const cutOffs = statement(
  ($: { district: string }) => sql<CutOff>`
    select c.id, c.instrument_id as "instrumentId", c.number, c.points, c.decision, p.name as "setByName", c.set_at as "setAt"
    from screening_cut_off c join person p on p.district_id = c.district_id and p.id = c.set_by
    where c.district_id = ${$.district} order by c.instrument_id, c.number desc limit 300`,
)
/** Every version of every cut-off, the latest of each instrument first. */
export const cutOffsOf = (tx: Transaction): Promise<CutOff[]> =>
  tx.all(cutOffs, { district: tx.scope.districtId })

const insertNext = statement(
  ($: {
    district: string
    id: string
    instrument: string
    points: number
    decision: string
    by: string
    at: Date
  }) => sql<{ number: number }>`
    insert into screening_cut_off (district_id, id, instrument_id, number, points, decision, set_by, set_at)
    select ${$.district}, ${$.id}, ${$.instrument}, coalesce(max(c.number), 0) + 1, ${$.points}, ${$.decision}, ${$.by}, ${$.at}
    from screening_cut_off c where c.district_id = ${$.district} and c.instrument_id = ${$.instrument}
    on conflict do nothing returning number`,
)
/**
 * Sets the next version of a cut-off, in force at once for rounds that are opened from now on.
 * @returns undefined when somebody else set one at the same moment
 */
export async function insertCutOff(
  unit: Unit,
  { instrumentId, points, decision }: Pick<CutOff, 'instrumentId' | 'points' | 'decision'>,
): Promise<{ id: string; number: number } | undefined> {
  const { tx, districtId: district, actor, now: at } = unit
  const id = unit.id()
  const values = {
    district,
    id,
    instrument: instrumentId,
    points,
    decision,
    by: actor.personId as string,
    at,
  }
  const set = await tx.maybe(insertNext, values)
  return set && { id, number: set.number }
}
