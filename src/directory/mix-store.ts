import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Modality } from './partner.ts'

/** The ways an agency has places for, each with the code a family reads. */
export const mixWays = {
  onCampus: 'on_campus',
  offCampus: 'in_person',
  atHome: 'home',
  byVideo: 'telehealth',
} as const
export type MixWay = keyof typeof mixWays
export const mixWayNames = Object.keys(mixWays) as MixWay[]

/** How many places an agency has for each way, from a day on. */
export type Mix = Readonly<Record<MixWay, number>> & {
  readonly id: string
  readonly partnerId: string
  /** YYYY-MM-DD */
  readonly effectiveOn: string
  readonly plannedByName: string
  readonly plannedAt: Date
  readonly begunAt: Date | null
}
const columns = sql`
  m.id, m.partner_id as "partnerId", m.effective_on as "effectiveOn", m.on_campus as "onCampus", m.off_campus as "offCampus",
  m.at_home as "atHome", m.by_video as "byVideo", p.name as "plannedByName", m.planned_at as "plannedAt", m.begun_at as "begunAt"`
const from = sql`modality_mix m join person p on p.district_id = m.district_id and p.id = m.planned_by`

type Of = { district: string; id: string }
const ofPartner = statement(
  ($: Of) => sql<Mix>`
    select ${columns} from ${from} where m.district_id = ${$.district} and m.partner_id = ${$.id}
    order by m.effective_on desc limit 12`,
)
/** What was planned for an agency, the latest day first. */
export const mixesOf = (tx: Transaction, partnerId: string): Promise<Mix[]> =>
  tx.all(ofPartner, { district: tx.scope.districtId, id: partnerId })

const held = statement(
  ($: Of) => sql<Mix>`
    select ${columns} from ${from} where m.district_id = ${$.district} and m.id = ${$.id} for no key update of m`,
)
export const holdMix = ({ tx, districtId }: Unit, id: string): Promise<Mix | undefined> =>
  tx.maybe(held, { district: districtId, id })

type New = Readonly<Record<MixWay, number>> & { partnerId: string; effectiveOn: string }
const insert = statement(
  ($: Of & New & { by: string; now: Date }) => sql`
    insert into modality_mix (district_id, id, partner_id, effective_on, on_campus, off_campus, at_home, by_video, planned_by,
      planned_at)
    values (${$.district}, ${$.id}, ${$.partnerId}, ${$.effectiveOn}::date, ${$.onCampus}, ${$.offCampus}, ${$.atHome},
      ${$.byVideo}, ${$.by}, ${$.now})`,
)
/** Plans a mix. @returns its id */
export function insertMix(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { ...given, district, id, by: actor.personId as string, now })
  return id
}

const begin = statement(
  ($: Of & { now: Date }) => sql`
    update modality_mix set begun_at = ${$.now} where district_id = ${$.district} and id = ${$.id} and begun_at is null`,
)
const follow = statement(
  ($: Of & { places: number; ways: readonly string[]; now: Date }) => sql`
    update partner set open_places = ${$.places}, modalities = ${$.ways}::text[], capacity_updated_at = ${$.now},
      version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Its day has come: the room and the ways of the agency are those of a held mix. */
export function saveBegun(unit: Unit, mix: Mix, ways: readonly Modality[]): void {
  const { tx, districtId: district, now } = unit
  const places = mixWayNames.reduce((sum, way) => sum + mix[way], 0)
  tx.write(begin, { district, id: mix.id, now })
  tx.write(follow, { district, id: mix.partnerId, places, ways, now })
}
