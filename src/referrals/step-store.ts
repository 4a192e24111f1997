import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { StepFacts } from './next-step.ts'

const facts = statement(
  ($: { district: string; id: string; now: Date }) => sql<
    Omit<
      StepFacts,
      | 'state'
      | 'highNeed'
      | 'referredAt'
      | 'sentAt'
      | 'receivedAt'
      | 'acceptedAt'
      | 'firstSeenAt'
      | 'engagedAt'
      | 'enteredAt'
      | 'feedbackEndedAt'
      | 'gateClosedAt'
    > & { reachedAt: Date | null }
  >`
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
        and h.support_answer in ('accepted', 'declined')) as "supportSettledAt",
      (select min(a.starts_at) from appointment a
        where a.district_id = ${$.district} and a.referral_id = ${$.id} and a.result is null) as "nextAppointmentAt",
      (select max(a.result_at) from appointment a where a.district_id = ${$.district} and a.referral_id = ${$.id}
        and a.result in ('no_show', 'cancelled_by_family', 'cancelled_by_provider')
        and not exists (select 1 from appointment r where r.district_id = a.district_id and r.replaces_id = a.id)) as "missedAt",
      coalesce((select f.sufficient from school_feedback f where f.district_id = ${$.district} and f.referral_id = ${$.id}
        order by f.confirmed_at desc limit 1), false) as "feedbackConfirmed",
      (select max(t.happened_at) from contact_attempt t
        where t.district_id = ${$.district} and t.referral_id = ${$.id} and t.result = 'reached') as "reachedAt"`,
)

/**
 * The facts around a referral that its own row does not hold, and when its family was reached last. The two
 * the gates close are told by them.
 */
export const stepFacts = (unit: Unit, id: string) =>
  unit.tx.one(facts, { district: unit.districtId, id, now: unit.now })
