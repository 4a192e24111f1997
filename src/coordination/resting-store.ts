import { sql } from 'kysely'

/**
 * The instant from which a family that asked to wait may be called again, of a referral `f`; null where it
 * did not ask, or the days are over.
 */
export const restsUntil = (now: Date) => sql`case when f.paused_through is not null then (
  select (w.through_on + 1)::timestamp at time zone z.time_zone from referral_pause w
  join district z on z.district_id = w.district_id
  cross join lateral (select (${now}::timestamptz at time zone z.time_zone)::date as today) t
  where w.district_id = f.district_id and w.referral_id = f.id and w.reason = 'family_asked'
    and w.from_on <= t.today and w.through_on >= t.today and (w.ended_on is null or w.ended_on > t.today) limit 1) end`

/** Whether nothing of a referral `f` asks its family today, because it asked to wait [R354]. */
export const mayBeAsked = (now: Date) => sql`${restsUntil(now)} is null`

/** When the next step of a referral `f` is due: not before the days are over for which its family waits. */
export const dueAfterRest = (now: Date) => sql`greatest(f.next_due_at, ${restsUntil(now)})`
