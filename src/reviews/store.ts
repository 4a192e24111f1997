import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import { mayTellCoordinated } from '#consent/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Review, ReviewKind } from './review.ts'

type One = { district: string; id: string }
const columns = sql`
  w.id, w.kind, w.not_consented as "notConsented", w.figures, w.week_on as "weekOn", w.opened_by as "openedBy", w.opened_at as "openedAt",
  w.closed_by as "closedBy",
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

type New = Pick<Review, 'kind' | 'notConsented' | 'figures' | 'weekOn' | 'schoolIds'>
const open = statement(
  ($: One & Omit<New, 'figures'> & { by: string; now: Date; figures: string | null }) => sql`
    with review as (
      insert into weekly_review (district_id, id, kind, not_consented, figures, week_on, opened_by, opened_at)
      values (${$.district}, ${$.id}, ${$.kind}, ${$.notConsented}, ${$.figures}::jsonb, ${$.weekOn}::date, ${$.by}, ${$.now})
      returning district_id, id)
    insert into weekly_review_school (district_id, review_id, school_id)
    select review.district_id, review.id, s from review, unnest(${$.schoolIds}::uuid[]) s`,
)

/** Begins a review of some schools in a week. @returns its id */
export function insertReview(unit: Unit, review: New): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  const figures = review.figures === null ? null : JSON.stringify(review.figures)
  tx.write(open, { ...review, figures, district: districtId, id, by: actor.personId as string, now })
  return id
}

const underWay = statement(
  ($: { district: string; schools: readonly string[]; kind: string }) => sql<{ id: string }>`
    select w.id from weekly_review w
    where w.district_id = ${$.district} and w.kind = ${$.kind} and w.closed_at is null
      and exists (select from weekly_review_school s where s.district_id = w.district_id and s.review_id = w.id
        and s.school_id = any(${$.schools}::uuid[]))
    order by w.opened_at, w.id`,
)

/** Reviews of a kind that go on at one of these schools, the first first. */
export const reviewsUnderWay = async (
  tx: Transaction,
  asked: { schools: readonly string[]; kind: ReviewKind },
): Promise<string[]> =>
  (await tx.all(underWay, { district: tx.scope.districtId, ...asked })).map(({ id }) => id)

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

const served = statement(
  ($: One) => sql<{ id: string; partnerId: string }>`
    select f.id, f.partner_id as "partnerId" from referral f
    where f.district_id = ${$.district} and f.accepted_at is not null and f.ended_at is null
      and exists (select from weekly_review_line l
        where l.district_id = f.district_id and l.review_id = ${$.id} and l.student_id = f.student_id)`,
)
const working = statement(
  ($: { district: string; partners: readonly string[] }) => sql<{ id: string; name: string }>`
    select p.id, p.name || ', ' || a.short_name as name
    from partner a
    join person p on p.district_id = a.district_id and p.partner_id = a.id and p.ended_at is null
    where a.district_id = ${$.district} and a.id = any(${$.partners}::uuid[]) order by 2, 1`,
)

/**
 * Who works at the agencies of the students on the list of a review, with the agency: at those alone that may
 * be told what is said of one of them.
 */
export async function agencyStaff(tx: Transaction, { id, now }: { id: string; now: Date }) {
  const district = tx.scope.districtId
  const sent = await tx.all(served, { district, id })
  const told = await mayTellCoordinated(tx, sent, now)
  const partners = new Set(sent.flatMap((each) => (told.has(each.id) ? each.partnerId : [])))
  return tx.all(working, { district, partners: [...partners] })
}
