import { sql } from 'kysely'

/**
 * What a line is drawn from, for a referral `f` of a district `d`, as one SQL fragment that every list
 * shares: the tables beside the referral itself. Each is found by an index, once a row.
 */
export const lineTables = sql`
  left join handoff h on h.district_id = f.district_id and h.referral_id = f.id
  left join lateral (
    select min(c.given_at) filter (where c.discloses and c.partner_id = f.partner_id) as agreed_at,
      max(c.given_at) filter (where not c.discloses) as declined_at,
      (array_agg(case when c.tells_back and v.consent_id is null then c.ends_on end order by c.given_at desc, c.id desc)
        filter (where c.tells_back is not null and c.partner_id = f.partner_id))[1] as told_until
    from consent c
    left join consent_revocation v on v.district_id = c.district_id and v.consent_id = c.id
    where c.district_id = f.district_id and c.referral_id = f.id
  ) k on true
  left join lateral (
    select max(b.result_at) filter (where b.result in ('no_show', 'cancelled_by_family', 'cancelled_by_provider')
        and not exists (select 1 from appointment r where r.district_id = b.district_id and r.replaces_id = b.id)) as missed_at,
      min(b.starts_at) filter (where b.result is null) as next_at
    from appointment b where b.district_id = f.district_id and b.referral_id = f.id
  ) v on true`

/**
 * The first instant of the day after an instant, on the district's clock: a limit in days is kept by the
 * day.
 */
const dayAfter = (instant: string) =>
  sql`((${sql.ref(instant)} at time zone d.time_zone)::date + 1)::timestamp at time zone d.time_zone`

/** The facts of `LineFacts`, in its names. @param now the instant asked about */
export const lineColumns = (now: Date) => sql`
  f.state, f.concern_received_at as "concernAt", ${dayAfter('f.concern_due_at')} as "decisionLateAt", f.referred_at as "referredAt",
  k.agreed_at as "consentAt", k.declined_at as "declinedAt", f.sent_at as "sentAt", h.completed_at as "handoffCompletedAt",
  ${dayAfter('h.due_at')} as "handoffLateAt", f.received_at as "receivedAt", f.accepted_at as "acceptedAt",
  f.scheduled_at as "scheduledAt", f.first_seen_at as "firstSeenAt", f.engaged_at as "engagedAt", f.ended_at as "endedAt",
  (f.sent_at is not null and f.ended_at is null
    and coalesce(k.told_until < (${now}::timestamptz at time zone d.time_zone)::date, true)) as "notShared",
  case when v.next_at is null then v.missed_at end as "missedAt", v.next_at as "nextVisitAt",
  f.next_step as "nextStep", f.next_owner as "nextOwner", ${dayAfter('f.next_due_at')} as "nextLateAt"`
