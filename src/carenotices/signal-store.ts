import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CareNotice } from './care-notice.ts'

type Of = { district: string; notice: string }
const all = statement(
  ($: Of) => sql<{ personId: string; name: string }>`
    select g.person_id as "personId", p.name
    from care_notice_signal g join person p on p.district_id = g.district_id and p.id = g.person_id
    join care_notice n on n.district_id = g.district_id and n.id = g.notice_id and n.student_id = g.student_id
    where g.district_id = ${$.district} and g.notice_id = ${$.notice} order by p.name, p.id`,
)
/** Which teachers were asked to handle the student of a notice with care. */
export const askedFor = (tx: Transaction, notice: string) =>
  tx.all(all, { district: tx.scope.districtId, notice })

const insert = statement(
  ($: Of & { person: string; student: string; by: string; at: Date }) => sql`
    insert into care_notice_signal (district_id, notice_id, person_id, student_id, named_by, named_at)
    values (${$.district}, ${$.notice}, ${$.person}, ${$.student}, ${$.by}, ${$.at})`,
)
export const insertSignal = (
  { tx, districtId, actor, now }: Unit,
  { id, studentId }: Pick<CareNotice, 'id'> & { studentId: string },
  personId: string,
): void =>
  tx.write(insert, {
    district: districtId,
    notice: id,
    person: personId,
    student: studentId,
    by: actor.personId as string,
    at: now,
  })

/** One student somebody is asked to handle with care, and until when. Nothing of why. */
export type Signal = { studentId: string; studentName: string; schoolName: string; until: Date }
const mine = statement(
  ($: { district: string; person: string; schools: readonly string[] | null; now: Date }) => sql<Signal>`
    select g.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      c.name as "schoolName", max(n.expires_at) as until
    from care_notice_signal g
    join care_notice n on n.district_id = g.district_id and n.id = g.notice_id and n.expires_at > ${$.now}
      and n.student_id = g.student_id
    join student s on s.district_id = g.district_id and s.id = g.student_id
    join school c on c.district_id = n.district_id and c.id = n.school_id
    where g.district_id = ${$.district} and g.person_id = ${$.person} and ${withinReach($.schools, 'n.school_id')}
    group by g.student_id, s.preferred_name, s.given_name, s.family_name, c.name order by 2, 1 limit 100`,
)
/** Whom somebody is asked to handle with care now, each student once. */
export const signalsFor = ({
  tx,
  actor,
  now,
}: {
  tx: Transaction
  actor: Actor
  now: Date
}): Promise<Signal[]> =>
  tx.all(mine, {
    district: actor.districtId,
    person: actor.personId as string,
    schools: schoolsInReach(actor),
    now,
  })
