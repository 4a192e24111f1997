import { sql } from 'kysely'
import type { Source } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type Beside = {
  /** Where the concern came from; null where an agency asked for a further referral. */
  source: Source | null
  /** Who of the staff raised it, or who of the agency asked; null where a student or a caregiver did. */
  referrerName: string | null
  triagedAt: Date | null
  ending: string | null
  attributedTo: string | null
  reason: string | null
  endedAt: Date | null
}
const beside = statement(
  ($: { district: string; id: string }) => sql<Beside>`
    select k.source, coalesce(w.name, a.name) as "referrerName", t.decided_at as "triagedAt",
      q.ending, q.attributed_to as "attributedTo", q.reason, q.ended_at as "endedAt"
    from referral f
    left join triage_decision t on t.district_id = f.district_id and t.id = f.decision_id
    left join concern k on k.district_id = t.district_id and k.id = t.concern_id
    left join person w on w.district_id = k.district_id and w.id = k.reporter_id
    left join further_request m on m.district_id = f.district_id and m.referral_id = f.further_of_id and m.opened_referral_id = f.id
    left join person a on a.district_id = m.district_id and a.id = m.requested_by
    left join referral_ending q on q.district_id = f.district_id and q.referral_id = f.id
    where f.district_id = ${$.district} and f.id = ${$.id}`,
)

/** What a referral's record says that stands in other rows: who asked, when it was decided, how it ended. */
export const besideReferral = (tx: Transaction, id: string): Promise<Beside> =>
  tx.one(beside, { district: tx.scope.districtId, id })
