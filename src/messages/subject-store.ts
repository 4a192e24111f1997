import { sql } from 'kysely'
import { decidersAt } from '#concerns/contract.ts'
import { calendarOf, dayOf, endOfCalendarDay } from '#district/contract.ts'
import { ofSomethingThere } from '#access/notice-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type DueAsked, dueFrom } from './due-store.ts'

type About = { district: string; subject: string }

const unread = statement(
  ($: About & { person: string; kind: string }) => sql<{ id: string }>`
    select id from notice where district_id = ${$.district} and person_id = ${$.person} and kind = ${$.kind}
      and subject_id = ${$.subject} and read_at is null limit 1`,
)
/** Whether somebody has news of a kind about a record that they did not read. */
export const isUnread = async (
  tx: Transaction,
  { personId: person, kind, subjectId: subject }: { personId: string; kind: string; subjectId: string },
): Promise<boolean> =>
  (await tx.maybe(unread, { district: tx.scope.districtId, person, kind, subject })) !== undefined

export type Waiting = { count: number; due: number }
const waiting = statement(
  ($: DueAsked & { district: string; person: string }) => sql<Waiting>`
    select (n.count + r.count)::int as count, r.count::int as due
    from person p
    cross join lateral (select count(*) from notice n
      where n.district_id = p.district_id and n.person_id = p.id and n.read_at is null and ${ofSomethingThere}) n
    cross join lateral (select count(*) from (${dueFrom($)}) due) r
    where p.district_id = ${$.district} and p.id = ${$.person}`,
)
/** How much waits for somebody: unread news, and all that is due from them by the end of a day. */
export async function waitingFor(
  { tx, now }: { tx: Transaction; now: Date },
  personId: string,
): Promise<Waiting> {
  const calendar = await calendarOf(tx)
  const day = dayOf(calendar, now)
  const until = endOfCalendarDay(calendar, day)
  const asked = { now, day, until, deciders: await decidersAt({ tx, now }) }
  const found = await tx.maybe(waiting, { district: tx.scope.districtId, person: personId, ...asked })
  return found ?? { count: 0, due: 0 }
}

export type ComingVisit = {
  readonly referralId: string
  readonly studentId: string
  readonly schoolId: string
  readonly navigatorId: string
  readonly reminderId: string
  readonly startsAt: Date
  /** Whether it is ahead, as booked, and nobody reminded the family yet. */
  readonly open: boolean
}
const visit = statement(
  ($: About & { now: Date }) => sql<ComingVisit>`
    select a.referral_id as "referralId", a.student_id as "studentId", f.school_id as "schoolId",
      f.navigator_id as "navigatorId", m.id as "reminderId", a.starts_at as "startsAt",
      a.result is null and a.move_asked_at is null and a.starts_at > ${$.now} and f.ended_at is null
        and not exists (select from reminder_attempt t where t.district_id = m.district_id and t.reminder_id = m.id
          and t.outcome = 'delivered') as open
    from appointment a
    join referral f on f.district_id = a.district_id and f.id = a.referral_id
    join appointment_reminder m on m.district_id = a.district_id and m.appointment_id = a.id
    where a.district_id = ${$.district} and a.id = ${$.subject} order by m.planned_at desc limit 1`,
)
/** A visit as it stands now, with its reminder. */
export const findVisit = (
  tx: Transaction,
  { id: subject, now }: { id: string; now: Date },
): Promise<ComingVisit | undefined> => tx.maybe(visit, { district: tx.scope.districtId, subject, now })

const place = statement(
  ($: About) => sql<{ schoolId: string | null; studentId: string | null }>`
    select school_id as "schoolId", student_id as "studentId" from crisis_incident
      where district_id = ${$.district} and id = ${$.subject}
    union all select school_id, student_id from escalation where district_id = ${$.district} and id = ${$.subject}
    union all select school_id, student_id from referral where district_id = ${$.district} and id = ${$.subject}
    union all select school_id, student_id from concern where district_id = ${$.district} and id = ${$.subject}
    union all select school_id, student_id from care_notice where district_id = ${$.district} and id = ${$.subject}
    union all select s.school_id, o.student_id from record_opening o
      join student s on s.district_id = o.district_id and s.id = o.student_id
      where o.district_id = ${$.district} and o.id = ${$.subject}
    limit 1`,
)
/** The school and the student a record is about, to know who else answers for it. */
export const placeOfSubject = (tx: Transaction, subject: string) =>
  tx.maybe(place, { district: tx.scope.districtId, subject })
