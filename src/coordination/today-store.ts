import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
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

/**
 * Something small that is owed beside referrals. Which words it has stands in the catalog of Today, by
 * kind.
 */
export type OwedThing = {
  kind:
    | 'concern'
    | 'review'
    | 'support'
    | 'alert'
    | 'signal'
    | 'further'
    | 'barrier'
    | 'measures'
    | 'notice'
    | 'question'
  id: string
  /** What to open. */
  aboutId: string
  studentId: string | null
  studentName: string | null
  code: string | null
  madeAt: Date
  dueAt: Date | null
}
type Reach = {
  district: string
  person: string
  schools: readonly string[] | null
  triage: boolean
  crisis: boolean
  care: boolean
  lead: boolean
}
const within = ($: Reach, column: string) =>
  sql`(${$.schools}::uuid[] is null or ${sql.ref(column)} = any(${$.schools}::uuid[]))`
const name = sql`coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name`
const student = (of: string) =>
  sql`left join student s on s.district_id = ${sql.ref(`${of}.district_id`)} and s.id = ${sql.ref(`${of}.student_id`)}`

const things = statement(
  ($: Reach) => sql<OwedThing>`
    (select 'concern' as kind, c.id, c.id as "aboutId", c.student_id as "studentId", coalesce(${name}, c.about_name) as "studentName",
        c.urgency as code, c.received_at as "madeAt", c.due_at as "dueAt"
      from concern c ${student('c')}
      where ${$.triage} and c.district_id = ${$.district} and c.state in ('submitted', 'acknowledged') and ${within($, 'c.school_id')}
      order by c.due_at, c.id limit 40)
    union all
    (select 'review', t.id, t.id, t.student_id, ${name}, null, t.decided_at, t.review_due_at
      from triage_decision t ${student('t')}
      where t.district_id = ${$.district} and t.reviewer_id = ${$.person} and t.reviewed_at is null
      order by t.review_due_at limit 20)
    union all
    (select 'support', b.id, b.id, b.student_id, ${name}, b.state, b.starts_on::timestamp at time zone d.time_zone,
        (b.review_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
      from brief_support b join district d on d.district_id = b.district_id ${student('b')}
      where ${$.care} and b.district_id = ${$.district} and b.owner_id = ${$.person} and b.ended_at is null
      order by b.review_on limit 40)
    union all
    (select 'alert', a.id, i.id, i.student_id, ${name}, null, a.sent_at, a.ack_due_at
      from crisis_alert a join crisis_incident i on i.district_id = a.district_id and i.id = a.incident_id ${student('i')}
      where ${$.crisis} and a.district_id = ${$.district} and a.person_id = ${$.person} and a.acknowledged_at is null and i.state <> 'closed'
      order by a.sent_at limit 20)
    union all
    (select 'signal', g.id, g.referral_id, g.student_id, ${name}, g.signal, g.posted_at, g.posted_at
      from safety_signal g join referral f on f.district_id = g.district_id and f.id = g.referral_id ${student('g')}
      where ${$.lead} and g.district_id = ${$.district} and g.acknowledged_at is null and ${within($, 'f.school_id')}
      order by g.posted_at limit 20)
    union all
    (select 'further', q.id, q.referral_id, q.student_id, ${name}, q.service_sought, q.requested_at, q.due_at
      from further_request q join referral f on f.district_id = q.district_id and f.id = q.referral_id ${student('q')}
      where ${$.care} and q.district_id = ${$.district} and q.answered_at is null and f.navigator_id = ${$.person}
      order by q.due_at limit 20)
    union all
    (select 'notice', n.id, n.subject_id, null, null, n.kind, n.made_at, null
      from notice n where n.district_id = ${$.district} and n.person_id = ${$.person} and n.read_at is null
      order by n.made_at desc limit 20)`,
)
/** Everything else that waits for one person in this assignment, in one statement. */
export const thingsOwedTo = (
  tx: Transaction,
  actor: Actor,
  what: Pick<Reach, 'triage' | 'crisis' | 'care' | 'lead'>,
): Promise<OwedThing[]> =>
  tx.all(things, {
    district: tx.scope.districtId,
    person: actor.personId as string,
    schools: actor.schoolIds,
    ...what,
  })

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
    from concern c ${student('c')}
    where c.district_id = ${$.district} and c.reporter_id = ${$.person} order by c.received_at desc limit 10`,
)
/** The concerns somebody raised themselves, the latest first. */
export const concernsRaised = (tx: Transaction, personId: string) =>
  tx.all(raised, { district: tx.scope.districtId, person: personId })
