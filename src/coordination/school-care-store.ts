import { sql } from 'kysely'
import { type Actor, openedStudents, schoolsInReach } from '#access/actor.ts'
import { type Opened, withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { hasCrisisLead } from './crisis-lead-store.ts'
import { comesAfter, type PageValues } from './gap-page-store.ts'
import { type GapPage, pageValues } from './gap-page-sql.ts'
import type { SchoolCare } from './school-care.ts'

type Reach = { district: string; schools: readonly string[] | null }
/** Whose rows: those of one student, or of everybody within reach. Each has a plan of its own. */
type Whose = (row: string) => { reach?: Opened; rows: ReturnType<typeof sql> }

const midnight = (day: string) => sql`(${sql.raw(day)})::timestamp at time zone d.time_zone`
const within = ($: Reach, row: string, whose: Whose) => sql`
  ${sql.ref(`${row}.district_id`)} = ${$.district}
    and ${withinReach($.schools, `${row}.school_id`, whose(row).reach)} ${whose(row).rows}
    and not exists (select 1 from referral f where f.district_id = ${sql.ref(`${row}.district_id`)}
      and f.student_id = ${sql.ref(`${row}.student_id`)} and f.ended_at is null)`

/**
 * Support at school: its clinician answers for it, or its owner where the student is not at high risk
 * [R022].
 */
const supports = ($: Reach, whose: Whose) => sql`
  select 'support' as "of", b.id, b.student_id, b.school_id, ${midnight('b.starts_on')} as since,
    coalesce(c.name, case when b.high_risk_at is null then o.name end) as holder, c.id is not null as clinical,
    ${midnight('b.starts_on')} as held_since, o.name as owner, coalesce(b.high_risk_at, ${midnight('b.starts_on')}) as owed_at,
    ${midnight('b.review_on + 1')} - interval '1 millisecond' as next_at
  from brief_support b
  join district d on d.district_id = b.district_id
  join person o on o.district_id = b.district_id and o.id = b.owner_id
  left join person c on c.district_id = b.district_id and c.id = b.clinician_id
  where ${within($, 'b', whose)} and b.ended_at is null`

/** A crisis: whoever answered first holds it; until then whoever was told last owes the answer. */
const crises = ($: Reach, whose: Whose) => sql`
  select 'crisis', i.id, i.student_id, i.school_id, i.started_at, h.name, false, h.acknowledged_at, coalesce(h.name, w.name),
    coalesce(w.ack_due_at, i.started_at), null
  from crisis_incident i
  left join lateral (select p.name, a.acknowledged_at from crisis_alert a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = i.district_id and a.incident_id = i.id and a.acknowledged_at is not null
    order by a.acknowledged_at, a.position limit 1) h on true
  left join lateral (select p.name, a.ack_due_at from crisis_alert a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    where a.district_id = i.district_id and a.incident_id = i.id order by a.position desc, a.id desc limit 1) w on true
  where ${within($, 'i', whose)} and i.state <> 'closed' and i.student_id is not null`

/** One for each student: a crisis before support at school, the latest first. */
const held = ($: Reach, whose: Whose) => sql`
  select distinct on (student_id) * from (${supports($, whose)} union all ${crises($, whose)}) e
  order by student_id, "of", since desc, id desc`
const columns = sql`e."of", e.id, e.student_id as "studentId", e.school_id as "schoolId", e.since, e.holder as "holderName",
  e.clinical, e.held_since as "heldSince", e.owner as "ownerName", e.owed_at as "owedAt", e.next_at as "nextAt"`

const ofStudent = statement(($: Reach & { student: string; opened: readonly string[] }) => {
  const own: Whose = (row) => ({
    reach: { students: $.opened, column: `${row}.student_id` },
    rows: sql`and ${sql.ref(`${row}.student_id`)} = ${$.student}`,
  })
  return sql<SchoolCare>`select ${columns} from (${held($, own)}) e`
})

/** What holds a student for whom no referral is open: a crisis, or support at school. */
export const findSchoolCare = (
  tx: Transaction,
  actor: Actor,
  studentId: string,
): Promise<SchoolCare | undefined> =>
  tx.maybe(ofStudent, {
    district: tx.scope.districtId,
    schools: schoolsInReach(actor),
    opened: openedStudents(actor),
    student: studentId,
  })

/** A student in a list of gaps, held at school. */
export type CareRow = SchoolCare & {
  /** What the list is sorted by. */
  dueAt: Date
  studentName: string
  grade: string
  schoolName: string
  crisisLead: boolean
  measured: boolean
}
const everybody: Whose = () => ({ rows: sql`` })

const rows = statement(
  ($: PageValues) => sql<CareRow>`
    with facts as (
      select e.*, coalesce(e.next_at, e.owed_at) as due_at,
        ${hasCrisisLead({ district: $.district, today: $.today, school: sql`e.school_id` })} as lead,
        exists (select 1 from agreed_measure m where m.district_id = ${$.district} and m.student_id = e.student_id) as measured
      from (${held($, everybody)}) e
    ), missing as (
      select * from facts f
      where not (f.holder is not null and f.next_at is not null and f.next_at >= ${$.now} and f.lead and f.measured)
        and ${comesAfter($, 'f.due_at')}
      order by f.due_at, f.id limit ${$.limit}
    )
    select ${columns}, e.due_at as "dueAt", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      s.grade, c.name as "schoolName", e.lead as "crisisLead", e.measured
    from missing e
    join student s on s.district_id = ${$.district} and s.id = e.student_id
    join school c on c.district_id = ${$.district} and c.id = e.school_id
    order by e.due_at, e.id`,
)

/** Students held at school for whom any of the six answers is missing, the soonest promise first [R082]. */
export const careWithGaps = (tx: Transaction, actor: Actor, page: GapPage): Promise<CareRow[]> =>
  tx.all(rows, pageValues(actor, page))
