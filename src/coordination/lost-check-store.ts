import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { judged, Need, OpenType } from './lost.ts'

/** One look through everything that is open. */
export type LostCheck = {
  id: string
  day: string
  checkedAt: Date
  open: number
  found: number
  repaired: number
}

const latest = statement(
  ($: { district: string; limit: number }) => sql<LostCheck>`
    select id, day, checked_at as "checkedAt", open, found, repaired from lost_check
    where district_id = ${$.district} order by checked_at desc, id desc limit ${$.limit}`,
)
/** The latest looks, the newest first. */
export const latestChecks = (tx: Transaction, limit: number): Promise<LostCheck[]> =>
  tx.all(latest, { district: tx.scope.districtId, limit })

type NewCheck = Record<'district' | 'id' | 'day', string> &
  Record<'open' | 'found' | 'repaired', number> & { at: Date }
const insert = statement(
  ($: NewCheck) => sql`
    insert into lost_check (district_id, id, day, checked_at, open, found, repaired)
    values (${$.district}, ${$.id}, ${$.day}, ${$.at}, ${$.open}, ${$.found}, ${$.repaired})`,
)
const insertFindings = statement(
  ($: { district: string; check: string; rows: string }) => sql`
    insert into lost_finding (district_id, id, check_id, record_type, record_id, referral_id, student_id, school_id, lacks, repaired)
    select ${$.district}::uuid, r."id", ${$.check}::uuid, r."type", r."recordId", r."referralId", r."studentId", r."schoolId",
      r."lacks", r."repaired"
    from jsonb_to_recordset(${$.rows}::jsonb) as r("id" uuid, "type" text, "recordId" uuid, "referralId" uuid, "studentId" uuid,
      "schoolId" uuid, "lacks" text, "repaired" boolean)`,
)

/** Keeps one look and what it found. @returns its id */
export async function insertCheck(
  unit: Unit,
  { day, open, findings }: { day: string; open: number; findings: ReturnType<typeof judged> },
): Promise<string> {
  const id = unit.id()
  const { districtId: district, now: at } = unit
  const counts = {
    open,
    found: findings.length,
    repaired: findings.filter(({ repaired }) => repaired).length,
  }
  await unit.tx.run(insert, { district, id, day, at, ...counts })
  const rows = findings.map(
    ({ record: { id: recordId, type, referralId, studentId, schoolId }, need, repaired }) => ({
      id: unit.id(),
      type,
      recordId,
      referralId,
      studentId,
      schoolId,
      lacks: need,
      repaired,
    }),
  )
  if (rows.length > 0) await unit.tx.run(insertFindings, { district, check: id, rows: JSON.stringify(rows) })
  return id
}

/** Something that was missing, as a page says it. */
export type Finding = {
  id: string
  recordType: OpenType
  recordId: string
  referralId: string | null
  studentId: string | null
  number: number | null
  schoolName: string
  lacks: Need
  repaired: boolean
}

const findings = statement(
  ($: { district: string; check: string; schools: readonly string[] | null }) => sql<Finding>`
    select l.id, l.record_type as "recordType", l.record_id as "recordId", l.referral_id as "referralId",
      l.student_id as "studentId", f.number::int, c.name as "schoolName", l.lacks, l.repaired
    from lost_finding l join school c on c.district_id = l.district_id and c.id = l.school_id
    left join referral f on f.district_id = l.district_id and f.id = l.referral_id
    where l.district_id = ${$.district} and l.check_id = ${$.check} and ${withinReach($.schools, 'l.school_id')}
    order by l.repaired, c.name, l.record_type, l.id limit 200`,
)
/** What one look found at the schools within reach: first what could not be put right. */
export const findingsOf = (tx: Transaction, actor: Actor, checkId: string): Promise<Finding[]> =>
  tx.all(findings, { district: tx.scope.districtId, check: checkId, schools: schoolsInReach(actor) })
