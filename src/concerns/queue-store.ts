import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import type { Viewing } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { PageKey } from '#platform/page-key.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Path } from '#standards/contract.ts'
import type { Concern } from './concern.ts'
import { decidersAt } from './deciders.ts'
import { heldQueue, type Moment } from './held-queue-store.ts'
import { readsStudentRequests } from './policy.ts'

/** A row of the triage queue. */
export type QueueLine = Pick<
  Concern,
  | 'id'
  | 'schoolId'
  | 'studentId'
  | 'source'
  | 'urgency'
  | 'state'
  | 'receivedAt'
  | 'dueAt'
  | 'dueStandard'
  | 'aboutName'
  | 'queueRole'
> & {
  studentName: string | null
  grade: string | null
  schoolName: string
  acknowledgedBy: string | null
  /** Other open concerns about the same student. */
  others: number
  /** What the last run of the checklist indicated. */
  indicated: Path | null
  questionOpen: boolean
}

type Reach = Moment & {
  district: string
  schools: readonly string[] | null
  school: string | null
  hidden: readonly string[]
}
type Page = Reach & { afterDue: Date | null; afterId: string | null; limit: number }

const lines = statement(
  ($: Page) => sql<QueueLine>`
    select c.id, c.school_id as "schoolId", c.student_id as "studentId", c.source, c.urgency, c.state,
      c.received_at as "receivedAt", c.due_at as "dueAt", c.due_standard as "dueStandard",
      ${opened('concern.about_name', 'c')} as "aboutName",
      ${heldQueue($)} as "queueRole", p.name as "acknowledgedBy", k.name as "schoolName",
      coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      coalesce(s.grade, ${opened('concern.about_grade', 'c')}) as grade,
      (select count(*)::int from concern o where o.district_id = c.district_id and o.student_id = c.student_id and o.id <> c.id
        and o.state in ('submitted', 'acknowledged')) as others,
      (select r.indicated from concern_screening r where r.district_id = c.district_id and r.concern_id = c.id
        order by r.screened_at desc, r.id desc limit 1) as indicated,
      exists (select 1 from concern_question q where q.district_id = c.district_id and q.concern_id = c.id
        and q.answered_at is null) as "questionOpen"
    from concern c
    join school k on k.district_id = c.district_id and k.id = c.school_id
    left join student s on s.district_id = c.district_id and s.id = c.student_id
    left join person p on p.district_id = c.district_id and p.id = c.acknowledged_by
    where c.district_id = ${$.district} and c.state in ('submitted', 'acknowledged')
      and ${withinReach($.schools, 'c.school_id')}
      and (${$.school}::uuid is null or c.school_id = ${$.school}::uuid)
      and c.source <> all(${$.hidden}::text[])
      and (${$.afterDue}::timestamptz is null or (c.due_at, c.id) > (${$.afterDue}::timestamptz, ${$.afterId}::uuid))
    order by c.due_at, c.id limit ${$.limit}`,
)

/** What a person does not see of a queue: a student's own request is for triage staff only [R004]. */
const hiddenFrom = ({ role }: Actor, deciders: readonly Role[]): string[] =>
  readsStudentRequests(role, deciders) ? [] : ['student']

type QueueAsk = {
  school?: string | undefined
  after?: PageKey | undefined
  limit: number
}

/**
 * The open concerns of the actor's schools, the one owed first on top: age and urgency together set the due
 * time.
 */
export async function queueOf(view: Viewing, { school, after, limit }: QueueAsk): Promise<QueueLine[]> {
  const { tx, actor, now } = view
  const deciders = await decidersAt(view)
  return tx.all(lines, {
    district: actor.districtId,
    schools: actor.schoolIds,
    school: school ?? null,
    hidden: hiddenFrom(actor, deciders),
    now,
    deciders,
    afterDue: after?.at ?? null,
    afterId: after?.id ?? null,
    limit,
  })
}

const others = statement(
  ($: { district: string; student: string; id: string }) => sql<
    Pick<Concern, 'id' | 'source' | 'receivedAt' | 'state'>
  >`
    select id, source, received_at as "receivedAt", state from concern where district_id = ${$.district}
      and student_id = ${$.student} and id <> ${$.id} and state in ('submitted', 'acknowledged')
    order by received_at`,
)

/** Other open concerns about the same student: looked at together. */
export const openBeside = (tx: Transaction, { studentId, id }: { studentId: string; id: string }) =>
  tx.all(others, { district: tx.scope.districtId, student: studentId, id })

/** A concern as the person who raised it sees it: nothing of it but when, about whom, and what they wrote. */
export type OwnConcern = Pick<
  Concern,
  'id' | 'state' | 'receivedAt' | 'observed' | 'schoolId' | 'studentId' | 'queueRole'
> & {
  studentName: string
  takenBy: string | null
  questionOpen: boolean
}

const own = statement(
  ($: Moment & { district: string; person: string }) => sql<OwnConcern>`
    select c.id, c.state, c.received_at as "receivedAt",
      ${opened('concern.observed', 'c')} as observed, c.school_id as "schoolId", c.student_id as "studentId",
      ${heldQueue($)} as "queueRole", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      p.name as "takenBy",
      exists (select 1 from concern_question q where q.district_id = c.district_id and q.concern_id = c.id
        and q.answered_at is null) as "questionOpen"
    from concern c
    join student s on s.district_id = c.district_id and s.id = c.student_id
    left join person p on p.district_id = c.district_id and p.id = c.acknowledged_by
    where c.district_id = ${$.district} and c.reporter_id = ${$.person} and c.retriage_of is null
    order by c.received_at desc, c.id desc limit 50`,
)

/** The last 50 concerns a person raised, the newest first. */
export const concernsRaisedBy = async (view: Viewing, personId: string): Promise<OwnConcern[]> =>
  view.tx.all(own, {
    district: view.districtId,
    person: personId,
    now: view.now,
    deciders: await decidersAt(view),
  })
