import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** What is left of a notice for whoever accounts for it: that it came, what was done and when. */
export type Accounted = {
  readonly id: string
  readonly receipt: string
  readonly agency: string
  readonly label: string
  readonly schoolName: string
  readonly receivedAt: Date
  readonly answerDueAt: Date
  readonly acknowledgedAt: Date | null
  readonly acknowledgedByName: string | null
  readonly expiresAt: Date
  readonly studentId: string | null
  readonly studentName: string | null
  readonly told: number
  readonly teachers: number
  /** Codes of what was done, in order. */
  readonly steps: readonly string[]
}

const all = statement(
  ($: { district: string; schools: readonly string[] | null; before: Date; limit: number }) => sql<Accounted>`
    select n.id, n.receipt, a.agency, s.label, c.name as "schoolName", n.received_at as "receivedAt", n.answer_due_at as "answerDueAt",
      n.acknowledged_at as "acknowledgedAt", p.name as "acknowledgedByName", n.expires_at as "expiresAt",
      n.student_id as "studentId", coalesce(t.preferred_name, t.given_name) || ' ' || t.family_name as "studentName",
      (select count(*)::int from care_notice_told k where k.district_id = n.district_id and k.notice_id = n.id) as told,
      (select count(*)::int from care_notice_signal k where k.district_id = n.district_id and k.notice_id = n.id
        and k.student_id = n.student_id) as teachers,
      array(select k.kind from care_notice_step k where k.district_id = n.district_id and k.notice_id = n.id
          and (k.student_id is null or k.student_id = n.student_id) order by k.taken_at, k.id) as steps
    from care_notice n
    join care_notice_sender s on s.district_id = n.district_id and s.id = n.sender_id
    join care_notice_agreement a on a.district_id = s.district_id and a.id = s.agreement_id
    join school c on c.district_id = n.district_id and c.id = n.school_id
    left join person p on p.district_id = n.district_id and p.id = n.acknowledged_by
    left join student t on t.district_id = n.district_id and t.id = n.student_id
    where n.district_id = ${$.district} and n.received_at < ${$.before} and ${withinReach($.schools, 'n.school_id')}
    order by n.received_at desc, n.id limit ${$.limit}`,
)

/** Every notice of schools in reach that came before an instant, the latest first: also those that ended. */
export const accountedBefore = (
  tx: Transaction,
  actor: Actor,
  asked: { before: Date; limit: number },
): Promise<Accounted[]> =>
  tx.all(all, { district: tx.scope.districtId, schools: schoolsInReach(actor), ...asked })
