import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { FamilyChoice } from './choice.ts'

type Of = { district: string; student: string }

/** Yes or no to a referral to an agency. What a student answered alone is of nobody’s page but their own. */
const answered = ($: Of) => sql`
  select case when a.answer then 'accepted' else 'declined' end as kind, c.given_at as at, p.short_name as "partnerName",
    null::text as detail
  from consent c join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id and a.scope = 'referral_disclosure'
  join partner p on p.district_id = c.district_id and p.id = c.partner_id
  where c.district_id = ${$.district} and c.student_id = ${$.student} and not c.minor_consented`
const picked = ($: Of) => sql`
  select 'picked_agency', e.at, p.short_name, null
  from audit_event e join partner p on p.district_id = e.district_id and p.id = (e.detail ->> 'partnerId')::uuid
  where e.district_id = ${$.district} and e.student_id = ${$.student} and e.name = 'referral.partner_chosen' and e.kind = 'change'`
const waited = ($: Of) => sql`
  select 'waits', w.paused_at, null, w.through_on::text from referral_pause w
  where w.district_id = ${$.district} and w.student_id = ${$.student} and w.reason = 'family_asked'`
const withdrew = ($: Of) => sql`
  select 'withdrew', x.ended_at, p.short_name, null from referral_ending x
  left join partner p on p.district_id = x.district_id and p.id = x.partner_id
  where x.district_id = ${$.district} and x.student_id = ${$.student} and x.attributed_to = 'family_choice'`
const declinedHelp = ($: Of) => sql`
  select 'declined_help', h.ended_at, null, h.kind from practical_support h
  where h.district_id = ${$.district} and h.student_id = ${$.student} and h.outcome = 'family_declined'`
const declinedNeed = ($: Of) => sql`
  select 'declined_need', n.ended_at, null, n.kind from family_need n
  where n.district_id = ${$.district} and n.student_id = ${$.student} and n.outcome = 'family_declined'`

const all = statement(
  ($: Of) => sql<FamilyChoice>`
    select * from (${sql.join(
      [answered, picked, waited, withdrew, declinedHelp, declinedNeed].map((of) => of($)),
      sql` union all `,
    )}) k order by k.at desc limit 40`,
)
/** What a family chose, the latest first, read where each choice is kept. Reach is judged by the caller. */
export const choicesOfFamily = (tx: Transaction, student: string): Promise<FamilyChoice[]> =>
  tx.all(all, { district: tx.scope.districtId, student })
