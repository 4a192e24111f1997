import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Clock } from './clocks.ts'
import type { Limit } from './limits.ts'

/** Something that was due and was not done, as it was kept then. A later standard changes nothing of it. */
export type KeptMiss = {
  readonly id: string
  readonly clock: Clock
  readonly dueAt: Date
  readonly noticedAt: Date
  readonly standard: Limit & { readonly version: number }
  /** Who was holding it: a person or an agency; nobody by name where it waited for anybody of a list. */
  readonly holder: string | null
}

const ofRecord = statement(
  ($: { district: string; records: readonly string[] }) => sql<KeptMiss>`
    select b.id, b.clock, b.due_at as "dueAt", b.noticed_at as "noticedAt", b.standard - 'clock' as standard, p.name as holder
    from standard_breach b left join person p on p.district_id = b.district_id and p.id = b.person_id
    where b.district_id = ${$.district} and b.record_id = any(${$.records}::uuid[]) order by b.due_at desc, b.id desc`,
)

/**
 * What was missed on records other than a referral: a concern, an incident, the review or the plan after it,
 * an agency. Whoever may read the record may read this. The latest first.
 */
export const missesOf = (tx: Transaction, ...records: readonly string[]): Promise<KeptMiss[]> =>
  tx.all(ofRecord, { district: tx.scope.districtId, records })
