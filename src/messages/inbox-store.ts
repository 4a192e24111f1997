import { sql } from 'kysely'
import { ofSomethingThere } from '#access/notice-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

export type News = {
  readonly id: string
  readonly kind: string
  readonly subjectType: string
  readonly subjectId: string
  readonly madeAt: Date
  readonly readAt: Date | null
}
type Own = { district: string; person: string; unread: boolean; from: number; limit: number }
const own = statement(
  ($: Own) => sql<News>`
    select id, kind, subject_type as "subjectType", subject_id as "subjectId", made_at as "madeAt", read_at as "readAt"
    from notice n where district_id = ${$.district} and person_id = ${$.person} and (read_at is null or not ${$.unread}::boolean)
      and ${ofSomethingThere}
    order by made_at desc, id desc offset ${$.from} limit ${$.limit}`,
)
/** What one person was told, the latest first. */
export const newsFor = (
  tx: Transaction,
  personId: string,
  asked: { unread: boolean; from: number; limit: number },
): Promise<News[]> => tx.all(own, { district: tx.scope.districtId, person: personId, ...asked })
