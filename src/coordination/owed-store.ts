import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { ofSomethingThere } from '#access/notice-store.ts'
import { withinReach } from '#access/reach-store.ts'
import { heldQueue } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import { debriefs, followUps, improvements, returns } from './owed-after-crisis-store.ts'
import {
  barriers,
  further,
  handoffs,
  helps,
  holders,
  needs,
  offers,
  outsides,
  reminders,
  teamSteps,
} from './owed-by-navigator-store.ts'
import { name, type Reach, student, theirs } from './owed-reach-store.ts'

/**
 * Something small that is owed beside referrals. Which words it has stands in the catalog of Today, by
 * kind.
 */
export type OwedThing = {
  kind: OwedKind
  id: string
  /** What to open. */
  aboutId: string
  studentId: string | null
  studentName: string | null
  code: string | null
  /** What kind of record a notice speaks of. */
  subjectType: string | null
  madeAt: Date
  dueAt: Date | null
}

/** Concerns of one’s schools, for triage staff whose queue it is. */
const concerns = ($: Reach) => sql`
  (select c.id, c.id as "aboutId", c.student_id as "studentId", coalesce(${name}, ${opened('concern.about_name', 'c')}) as "studentName",
      c.urgency as code, null as "subjectType", c.received_at as "madeAt", c.due_at as "dueAt"
    from concern c ${student('c')}
    where ${$.triage} and c.district_id = ${$.district} and c.state in ('submitted', 'acknowledged') and ${withinReach($.schools, 'c.school_id')}
      and coalesce(${heldQueue($)}, ${$.role}) = ${$.role}
    order by c.due_at, c.id limit 40)`
/** Students of one’s schools whom triage staff looks at again, from the day before it is due. */
const reassessments = ($: Reach) => sql`
  (select t.id, t.student_id, t.student_id, ${name}, null, null, t.started_at,
      (t.next_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from reassessment t join district d on d.district_id = t.district_id ${student('t')}
    where ${$.triage} and t.district_id = ${$.district} and t.ended_at is null and ${withinReach($.schools, 't.school_id')}
      and t.next_on <= (${$.now} at time zone d.time_zone)::date + 1
    order by t.next_on, t.id limit 40)`
/** Decisions one was named to look at a second time. */
const reviews = ($: Reach) => sql`
  (select t.id, t.id, t.student_id, ${name}, null, null, t.decided_at, t.review_due_at
    from triage_decision t ${student('t')}
    where t.district_id = ${$.district} and t.reviewer_id = ${$.person} and t.reviewed_at is null
    order by t.review_due_at limit 20)`
/** Support at school one owns, due for review. */
const supports = ($: Reach) => sql`
  (select b.id, b.id, b.student_id, ${name}, b.state, null, b.starts_on::timestamp at time zone d.time_zone,
      (b.review_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from brief_support b join district d on d.district_id = b.district_id ${student('b')}
    where ${$.care} and b.district_id = ${$.district} and ${theirs($, 'b.owner_id', 'b.school_id')} and b.ended_at is null
    order by b.review_on limit 40)`
/** Crises one was told of and has not answered, whatever the role: the alert was sent to a person. */
const alerts = ($: Reach) => sql`
  (select a.id, i.id, i.student_id, ${name}, null, null, a.sent_at, a.ack_due_at
    from crisis_alert a join crisis_incident i on i.district_id = a.district_id and i.id = a.incident_id ${student('i')}
    where a.district_id = ${$.district} and a.person_id = ${$.person} and a.acknowledged_at is null and i.state <> 'closed'
      and ${withinReach($.schools, 'i.school_id')}
    order by a.sent_at limit 20)`
/** Safety signals no lead has taken up. */
const signals = ($: Reach) => sql`
  (select g.id, g.referral_id, g.student_id, ${name}, g.signal, null, g.posted_at, g.posted_at
    from safety_signal g join referral f on f.district_id = g.district_id and f.id = g.referral_id ${student('g')}
    where ${$.lead} and g.district_id = ${$.district} and g.acknowledged_at is null and ${withinReach($.schools, 'f.school_id')}
    order by g.posted_at limit 20)`
/** Alerts of an agency one was told of, until somebody at the school has them. */
const supportAlerts = ($: Reach) => sql`
  (select a.id, a.student_id, a.student_id, ${name}, a.about, null, a.sent_at, a.answer_due_at
    from support_alert_told t join support_alert a on a.district_id = t.district_id and a.id = t.alert_id ${student('a')}
    where ${$.care} and t.district_id = ${$.district} and ${theirs($, 't.person_id', 'a.school_id')} and a.direction = 'to_school'
      and a.acknowledged_at is null and ${withinReach($.schools, 'a.school_id')}
    order by a.sent_at limit 20)`
/** Stalled loops one has, and those nobody has taken, for whoever may take them. */
const escalations = ($: Reach) => sql`
  (select e.id, e.id, e.student_id, ${name}, e.state, null, e.opened_at, e.next_due_at
    from escalation e ${student('e')}
    where e.district_id = ${$.district} and e.closed_at is null and ${withinReach($.schools, 'e.school_id')}
      and (${theirs($, 'e.taken_by', 'e.school_id')} or (e.state = 'open' and exists (select 1 from escalation_alert t
        where t.district_id = e.district_id and t.escalation_id = e.id and ${theirs($, 't.person_id', 'e.school_id')})))
    order by e.next_due_at limit 40)`
/** What a review gave one to do. */
const tasks = ($: Reach) => sql`
  (select t.id, t.id, t.student_id, ${name}, t.what, null, t.made_at,
      (t.due_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from review_task t join district d on d.district_id = t.district_id ${student('t')}
    where t.district_id = ${$.district} and ${theirs($, 't.owner_id', 't.school_id')} and t.finished_at is null
      and ${withinReach($.schools, 't.school_id')}
    order by t.due_on limit 40)`
/** Handle With Care notices one was told of: to be answered, then to write down what was done. */
const cares = ($: Reach) => sql`
  (select n.id, n.id, n.student_id, ${name}, case when n.acknowledged_at is null then 'answer' else 'record' end, null,
      n.received_at, case when n.acknowledged_at is null then n.answer_due_at else n.expires_at end
    from care_notice_told t join care_notice n on n.district_id = t.district_id and n.id = t.notice_id ${student('n')}
    where t.district_id = ${$.district} and t.person_id = ${$.person} and n.expires_at > ${$.now} and ${withinReach($.schools, 'n.school_id')}
      and (n.acknowledged_at is null or (n.acknowledged_by = ${$.person} and not exists (select from care_notice_step k
        where k.district_id = n.district_id and k.notice_id = n.id and (k.student_id is null or k.student_id = n.student_id))))
    order by n.received_at limit 20)`
/**
 * News that was not read; a crisis or a stalled loop that waits for one is owed, and no news. The care team
 * reads of whom it speaks: others may be told of nobody by name.
 */
const notices = ($: Reach) => sql`
  (select n.id, n.subject_id, s.id, ${name}, n.kind, n.subject_type, n.made_at, null::timestamptz
    from notice n
      left join referral r on r.district_id = n.district_id and r.id = n.subject_id and n.subject_type = 'referral'
        and ${$.care} and ${withinReach($.schools, 'r.school_id')}
      left join student s on s.district_id = r.district_id and s.id = r.student_id
    where n.district_id = ${$.district} and n.person_id = ${$.person} and n.read_at is null
      and ${ofSomethingThere}
      and not (n.kind = 'crisis.told' and exists (select 1 from crisis_alert a
        join crisis_incident i on i.district_id = a.district_id and i.id = a.incident_id
        where a.district_id = n.district_id and a.person_id = n.person_id and a.incident_id = n.subject_id
          and a.acknowledged_at is null and i.state <> 'closed' and ${withinReach($.schools, 'i.school_id')}))
      and n.kind <> 'care_notice.told'
      and not (n.kind = 'care_notice.signal' and not exists (select from care_notice c
        where c.district_id = n.district_id and c.id = n.subject_id and c.expires_at > ${$.now}))
      and not (n.kind = 'escalation.told' and exists (select 1 from escalation e
        where e.district_id = n.district_id and e.id = n.subject_id))
    order by n.made_at desc limit 20)`

/** Everything that can wait for a person, by its kind: what a question here yields, and no other. */
const sources = {
  concern: concerns,
  reassessment: reassessments,
  review: reviews,
  support: supports,
  alert: alerts,
  escalation: escalations,
  task: tasks,
  debrief: debriefs,
  improvement: improvements,
  return: returns,
  follow_up: followUps,
  help: helps,
  need: needs,
  outside: outsides,
  barrier: barriers,
  care: cares,
  signal: signals,
  support_alert: supportAlerts,
  holder: holders,
  team_step: teamSteps,
  further,
  offer: offers,
  handoff: handoffs,
  reminder: reminders,
  notice: notices,
}
export type OwedKind = keyof typeof sources

const things = statement(($: Reach) => {
  const each = Object.entries(sources).map(
    ([kind, source]) => sql`
    select ${sql.lit(kind)} as kind, t.* from (${source($)}) t(id, "aboutId", "studentId", "studentName", code, "subjectType",
      "madeAt", "dueAt")`,
  )
  return sql<OwedThing>`${sql.join(each, sql` union all `)}`
})
/** Everything else that waits for one person in this assignment, in one statement. */
export const thingsOwedTo = (
  tx: Transaction,
  actor: Actor,
  what: Pick<Reach, 'triage' | 'care' | 'lead' | 'now' | 'deciders' | 'covered'>,
): Promise<OwedThing[]> =>
  tx.all(things, {
    district: tx.scope.districtId,
    person: actor.personId as string,
    schools: actor.schoolIds,
    role: actor.role,
    ...what,
  })
