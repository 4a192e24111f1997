import { sql } from 'kysely'
import { type Actor, openedStudents, schoolsInReach } from '#access/actor.ts'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { dueAfterRest } from './resting-store.ts'
import { type LineFacts, lineColumns, lineTables, type NextOwner } from '#referrals/contract.ts'

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

/** One open referral as far as it has to be known to be sorted. */
export type OpenReferral = {
  id: string
  highNeed: boolean
  nextOwner: NextOwner | null
  dueAt: Date
}

/** How many referrals of one person are sorted. A navigator carries a tenth of them at most. */
const mostSorted = 2000

const open = statement(
  ($: {
    district: string
    person: string
    covered: readonly string[]
    schools: readonly string[] | null
    now: Date
  }) => sql<OpenReferral>`
    select f.id, f.high_need as "highNeed", f.next_owner as "nextOwner", ${dueAfterRest($.now)} as "dueAt" from referral f
    where f.district_id = ${$.district} and f.ended_at is null and (f.navigator_id = ${$.person}
      or (f.navigator_id = any(${$.covered}::uuid[]) and ${withinReach($.schools, 'f.school_id')}))
    order by f.next_due_at, f.id limit ${sql.lit(mostSorted)}`,
)
/**
 * Open referrals a navigator owns, the soonest promise first: what they owe, and what they wait for; with
 * those of colleagues they stand in for, at their own schools.
 */
export const referralsOwnedBy = (
  tx: Transaction,
  actor: Actor,
  { covered, now }: { covered: readonly string[]; now: Date },
): Promise<OpenReferral[]> =>
  tx.all(open, {
    district: tx.scope.districtId,
    person: actor.personId as string,
    covered,
    now,
    schools: schoolsInReach(actor),
  })

const details = statement(
  ($: { district: string; ids: readonly string[]; now: Date }) => sql<OwedReferral>`
    select f.id, f.number, f.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      s.grade, c.name as "schoolName", f.high_need as "highNeed", u.name as "navigatorName", p.short_name as "partnerShortName",
      p.phone as "partnerPhone", ${dueAfterRest($.now)} as "nextDueAt", g.name as "caregiverName", g.language as "caregiverLanguage",
      g.contact_rule as "contactRule", g.contact_hours as "contactHours", ${lineColumns($.now)}
    from unnest(${$.ids}::uuid[]) as shown(id)
    join referral f on f.district_id = ${$.district} and f.id = shown.id
    join district d on d.district_id = f.district_id
    join student s on s.district_id = f.district_id and s.id = f.student_id
    join school c on c.district_id = f.district_id and c.id = f.school_id
    join person u on u.district_id = f.district_id and u.id = f.navigator_id
    left join partner p on p.district_id = f.district_id and p.id = f.partner_id
    ${lineTables}
    left join lateral (
      select w.name, w.language, w.contact_rule, ${opened('caregiver.contact_hours', 'w')} as contact_hours
      from guardianship y join caregiver w on w.district_id = y.district_id and w.id = y.caregiver_id
      where y.district_id = f.district_id and y.student_id = f.student_id and y.ended_on is null
        and ${caregiverNotKept('w', 'y')}
        and not exists (select from consent n where n.district_id = f.district_id and n.referral_id = f.id and n.minor_consented)
      order by y.position, w.name limit 1
    ) g on true`,
)
/** What a page says of the referrals it shows, by id. */
export async function detailsOf(
  tx: Transaction,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<Map<string, OwedReferral>> {
  const rows = ids.length === 0 ? [] : await tx.all(details, { district: tx.scope.districtId, ids, now })
  return new Map(rows.map((row) => [row.id, row]))
}

const name = sql`coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name`
// The instant is asked for inside: read off the values, it made a plan worth its making anew at every page.
const kept = statement(
  ($: {
    district: string
    person: string
    since: Date
    schools: readonly string[] | null
    opened: readonly string[]
  }) => sql<{
    id: string
    at: Date
    name: string
    studentId: string
    studentName: string
  }>`
    select e.id, e.at, e.name, e.student_id as "studentId", ${name} as "studentName"
    from audit_event e join student s on s.district_id = e.district_id and s.id = e.student_id
    where e.district_id = ${$.district} and e.person_id = ${$.person} and e.at >= (select ${$.since}::timestamptz) and e.kind = 'change'
      and ${withinReach($.schools, 's.school_id', { students: $.opened, column: 's.id' })}
    order by e.at desc, e.id desc limit 20`,
)
/**
 * What somebody did since an instant for students they reach, the latest first. A machine reaches nobody
 * through what its holder opened.
 */
export const keptSince = (tx: Transaction, actor: Actor, since: Date) =>
  tx.all(kept, {
    district: tx.scope.districtId,
    person: actor.personId as string,
    since,
    schools: schoolsInReach(actor),
    opened: openedStudents(actor),
  })

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
