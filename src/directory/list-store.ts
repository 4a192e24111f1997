import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { columns, partnerFrom, type PartnerRow, tables } from './store.ts'
import type { Acceptance, Modality, Partner, Payer } from './partner.ts'

export const partnerSorts = ['name', 'places', 'updated'] as const
export type PartnerSort = (typeof partnerSorts)[number]

export const partnerTimes = ['after_school', 'weekends'] as const
export type PartnerTimes = (typeof partnerTimes)[number]

/** What a list of agencies is narrowed to. Everything left out lets every agency through. */
export type PartnerFilter = {
  language?: string | undefined
  modality?: Modality | undefined
  payer?: Payer | undefined
  acceptance?: Acceptance | undefined
  times?: PartnerTimes | undefined
  sort: PartnerSort
  /** The last agency of the page before, or the first of the page after. */
  after?: string | undefined
  before?: string | undefined
  /** The one agency its own staff may see; null for all. */
  only: string | null
}

export const pageSize = 25

// Each order ends in the id, so that a page begins exactly where the one before it ended, whatever was added
// meanwhile.
const keysOf: Record<PartnerSort, (table: 'p' | 'edge') => RawBuilder<unknown>[]> = {
  name: (table) => [sql.ref(`${table}.name`), sql.ref(`${table}.id`)],
  places: (table) => [
    sql`-${sql.ref(`${table}.open_places`)}`,
    sql.ref(`${table}.name`),
    sql.ref(`${table}.id`),
  ],
  updated: (table) => [
    sql.ref(`${table}.capacity_updated_at`),
    sql.ref(`${table}.name`),
    sql.ref(`${table}.id`),
  ],
}

function narrowed(district: string, filter: PartnerFilter): RawBuilder<unknown>[] {
  const { language, modality, payer, acceptance, times, only } = filter
  return [
    sql`p.district_id = ${district} and p.ended_at is null`,
    ...(only === null ? [] : [sql`p.id = ${only}`]),
    ...(language === undefined ? [] : [sql`${language} = any(p.languages)`]),
    ...(modality === undefined ? [] : [sql`${modality} = any(p.modalities)`]),
    ...(payer === undefined ? [] : [sql`${payer} = any(p.payers)`]),
    ...(acceptance === undefined ? [] : [sql`p.acceptance = ${acceptance}`]),
    ...(times === undefined ? [] : [sql.ref(`p.${times}`)]),
  ]
}

export type PartnerPage = { partners: Partner[]; previous: string | undefined; next: string | undefined }

/**
 * One page of the directory, narrowed and sorted. `previous` and `next` are the ids a link carries, when
 * there is more.
 */
export async function pageOfPartners(tx: Transaction, filter: PartnerFilter): Promise<PartnerPage> {
  const district = tx.scope.districtId
  const { sort, after, before } = filter
  const keys = keysOf[sort]('p')
  const edge = (id: string) =>
    sql`(select ${sql.join(keysOf[sort]('edge'))} from partner edge where edge.district_id = ${district} and edge.id = ${id})`
  const where = [
    ...narrowed(district, filter),
    ...(after === undefined ? [] : [sql`(${sql.join(keys)}) > ${edge(after)}`]),
    ...(before === undefined ? [] : [sql`(${sql.join(keys)}) < ${edge(before)}`]),
  ]
  const backwards = before !== undefined && after === undefined
  const order = sql.join(keys.map((key) => (backwards ? sql`${key} desc` : key)))
  const rows = await tx.all<PartnerRow>(sql<PartnerRow>`
    select ${columns} from ${tables} where ${sql.join(where, sql` and `)} order by ${order} limit ${pageSize + 1}`)
  const more = rows.length > pageSize
  const shown = rows.slice(0, pageSize)
  const partners = (backwards ? shown.reverse() : shown).map(partnerFrom)
  return {
    partners,
    previous: (backwards ? more : after !== undefined) ? partners[0]?.id : undefined,
    next: (backwards ? true : more) ? partners.at(-1)?.id : undefined,
  }
}

const served = statement(
  ($: { district: string }) => sql<{ language: string }>`
    select distinct unnest(languages) as language from partner where district_id = ${$.district} and ended_at is null
    order by language`,
)

/** Languages that at least one agency serves: what a filter offers. */
export const languagesServed = async (tx: Transaction): Promise<string[]> =>
  (await tx.all(served, { district: tx.scope.districtId })).map(({ language }) => language)
