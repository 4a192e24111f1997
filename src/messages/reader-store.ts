import { sql } from 'kysely'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

type One = { district: string; id: string }

export type PersonReader = { email: string | null; phone: string | null; language: string }
const person = statement(
  ($: One) => sql<PersonReader>`
    select email, phone, language from person where district_id = ${$.district} and id = ${$.id} and ended_at is null`,
)
/** Where somebody who signs in is reached at work; undefined for who has left. */
export const findPersonReader = (tx: Transaction, id: string): Promise<PersonReader | undefined> =>
  tx.maybe(person, { district: tx.scope.districtId, id })

export type CaregiverReader = PersonReader & {
  contactRule: string
  contactHours: string | null
  /** Whether they still care for the student and no order keeps them away. */
  near: boolean
}
const caregiver = statement(
  ($: One & { student: string }) => sql<CaregiverReader>`
    select coalesce(${opened('protected_contact.email', 'x')}, ${opened('caregiver.email', 'c')}) as email,
      coalesce(${opened('protected_contact.phone', 'x')}, ${opened('caregiver.phone', 'c')}) as phone, c.language,
      c.contact_rule as "contactRule",
      coalesce(${opened('protected_contact.contact_hours', 'x')}, ${opened('caregiver.contact_hours', 'c')}) as "contactHours",
      exists (select from guardianship g where g.district_id = c.district_id and g.caregiver_id = c.id
        and g.student_id = ${$.student} and g.ended_on is null and ${caregiverNotKept('c', 'g')}) as near
    from caregiver c
    left join protected_contact x on x.district_id = c.district_id and x.caregiver_id = c.id and x.ended_at is null
    where c.district_id = ${$.district} and c.id = ${$.id}`,
)
/**
 * One of a family, as what they are to a student now, with where a message goes to: what is protected too,
 * for whoever sends it and for no page.
 */
export const findCaregiverReader = (
  tx: Transaction,
  { caregiverId: id, studentId: student }: { caregiverId: string; studentId: string },
): Promise<CaregiverReader | undefined> => tx.maybe(caregiver, { district: tx.scope.districtId, id, student })

const holdFamily = statement(
  ($: One) => sql`
    select from student s where s.district_id = ${$.district} and s.id in (select g.student_id from guardianship g
      where g.district_id = ${$.district} and g.caregiver_id = ${$.id} and g.ended_on is null) order by s.id for no key update`,
)
const lately = statement(
  ($: One & { since: Date; but: string }) => sql<{ at: Date }>`
    select coalesce(m.sent_at, m.trying_since) as at from message m
    where m.district_id = ${$.district} and m.id <> ${$.but} and coalesce(m.sent_at, m.trying_since) > ${$.since}
      and m.caregiver_id in (select other.caregiver_id from guardianship own
        join guardianship other on other.district_id = own.district_id and other.student_id = own.student_id
        where own.district_id = ${$.district} and own.caregiver_id = ${$.id} and own.ended_on is null
          and other.ended_on is null)
    order by 1 desc limit 50`,
)

/**
 * When messages went to a family within a week, from whomever, and while this act lasts none goes beside it:
 * a family is everybody who cares for one of the same students.
 */
export async function sentLately(
  { tx, districtId: district, now }: Unit,
  { caregiverId: id, but }: { caregiverId: string; but: string },
): Promise<Date[]> {
  await tx.run(holdFamily, { district, id })
  const since = new Date(now.getTime() - 7 * 86_400_000)
  return (await tx.all(lately, { district, id, since, but })).map(({ at }) => at)
}
