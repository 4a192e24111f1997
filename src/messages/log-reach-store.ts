import { type RawBuilder, sql } from 'kysely'
import { withinReach } from '#access/reach-store.ts'

/** Whom a message is about, by the kind of its record: the school it belongs to, and the student. */
const about = sql`
  select i.school_id, i.student_id from crisis_incident i where i.district_id = m.district_id and i.id = m.subject_id
  union all select e.school_id, e.student_id from escalation e where e.district_id = m.district_id and e.id = m.subject_id
  union all select f.school_id, f.student_id from referral f where f.district_id = m.district_id and f.id = m.subject_id
  union all select f.school_id, f.student_id from appointment v
    join referral f on f.district_id = v.district_id and f.id = v.referral_id
    where v.district_id = m.district_id and v.id = m.subject_id
  union all select s.school_id, o.student_id from record_opening o
    join student s on s.district_id = o.district_id and s.id = o.student_id
    where o.district_id = m.district_id and o.id = m.subject_id`

/** Where somebody works whom a digest is for: it is about no record. */
const atWork = sql`
  select c.school_id, null::uuid from assignment a
    join assignment_school c on c.district_id = a.district_id and c.assignment_id = a.id
    where a.district_id = m.district_id and a.person_id = m.person_id and m.subject_type = 'person' and a.ended_at is null`

/** Kinds of record of which the above can tell whom a message is about, or that are about nobody. */
const tellable = ['crisis_incident', 'escalation', 'referral', 'appointment', 'record_opening', 'person']

export type Reach = { schools: readonly string[] | null; kept: readonly string[] }

/**
 * That a message `m` is about something at a school of the reader, and about no student they are kept from.
 * What belongs to no school is read by those who cover every school. Of whom a message is, is not known of
 * every kind: then whoever is kept from somebody does not read it.
 */
export const isInReach = ({ schools, kept }: Reach): RawBuilder<boolean> => sql<boolean>`(
  (${schools}::uuid[] is null or exists (select from (${about} union all ${atWork}) w where ${withinReach(schools, 'w.school_id')}))
  and not exists (select from (${about}) w where w.student_id = any(${kept}::uuid[]))
  and (cardinality(${kept}::uuid[]) = 0 or m.subject_type = any(${tellable}::text[])))`
