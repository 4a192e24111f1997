import { sql } from 'kysely'
import { anyRisk, byRole, dayRuns, none, type Values } from './lost-source-store.ts'

/** Practical help on a referral, of whoever navigates it. */
export const helps = ($: Values) => sql`
  select 'help', h.id, h.referral_id, h.student_id, f.school_id, f.navigator_id, false, true, ${dayRuns($, sql`h.due_on`)},
    ${$.care}::text[], ${byRole}, ${anyRisk}
  from practical_support h join referral f on f.district_id = h.district_id and f.id = h.referral_id
  join district d on d.district_id = h.district_id
  where h.district_id = ${$.district} and h.ended_at is null`
/** What a family needs at home, of whoever sees to it. */
export const needs = ($: Values) => sql`
  select 'need', n.id, ${none}, n.student_id, n.school_id, n.owner_id, false, true, ${dayRuns($, sql`n.due_on`)},
    ${$.care}::text[], ${byRole}, ${anyRisk}
  from family_need n join district d on d.district_id = n.district_id
  where n.district_id = ${$.district} and n.ended_at is null`
/** A provider outside the directory is called back about until it is known what came of it. */
export const outsides = ($: Values) => sql`
  select 'outside', o.id, o.referral_id, o.student_id, f.school_id, f.navigator_id, false, true, ${dayRuns($, sql`o.call_on`)},
    ${$.care}::text[], ${byRole}, ${anyRisk}
  from outside_provider o join referral f on f.district_id = o.district_id and f.id = o.referral_id
  join district d on d.district_id = o.district_id
  where o.district_id = ${$.district} and o.ended_at is null`
/**
 * An alert nobody has is of everybody who can answer it: the next are told by its clock. What went to an
 * agency ends with the referral and with the family’s yes, and is watched no longer.
 */
export const supportAlerts = ($: Values) => sql`
  select 'support_alert', a.id, a.referral_id, a.student_id, a.school_id, ${none}, true,
    exists (select from support_alert_told t where t.district_id = a.district_id and t.alert_id = a.id) or a.sent_at > ${$.late},
    a.answer_due_at > ${$.late}, ${$.care}::text[], ${byRole}, ${anyRisk}
  from support_alert a
  join referral f on f.district_id = a.district_id and f.id = a.referral_id
  join consent c on c.district_id = a.district_id and c.id = a.consent_id
  join district d on d.district_id = a.district_id
  where a.district_id = ${$.district} and a.acknowledged_at is null and (a.direction = 'to_school' or (f.ended_at is null
    and (c.ends_on + 1)::timestamp at time zone d.time_zone > ${$.now}
    and not exists (select from consent_revocation r where r.district_id = c.district_id and r.consent_id = c.id)
    and not exists (select from consent n join consent_answer x on x.district_id = n.district_id and x.consent_id = n.id
      where n.district_id = a.district_id and n.referral_id = a.referral_id and n.given_at > c.given_at
        and x.scope = 'school_alerts' and not x.answer)))`
