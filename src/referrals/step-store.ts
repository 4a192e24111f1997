import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { ReferralState } from './lifecycle.ts'
import { type around, type FactsAround, noneAround, readIn, type Room } from './step-facts.ts'

type About = { district: string; id: string }
type Facts<R extends Room> = Pick<FactsAround, (typeof around)[R][number]>

const handoff = statement(
  ($: About & { now: Date }) => sql<Facts<'handoff'>>`
    select
      coalesce((select h.due_at from handoff h
        where h.district_id = ${$.district} and h.referral_id = ${$.id}), ${$.now}) as "handoffDueAt",
      (select max(c.given_at) from consent c join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
        where c.district_id = ${$.district} and c.referral_id = ${$.id} and a.scope = 'referral_disclosure' and not a.answer
        and not exists (select 1 from consent later
          join consent_answer la on la.district_id = later.district_id and la.consent_id = later.id
          where later.district_id = ${$.district} and later.referral_id = ${$.id}
          and la.scope = 'referral_disclosure' and la.answer
          and (later.given_at, later.id) > (c.given_at, c.id))) as "declinedAt",
      (select h.support_offered_at from handoff h where h.district_id = ${$.district} and h.referral_id = ${$.id}
        and h.support_answer in ('accepted', 'declined')) as "supportSettledAt"`,
)
const visits = statement(
  ($: About) => sql<Facts<'visits'>>`
    select
      (select min(a.starts_at) from appointment a
        where a.district_id = ${$.district} and a.referral_id = ${$.id} and a.result is null) as "nextAppointmentAt",
      (select min(a.move_asked_at) from appointment a
        where a.district_id = ${$.district} and a.referral_id = ${$.id} and a.result is null) as "moveAskedAt",
      (select max(a.result_at) from appointment a where a.district_id = ${$.district} and a.referral_id = ${$.id}
        and a.result in ('no_show', 'cancelled_by_family', 'cancelled_by_provider')
        and not exists (select 1 from appointment r where r.district_id = a.district_id and r.replaces_id = a.id)) as "missedAt"`,
)
const feedback = statement(
  ($: About) => sql<Facts<'feedback'>>`
    select coalesce((select f.sufficient from school_feedback f
      where f.district_id = ${$.district} and f.referral_id = ${$.id}
      order by f.confirmed_at desc limit 1), false) as "feedbackConfirmed"`,
)
const reached = statement(
  ($: About) => sql<{ at: Date | null }>`
    select max(t.happened_at) as at from contact_attempt t
    where t.district_id = ${$.district} and t.referral_id = ${$.id} and t.result = 'reached'`,
)

const rooms = { handoff, visits, feedback }

/** The facts around a referral that what is owed on it in its state follows from; the others stay empty. */
export async function factsAround(
  { tx, districtId, now }: Unit,
  { id, state }: { id: string; state: ReferralState },
): Promise<FactsAround> {
  const room = readIn[state]
  if (room === undefined) return noneAround(now)
  const values = { district: districtId, id, now }
  return { ...noneAround(now), ...(await tx.one<typeof values, Partial<FactsAround>>(rooms[room], values)) }
}

/** When the family of a referral was reached last. */
export const lastReachedAt = async ({ tx, districtId }: Unit, id: string): Promise<Date | null> =>
  (await tx.one(reached, { district: districtId, id })).at
