import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Framed, Marks, SampledCase } from './sample.ts'

const columns = sql`
  k.id, k.sample_id as "sampleId", case when k.incident_id is null then 'override' else 'crisis' end as stratum,
  k.decision_id as "decisionId", k.incident_id as "incidentId", k.student_id as "studentId", k.school_id as "schoolId",
  c.name as "schoolName", k.position, k.took_part as "tookPart", k.reviewer_id as "reviewerId", p.name as "reviewerName", k.recorded,
  k.marks, ${opened('sampled_case.reason', 'k')} as reason, w.name as "reviewedByName", k.reviewed_at as "reviewedAt", k.version`
const from = sql`sampled_case k
  join school c on c.district_id = k.district_id and c.id = k.school_id
  left join person p on p.district_id = k.district_id and p.id = k.reviewer_id
  left join person w on w.district_id = k.district_id and w.id = k.reviewed_by`

type Reach = { district: string; schools: readonly string[] | null }
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

const ofSample = statement(
  ($: Reach & { sample: string }) => sql<SampledCase>`
    select ${columns} from ${from} where k.district_id = ${$.district} and k.sample_id = ${$.sample}
      and ${withinReach($.schools, 'k.school_id')} order by k.incident_id is null, k.position, k.id`,
)
/** The cases of a sample at schools within reach, in the order they were drawn. */
export const casesOf = (tx: Transaction, actor: Actor, sample: string): Promise<SampledCase[]> =>
  tx.all(ofSample, { ...reachOf(actor), sample })

const byId = ($: Reach & { id: string }) => sql<SampledCase>`
  select ${columns} from ${from} where k.district_id = ${$.district} and k.id = ${$.id}
    and k.incident_id is not null and ${withinReach($.schools, 'k.school_id')}`
const one = statement(byId)
const held = statement(($: Reach & { id: string }) => sql<SampledCase>`${byId($)} for no key update of k`)
/** A sampled incident of a school within reach. */
export const findCase = (tx: Transaction, actor: Actor, id: string): Promise<SampledCase | undefined> =>
  tx.maybe(one, { ...reachOf(actor), id })
/** Takes the row for the rest of the act. */
export const holdCase = ({ tx, actor }: Unit, id: string): Promise<SampledCase | undefined> =>
  tx.maybe(held, { ...reachOf(actor), id })

const marked = statement(
  ($: Reach & { since: Date }) => sql<{ marks: Marks }>`
    select k.marks from sampled_case k where k.district_id = ${$.district} and k.marks is not null
      and k.reviewed_at > ${$.since} and ${withinReach($.schools, 'k.school_id')}`,
)
/** What was found in cases reviewed since an instant, at schools within reach. */
export const marksSince = async (tx: Transaction, actor: Actor, since: Date): Promise<Marks[]> =>
  (await tx.all(marked, { ...reachOf(actor), since })).map(({ marks }) => marks)

const waiting = statement(
  ($: { district: string; person: string }) => sql<{ count: number }>`
    select count(*)::int as count from sampled_case k where k.district_id = ${$.district} and k.reviewer_id = ${$.person}
      and k.reviewed_at is null and k.incident_id is not null`,
)
/** How many drawn cases wait for somebody's review. */
export const countToReview = async (tx: Transaction, person: string): Promise<number> =>
  (await tx.one(waiting, { district: tx.scope.districtId, person })).count

const insert = statement(
  ($: { district: string; row: string }) => sql`
    insert into sampled_case (district_id, id, sample_id, decision_id, incident_id, student_id, school_id, position, took_part,
      reviewer_id)
    select ${$.district}::uuid, r."id", r."sampleId", r."decisionId", r."incidentId", r."studentId", r."schoolId", r."position",
      r."tookPart", r."reviewerId"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "sampleId" uuid, "decisionId" uuid, "incidentId" uuid, "studentId" uuid,
      "schoolId" uuid, "position" int, "tookPart" uuid[], "reviewerId" uuid)`,
)
type New = { sampleId: string; position: number; reviewerId: string | null }
/** Keeps that a case was drawn. @returns its id */
export function insertCase(unit: Unit, drawn: Framed, given: New): string {
  const id = unit.id()
  const { stratum, id: of, studentId, schoolId, tookPart } = drawn
  const about = stratum === 'crisis' ? { incidentId: of } : { decisionId: of }
  const row = JSON.stringify({ id, ...about, studentId, schoolId, tookPart, ...given })
  unit.tx.write(insert, { district: unit.districtId, row })
  return id
}

const save = statement(
  (
    $: Record<'district' | 'id' | 'recorded' | 'marks' | 'by', string> & {
      reason: string | null
      now: Date
      version: number
    },
  ) => sql`
    update sampled_case set recorded = ${$.recorded}::jsonb, marks = ${$.marks}::jsonb, reason = ${$.reason},
      reviewed_by = ${$.by}, reviewed_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Keeps what a reviewer found in a held case, beside what the record said. */
export function saveReviewed(
  { tx, districtId, actor, now }: Unit,
  { id, studentId, version }: SampledCase,
  { recorded, marks, reason }: { recorded: Marks; marks: Marks; reason: string | null },
): void {
  const sealed = tx.sealed('sampled_case', { row: id, of: studentId }, { reason })
  tx.write(save, {
    ...sealed,
    district: districtId,
    id,
    recorded: JSON.stringify(recorded),
    marks: JSON.stringify(marks),
    by: actor.personId as string,
    now,
    version,
  })
}
