import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const mail = statement(
  ($: { district: string; person: string }) => sql<{ email: string | null }>`
    select email from person where district_id = ${$.district} and id = ${$.person} and ended_at is null`,
)

/** Where a person's messages go, or undefined when they have no address or have left. */
export const findPersonMail = async (tx: Transaction, personId: string): Promise<string | undefined> =>
  (await tx.maybe(mail, { district: tx.scope.districtId, person: personId }))?.email ?? undefined
