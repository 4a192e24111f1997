import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Round } from './instrument.ts'

/** A student as a line of a file names them, and how they stand towards a round. */
export type Screened = {
  readonly named: string
  readonly id: string
  readonly grade: string | null
  readonly inRound: boolean
  readonly optedOut: boolean
  /** A result of this round is kept. */
  readonly known: boolean
  /** A concern that came from screening and is open. */
  readonly openConcern: string | null
}
const named = statement(
  ($: { district: string; round: string; today: string; names: readonly string[] }) => sql<Screened>`
    select n.named, s.id, s.grade,
      s.school_id = r.school_id and s.grade = any(r.grades) and coalesce(s.left_on > ${$.today}::date, true) as "inRound",
      exists (select from screening_opt_out o where o.district_id = s.district_id and o.student_id = s.id and o.ended_at is null)
        as "optedOut",
      exists (select from screening_result t where t.district_id = s.district_id and t.round_id = r.id and t.student_id = s.id) as known,
      (select c.id from concern c where c.district_id = s.district_id and c.student_id = s.id and c.source = 'screener'
        and c.state in ('submitted', 'acknowledged') order by c.received_at limit 1) as "openConcern"
    from unnest(${$.names}::text[]) as n(named)
    join student s on s.district_id = ${$.district} and (s.source_id = n.named or s.local_id = n.named)
    join screening_round r on r.district_id = s.district_id and r.id = ${$.round}`,
)
/** Students by the id their student system or the school knows them by, as they stand towards a round. */
export const screenedNamed = (
  tx: Transaction,
  { round, names, today }: { round: string; names: readonly string[]; today: string },
): Promise<Screened[]> => tx.all(named, { district: tx.scope.districtId, round, names, today })

export type NewResult = {
  readonly studentId: string
  readonly grade: string
  readonly screenedOn: string
  readonly over: boolean
  readonly concernId: string | null
}
const insert = statement(
  ($: { district: string; round: string; school: string; load: string; rows: string }) => sql`
    insert into screening_result (district_id, id, round_id, student_id, school_id, grade, screened_on, over, concern_id, load_id)
    select ${$.district}, r.id, ${$.round}, r."studentId", ${$.school}, r.grade, r."screenedOn", r.over, r."concernId", ${$.load}
    from jsonb_to_recordset(${$.rows}::jsonb) as r(id uuid, "studentId" uuid, grade text, "screenedOn" date, over boolean,
      "concernId" uuid)`,
)
/** Keeps results of a round. */
export function insertResults(
  unit: Unit,
  { id: round, schoolId: school }: Round,
  { loadId: load, results }: { loadId: string; results: readonly NewResult[] },
): void {
  const rows = JSON.stringify(results.map((result) => ({ ...result, id: unit.id() })))
  unit.tx.write(insert, { district: unit.districtId, round, school, load, rows })
}

/** A file that was scored, as the page of its round tells it. */
export type Load = {
  readonly id: string
  readonly added: number
  readonly known: number
  readonly loadedByName: string
  readonly loadedAt: Date
}
type NewLoad = { id: string; roundId: string; hash: string; added: number; known: number; raised: number }
const insertOne = statement(
  ($: NewLoad & { district: string; by: string; at: Date }) => sql`
    insert into screening_load (district_id, id, round_id, file_hash, added, known, raised, loaded_by, loaded_at)
    values (${$.district}, ${$.id}, ${$.roundId}, ${$.hash}, ${$.added}, ${$.known}, ${$.raised}, ${$.by}, ${$.at})`,
)
/** Logs a file that was scored. */
export const insertLoad = ({ tx, districtId, actor, now: at }: Unit, load: NewLoad): void =>
  tx.write(insertOne, { ...load, district: districtId, by: actor.personId as string, at })

const loads = statement(
  ($: { district: string; round: string }) => sql<Load>`
    select l.id, l.added, l.known, p.name as "loadedByName", l.loaded_at as "loadedAt"
    from screening_load l join person p on p.district_id = l.district_id and p.id = l.loaded_by
    where l.district_id = ${$.district} and l.round_id = ${$.round} order by l.loaded_at desc, l.id desc limit 30`,
)
/** The files of a round, the latest first. */
export const loadsOf = (tx: Transaction, round: string): Promise<Load[]> =>
  tx.all(loads, { district: tx.scope.districtId, round })

/** That a student took part in a round, and whether it was brought to triage. */
export type TookPart = {
  readonly title: string
  readonly screenedOn: string
  readonly over: boolean
  readonly cutOffNumber: number
  readonly concernId: string | null
}
const took = statement(
  ($: { district: string; student: string }) => sql<TookPart>`
    select i.title, t.screened_on as "screenedOn", t.over, c.number as "cutOffNumber", t.concern_id as "concernId"
    from screening_result t
    join screening_round r on r.district_id = t.district_id and r.id = t.round_id
    join screening_instrument i on i.district_id = r.district_id and i.id = r.instrument_id
    join screening_cut_off c on c.district_id = r.district_id and c.id = r.cut_off_id
    where t.district_id = ${$.district} and t.student_id = ${$.student} order by t.screened_on desc, t.id desc limit 60`,
)
/** The rounds a student took part in, the latest first. Reach is judged by the caller. */
export const resultsOf = (tx: Transaction, student: string): Promise<TookPart[]> =>
  tx.all(took, { district: tx.scope.districtId, student })
