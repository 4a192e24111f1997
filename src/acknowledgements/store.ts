import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Reading, Terms } from './terms.ts'

const columns = sql`t.id, t.audience, t.version, t.lines, t.valid_days as "validDays", t.sample,
  t.in_force_from as "inForceFrom"`

const inForce = statement(
  ($: { district: string; audience: Reading; at: Date }) => sql<Terms>`
    select ${columns} from privacy_terms t
    where t.district_id = ${$.district} and t.audience = ${$.audience} and t.in_force_from <= ${$.at}
    order by t.in_force_from desc, t.version desc limit 1`,
)
/** What an audience is held to at an instant, or undefined where the district publishes nothing. */
export const termsInForce = (tx: Transaction, audience: Reading, at: Date): Promise<Terms | undefined> =>
  tx.maybe(inForce, { district: tx.scope.districtId, audience, at })

export type TermsVersion = Terms & { publishedByName: string | null; publishedAt: Date }
const versions = statement(
  ($: { district: string; audience: Reading }) => sql<TermsVersion>`
    select ${columns}, p.name as "publishedByName", t.published_at as "publishedAt" from privacy_terms t
    left join person p on p.district_id = t.district_id and p.id = t.published_by
    where t.district_id = ${$.district} and t.audience = ${$.audience} order by t.version desc`,
)
/** Every version an audience was ever given, the latest first: none is edited or taken off. */
export const termsVersions = (tx: Transaction, audience: Reading): Promise<TermsVersion[]> =>
  tx.all(versions, { district: tx.scope.districtId, audience })

/** Whoever publishes terms in a district goes one after the other, so that two never get one number. */
export const oneAtATime = async (tx: Transaction): Promise<void> => {
  await tx.all(sql`select pg_advisory_xact_lock(hashtextextended('terms ' || ${tx.scope.districtId}, 0))`)
}

type NewTerms = {
  id: string
  audience: Reading
  version: number
  lines: readonly string[]
  days: number
  sample: boolean
  from: Date
  by: string | null
  at: Date
}
const insert = statement(
  ($: NewTerms & { district: string }) => sql`
    insert into privacy_terms (district_id, id, audience, version, lines, valid_days, sample, in_force_from,
      published_by, published_at)
    values (${$.district}, ${$.id}, ${$.audience}, ${$.version}, ${$.lines}::text[], ${$.days}, ${$.sample}, ${$.from},
      ${$.by}, ${$.at})`,
)
/** Adds a version. The caller leaves its trace. */
export const insertTerms = (tx: Transaction, terms: NewTerms) =>
  tx.run(insert, { ...terms, district: tx.scope.districtId })

const add = statement(
  ($: { district: string; id: string; person: string; terms: string; at: Date; ends: string }) => sql`
    insert into acknowledgement (district_id, id, person_id, terms_id, acknowledged_at, ends_on)
    values (${$.district}, ${$.id}, ${$.person}, ${$.terms}, ${$.at}, ${$.ends})`,
)
/** Adds an acknowledgement. The caller leaves its trace. */
export const addAcknowledgement = (
  tx: Transaction,
  given: { id: string; person: string; terms: string; at: Date; ends: string },
) => tx.run(add, { ...given, district: tx.scope.districtId })
