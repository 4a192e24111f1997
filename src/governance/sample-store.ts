import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { FrameOf, Sample } from './sample.ts'

const columns = sql`s.id, s.from_on as "fromOn", s.until_on as "untilOn", s.seed, p.name as "drawnByName", s.drawn_at as "drawnAt"`
const from = sql`case_sample s join person p on p.district_id = s.district_id and p.id = s.drawn_by`

/** A sample with how many cases it drew, and of how many it is known how they went. */
export type Listed = Sample & { cases: number; toReview: number; reviewed: number }
const all = statement(
  ($: { district: string; limit: number }) => sql<Listed>`
    select ${columns}, c.cases, c."toReview", c.reviewed from ${from}
    cross join lateral (select count(*)::int as cases, count(k.incident_id)::int as "toReview",
      count(k.reviewed_at)::int as reviewed
      from sampled_case k where k.district_id = s.district_id and k.sample_id = s.id) c
    where s.district_id = ${$.district} order by s.drawn_at desc, s.id desc limit ${$.limit}`,
)
/** The samples of the district, the last one first. */
export const listSamples = (tx: Transaction, limit: number): Promise<Listed[]> =>
  tx.all(all, { district: tx.scope.districtId, limit })

const one = statement(
  ($: { district: string; id: string }) => sql<Sample>`
    select ${columns} from ${from} where s.district_id = ${$.district} and s.id = ${$.id}`,
)
export const findSample = (tx: Transaction, id: string): Promise<Sample | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

const parts = statement(
  ($: { district: string; id: string }) => sql<FrameOf>`
    select t.stratum, t.asked, t.frame from case_sample_stratum t
    where t.district_id = ${$.district} and t.sample_id = ${$.id} order by t.stratum desc`,
)
/** The frame a sample was drawn from, as it was then. */
export const framesOf = (tx: Transaction, id: string): Promise<FrameOf[]> =>
  tx.all(parts, { district: tx.scope.districtId, id })

type New = Pick<Sample, 'fromOn' | 'untilOn' | 'seed'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into case_sample (district_id, id, from_on, until_on, seed, method, drawn_by, drawn_at)
    values (${$.district}, ${$.id}, ${$.fromOn}, ${$.untilOn}, ${$.seed}, 'sha256_order', ${$.by}, ${$.now})`,
)
const insertPart = statement(
  ($: {
    district: string
    id: string
    sample: string
    stratum: string
    asked: number
    frame: readonly string[]
  }) => sql`
    insert into case_sample_stratum (district_id, id, sample_id, stratum, asked, frame)
    values (${$.district}, ${$.id}, ${$.sample}, ${$.stratum}, ${$.asked}, ${$.frame}::uuid[])`,
)
/** Keeps a sample with its seed, and the whole frame it was drawn from. @returns its id */
export function insertSample(unit: Unit, given: New, frames: readonly FrameOf[]): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { ...given, district, id, by: actor.personId as string, now })
  for (const part of frames) tx.write(insertPart, { ...part, district, id: unit.id(), sample: id })
  return id
}
