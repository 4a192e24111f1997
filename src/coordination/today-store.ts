import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type LineFacts, lineColumns, lineTables } from '#referrals/contract.ts'

/** A referral on somebody's Today: what is owed, and whom to reach about it. */
export type OwedReferral = LineFacts & {
  id: string
  number: number
  studentId: string
  studentName: string
  grade: string
  schoolName: string
  highNeed: boolean
  navigatorName: string
  partnerShortName: string | null
  partnerPhone: string | null
  nextDueAt: Date
  nextVisitAt: Date | null
  caregiverName: string | null
  caregiverLanguage: string | null
  contactRule: string | null
  contactHours: string | null
}

/** How many referrals one Today shows. A navigator carries far fewer; the tracker has the rest. */
const most = 120

type Mine = { district: string; person: string; now: Date }
const owed = (condition: ($: Mine) => ReturnType<typeof sql>) =>
  statement(
    ($: Mine) => sql<OwedReferral>`
      with mine as materialized (
        select f.* from referral f where f.district_id = ${$.district} and f.ended_at is null and ${condition($)}
        order by f.next_due_at, f.id limit ${sql.lit(most)}
      )
      select f.id, f.number, f.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
        s.grade, c.name as "schoolName", f.high_need as "highNeed", u.name as "navigatorName", p.short_name as "partnerShortName",
        p.phone as "partnerPhone", f.next_due_at as "nextDueAt", g.name as "caregiverName", g.language as "caregiverLanguage",
        g.contact_rule as "contactRule", g.contact_hours as "contactHours", ${lineColumns($.now)}
      from mine f
      join district d on d.district_id = f.district_id
      join student s on s.district_id = f.district_id and s.id = f.student_id
      join school c on c.district_id = f.district_id and c.id = f.school_id
      join person u on u.district_id = f.district_id and u.id = f.navigator_id
      left join partner p on p.district_id = f.district_id and p.id = f.partner_id
      ${lineTables}
      left join lateral (
        select w.name, w.language, w.contact_rule, w.contact_hours
        from guardianship y join caregiver w on w.district_id = y.district_id and w.id = y.caregiver_id
        where y.district_id = f.district_id and y.student_id = f.student_id and y.ended_on is null
        order by y.position, w.name limit 1
      ) g on true
      order by f.next_due_at, f.id`,
  )

const navigators = owed(($) => sql`f.navigator_id = ${$.person}`)
/** Open referrals a navigator owns, the soonest promise first: what they owe, and what they wait for. */
export const referralsOwnedBy = (tx: Transaction, personId: string, now: Date): Promise<OwedReferral[]> =>
  tx.all(navigators, { district: tx.scope.districtId, person: personId, now })

const name = sql`coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name`
const kept = statement(
  ($: { district: string; person: string; since: Date }) => sql<{
    id: string
    at: Date
    name: string
    studentId: string
    studentName: string
  }>`
    select e.id, e.at, e.name, e.student_id as "studentId", ${name} as "studentName"
    from audit_event e join student s on s.district_id = e.district_id and s.id = e.student_id
    where e.district_id = ${$.district} and e.person_id = ${$.person} and e.at >= ${$.since} and e.kind = 'change'
    order by e.at desc, e.id desc limit 20`,
)
/** What somebody did for students since an instant, the latest first. */
export const keptSince = (tx: Transaction, personId: string, since: Date) =>
  tx.all(kept, { district: tx.scope.districtId, person: personId, since })

const raised = statement(
  ($: { district: string; person: string }) => sql<{
    id: string
    studentName: string | null
    state: string
    receivedAt: Date
  }>`
    select c.id, ${name} as "studentName", c.state, c.received_at as "receivedAt"
    from concern c left join student s on s.district_id = c.district_id and s.id = c.student_id
    where c.district_id = ${$.district} and c.reporter_id = ${$.person} order by c.received_at desc limit 10`,
)
/** The concerns somebody raised themselves, the latest first. */
export const concernsRaised = (tx: Transaction, personId: string) =>
  tx.all(raised, { district: tx.scope.districtId, person: personId })
