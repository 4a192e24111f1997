import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Rating } from './rating.ts'

type Of = { referral: string; person: string }
const stands = statement(
  ($: Of & { district: string }) => sql<{ handedOff: boolean; rated: boolean }>`
    select h.completed_at is not null as "handedOff", exists (select from handoff_rating t
      where t.district_id = h.district_id and t.referral_id = h.referral_id and t.rated_by = ${$.person}) as rated
    from handoff h where h.district_id = ${$.district} and h.referral_id = ${$.referral}`,
)
/** Whether the handoff of a referral is done, and whether somebody of the family rated it already. */
export const ratingStands = async (tx: Transaction, of: Of) =>
  (await tx.maybe(stands, { district: tx.scope.districtId, ...of })) ?? { handedOff: false, rated: false }

const insert = statement(
  ($: Of & Rating & { district: string; id: string; student: string; now: Date }) => sql`
    insert into handoff_rating (district_id, id, referral_id, student_id, clarity, frustration, rated_by, rated_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.clarity}, ${$.frustration}, ${$.person}, ${$.now})`,
)
/** Keeps what somebody of the family said of a handoff. */
export function insertRating(unit: Unit, about: { id: string; studentId: string }, rating: Rating): void {
  const { tx, districtId: district, actor, now } = unit
  const of = { referral: about.id, student: about.studentId, person: actor.personId as string }
  tx.write(insert, { ...rating, ...of, district, id: unit.id(), now })
}

/** One rating, with its school and without whose it is. */
export type Rated = Rating & { readonly schoolId: string; readonly schoolName: string }
const since = statement(
  ($: { district: string; schools: readonly string[] | null; since: Date }) => sql<Rated>`
    select t.clarity, t.frustration, c.id as "schoolId", c.name as "schoolName"
    from handoff_rating t
    join referral f on f.district_id = t.district_id and f.id = t.referral_id
    join school c on c.district_id = f.district_id and c.id = f.school_id
    where t.district_id = ${$.district} and t.rated_at >= ${$.since} and ${withinReach($.schools, 'f.school_id')}
    order by c.name, c.id`,
)
/** Every rating since a moment at the schools within reach, by school. */
export const ratingsSince = (tx: Transaction, actor: Actor, from: Date): Promise<Rated[]> =>
  tx.all(since, { district: tx.scope.districtId, schools: schoolsInReach(actor), since: from })
