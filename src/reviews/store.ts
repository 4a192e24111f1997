import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Review } from './review.ts'

type One = { district: string; id: string }
const columns = sql`
  w.id, w.week_on as "weekOn", w.opened_by as "openedBy", w.opened_at as "openedAt", w.closed_by as "closedBy",
  w.closed_at as "closedAt", w.version,
  array(select s.school_id from weekly_review_school s
    where s.district_id = w.district_id and s.review_id = w.id order by s.school_id) as "schoolIds"`
type Reach = One & { schools: readonly string[] | null }
const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  schools: schoolsInReach(actor),
})
const byId = ($: Reach) => sql<Review>`
  select ${columns} from weekly_review w where w.district_id = ${$.district} and w.id = ${$.id}
    and not exists (select from weekly_review_school s where s.district_id = w.district_id and s.review_id = w.id
      and not ${withinReach($.schools, 's.school_id')})`
const one = statement(byId)
const oneHeld = statement(($: Reach) => sql<Review>`${byId($)} for no key update of w`)

/** One review of schools within the actor's reach, or undefined. */
export const findReview = (tx: Transaction, actor: Actor, id: string): Promise<Review | undefined> =>
  tx.maybe(one, reachOf(actor, id))

/** Takes the row for the rest of the act. */
export const holdReview = ({ tx, actor }: Unit, id: string): Promise<Review | undefined> =>
  tx.maybe(oneHeld, reachOf(actor, id))

const open = statement(
  ($: One & { week: string; by: string; now: Date; schools: readonly string[] }) => sql`
    with review as (
      insert into weekly_review (district_id, id, week_on, opened_by, opened_at)
      values (${$.district}, ${$.id}, ${$.week}::date, ${$.by}, ${$.now}) returning district_id, id)
    insert into weekly_review_school (district_id, review_id, school_id)
    select review.district_id, review.id, s from review, unnest(${$.schools}::uuid[]) s`,
)

/** Begins a review of some schools in a week. @returns its id */
export function insertReview(
  unit: Unit,
  { weekOn, schoolIds }: Pick<Review, 'weekOn' | 'schoolIds'>,
): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  tx.write(open, {
    district: districtId,
    id,
    week: weekOn,
    by: actor.personId as string,
    now,
    schools: schoolIds,
  })
  return id
}

const underWay = statement(
  ($: { district: string; schools: readonly string[] }) => sql<{ id: string }>`
    select w.id from weekly_review w
    where w.district_id = ${$.district} and w.closed_at is null and exists (select from weekly_review_school s
      where s.district_id = w.district_id and s.review_id = w.id and s.school_id = any(${$.schools}::uuid[]))
    order by w.opened_at, w.id`,
)

/** Reviews that go on at one of these schools, the first first. */
export const reviewsUnderWay = async (tx: Transaction, schools: readonly string[]): Promise<string[]> =>
  (await tx.all(underWay, { district: tx.scope.districtId, schools })).map(({ id }) => id)

const close = statement(
  ($: One & { by: string; now: Date; version: number; people: readonly string[] }) => sql`
    with closed as (
      update weekly_review set closed_by = ${$.by}, closed_at = ${$.now}, version = house.next_version(version, ${$.version})
      where district_id = ${$.district} and id = ${$.id} returning district_id, id)
    insert into weekly_review_person (district_id, review_id, person_id)
    select closed.district_id, closed.id, p from closed, unnest(${$.people}::uuid[]) p`,
)

/** Ends a held review with who took part. */
export const saveClosed = ({ tx, districtId, actor, now }: Unit, review: Review, people: readonly string[]) =>
  tx.write(close, {
    district: districtId,
    id: review.id,
    by: actor.personId as string,
    now,
    version: review.version,
    people,
  })

const present = statement(
  ($: One) => sql<{ id: string; name: string }>`
    select p.id, p.name from weekly_review_person w
    join person p on p.district_id = w.district_id and p.id = w.person_id
    where w.district_id = ${$.district} and w.review_id = ${$.id} order by p.name, p.id`,
)

/** Who took part in a review, by name. */
export const peopleOf = (tx: Transaction, id: string) =>
  tx.all(present, { district: tx.scope.districtId, id })
