import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

/** One line of the education record: what the school did, and when. */
export type FileLine = {
  kind: 'concern' | 'decision' | 'support' | 'referral'
  at: Date
  says: string | null
}
const lines = statement(
  ($: { district: string; student: string }) => sql<FileLine>`
    select 'concern' as kind, c.received_at as at, ${opened('concern.observed', 'c')} as says from concern c
      where c.district_id = ${$.district} and c.student_id = ${$.student} and c.source = 'staff'
    union all select 'decision', t.decided_at, t.chosen from triage_decision t
      where t.district_id = ${$.district} and t.student_id = ${$.student}
        and not exists (select from concern c where c.district_id = t.district_id and c.id = t.concern_id and c.source = 'student')
        and (t.chosen <> 'b' or exists (select from referral f where f.district_id = t.district_id and f.decision_id = t.id))
    union all select 'support', b.starts_on::timestamptz, ${opened('brief_support.focus', 'b')} from brief_support b
      where b.district_id = ${$.district} and b.student_id = ${$.student}
    union all select 'referral', f.sent_at, p.name from referral f
      join partner p on p.district_id = f.district_id and p.id = f.partner_id
      where f.district_id = ${$.district} and f.student_id = ${$.student} and f.sent_at is not null
    order by at desc`,
)
/**
 * The school's own records of a student, the latest first. What an agency told the school is the agency's,
 * and what a student asked for alone is not for a caregiver: neither is among them. What a student agreed to
 * alone the walls withhold from this look, and a decision that led there goes with it.
 */
export const fileLines = (tx: Transaction, studentId: string): Promise<FileLine[]> =>
  tx.all(lines, { district: tx.scope.districtId, student: studentId })
