import { sql } from 'kysely'
import { type Actor, openedStudents, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { lacksClinician } from './clinical-store.ts'
import { type LineFacts, lineColumns, lineTables } from '#referrals/contract.ts'

/** A referral as the student's page shows it, with the facts of its line. */
export type StudentReferral = LineFacts & {
  id: string
  number: number
  schoolId: string
  navigatorId: string
  navigatorName: string
  partnerId: string | null
  partnerName: string | null
  partnerShortName: string | null
  partnerAddress: string | null
  partnerPhone: string | null
  routeName: string | null
  highNeed: boolean
  /** Since when the student is at high risk while nobody clinical answers for them. */
  clinicianOwedSince: Date | null
  reasonCategory: string
  serviceSought: string
  tier: number | null
  chosenPath: string | null
  deciderName: string | null
  reporterName: string | null
  firstReferredAt: Date
  predecessorId: string | null
  nextDueAt: Date | null
  nextVisitAt: Date | null
  handoffDueAt: Date | null
  ending: string | null
  /** Why the agency could not go on, and when it said so. */
  declineReason: string | null
  turnedDownAt: Date | null
  /** When the family last said that it was seen, where the agency may not tell. */
  familySaysAt: Date | null
}

const ofStudent = statement(
  ($: {
    district: string
    student: string
    schools: readonly string[] | null
    opened: readonly string[]
    now: Date
  }) => sql<StudentReferral>`
    select f.id, f.number, f.school_id as "schoolId", f.navigator_id as "navigatorId", g.name as "navigatorName",
      f.partner_id as "partnerId", p.name as "partnerName", p.short_name as "partnerShortName", p.address as "partnerAddress",
      p.phone as "partnerPhone", r.address as "routeName", f.high_need as "highNeed",
      case when ${lacksClinician(sql`f`)} then f.high_risk_at end as "clinicianOwedSince",
      f.reason_category as "reasonCategory", f.service_sought as "serviceSought", f.tier, t.chosen as "chosenPath",
      e.name as "deciderName", w.name as "reporterName",
      f.first_referred_at as "firstReferredAt", f.predecessor_id as "predecessorId", f.next_due_at as "nextDueAt",
      h.due_at as "handoffDueAt", q.ending, z.reason as "declineReason", z.entered_at as "turnedDownAt",
      y.happened_at as "familySaysAt", ${lineColumns($.now)}
    from referral f
    join district d on d.district_id = f.district_id
    join person g on g.district_id = f.district_id and g.id = f.navigator_id
    left join partner p on p.district_id = f.district_id and p.id = f.partner_id
    left join intake_route r on r.district_id = f.district_id and r.partner_id = f.partner_id and r.closed_at is null
    ${lineTables}
    left join triage_decision t on t.district_id = f.district_id and t.id = f.decision_id
    left join concern n on n.district_id = t.district_id and n.id = t.concern_id
    left join person e on e.district_id = t.district_id and e.id = t.decided_by
    left join person w on w.district_id = n.district_id and w.id = n.reporter_id
    left join referral_ending q on q.district_id = f.district_id and q.referral_id = f.id
    left join lateral (select u.reason, u.entered_at from referral_status u
      where u.district_id = f.district_id and u.referral_id = f.id and u.status in ('not_accepted', 'redirected')
      order by u.entered_at desc, u.id desc limit 1) z on true
    left join lateral (select max(u.happened_at) as happened_at from referral_status u
      where u.district_id = f.district_id and u.referral_id = f.id and u.source = 'family_reported'
        and u.status in ('first_appointment_completed', 'ongoing_engagement') and u.answer is distinct from false) y on true
    where f.district_id = ${$.district} and f.student_id = ${$.student}
      and ${withinReach($.schools, 'f.school_id', { students: $.opened, column: 'f.student_id' })}
    order by f.ended_at nulls first, f.referred_at desc, f.id desc limit 12`,
)
/** The referrals of a student within reach, open ones first, then the latest. */
export const referralsOf = (
  tx: Transaction,
  actor: Actor,
  { studentId, now }: { studentId: string; now: Date },
): Promise<StudentReferral[]> =>
  tx.all(ofStudent, {
    district: tx.scope.districtId,
    student: studentId,
    schools: schoolsInReach(actor),
    opened: openedStudents(actor),
    now,
  })

/** The visit a student has next under a referral that is open, whoever it is with. */
export type NextVisit = {
  id: string
  kind: string
  startsAt: Date
  place: string
  modality: string
  withWhom: string | null
  partnerShortName: string
  bookedByName: string
  bookedAt: Date
}
const visits = statement(
  ($: { district: string; student: string; now: Date }) => sql<NextVisit>`
    select b.id, b.kind, b.starts_at as "startsAt", ${opened('appointment.place', 'b')} as place, b.modality,
      ${opened('appointment.with_whom', 'b')} as "withWhom",
      p.short_name as "partnerShortName", g.name as "bookedByName", b.booked_at as "bookedAt"
    from appointment b
    join referral f on f.district_id = b.district_id and f.id = b.referral_id and f.ended_at is null
    join partner p on p.district_id = b.district_id and p.id = b.partner_id
    join person g on g.district_id = b.district_id and g.id = b.booked_by
    where b.district_id = ${$.district} and b.student_id = ${$.student} and b.result is null and b.starts_at >= ${$.now}
    order by b.starts_at, b.id limit 1`,
)
export const findNextVisit = (
  tx: Transaction,
  studentId: string,
  now: Date,
): Promise<NextVisit | undefined> =>
  tx.maybe(visits, { district: tx.scope.districtId, student: studentId, now })

const over = statement(
  ($: { district: string; student: string; now: Date }) => sql<{ at: Date | null }>`
    select min(b.starts_at) as at
    from appointment b
    join referral f on f.district_id = b.district_id and f.id = b.referral_id and f.ended_at is null
    where b.district_id = ${$.district} and b.student_id = ${$.student} and b.result is null and b.starts_at < ${$.now}`,
)
/** When the earliest visit was due of which nobody has said what came of it; null when there is none. */
export const unreportedVisitAt = async (
  tx: Transaction,
  studentId: string,
  now: Date,
): Promise<Date | null> => (await tx.one(over, { district: tx.scope.districtId, student: studentId, now })).at

/**
 * What else is open around a student: facts with a day, from the modules that own them. A student's own
 * request counts for those who read it.
 */
export type OpenThings = {
  barriers: number
  supports: number
  incidents: number
  concerns: number
  signals: number
}
const about = ($: { district: string; student: string }) =>
  sql`district_id = ${$.district} and student_id = ${$.student}`
const open = statement(
  ($: { district: string; student: string; all: boolean }) => sql<OpenThings>`
    select
      (select count(*)::int from barrier where ${about($)} and resolved_at is null) as barriers,
      (select count(*)::int from brief_support where ${about($)} and ended_at is null) as supports,
      (select count(*)::int from crisis_incident where ${about($)} and state <> 'closed') as incidents,
      (select count(*)::int from concern where ${about($)} and state in ('submitted', 'acknowledged')
        and (${$.all} or source <> 'student')) as concerns,
      (select count(*)::int from safety_signal where ${about($)} and acknowledged_at is null) as signals`,
)
export const openThings = (tx: Transaction, studentId: string, all: boolean): Promise<OpenThings> =>
  tx.one(open, { district: tx.scope.districtId, student: studentId, all })
