import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const ofOther = statement(
  ($: { district: string; person: string; email: string }) => sql`
    select from person where district_id = ${$.district} and lower(email) = ${$.email} and id <> ${$.person}
      and ended_at is null limit 1`,
)
const set = statement(
  ($: { district: string; person: string; email: string }) => sql`
    update person set email = ${$.email} where district_id = ${$.district} and id = ${$.person}`,
)
const change = statement(
  ($: {
    district: string
    login: string
    email: string
    at: Date
    language: string
    keep: string | null
    forAnother: boolean
  }) => sql<{ outcome: 'done' | 'taken' | 'elsewhere' }>`
    select house.change_address(${$.login}, ${$.district}, ${$.email}, ${$.at}, ${$.language}, ${$.keep},
      ${$.forAnother}) as outcome`,
)

const endLinks = statement(
  ($: { district: string; person: string; at: Date }) => sql`
    select house.end_sign_in(null, ${$.district}, ${$.person}, ${$.at})`,
)

type Meant = { person: string; email: string }

/** Whether somebody else of the district is reached at the address. */
export const isOfOther = async (tx: Transaction, meant: Meant): Promise<boolean> =>
  (await tx.maybe(ofOther, { district: tx.scope.districtId, ...meant })) !== undefined

/** The address on record of a person. */
export const setAddress = (tx: Transaction, meant: Meant): Promise<number> =>
  tx.run(set, { district: tx.scope.districtId, ...meant })

/** Sets an invitation aside that was mailed to the address before. */
export const setLinksAside = (tx: Transaction, { person, at }: { person: string; at: Date }) =>
  tx.run(endLinks, { district: tx.scope.districtId, person, at })

/** What is signed in with, after the record of the person says so. */
export async function changeLogin(
  tx: Transaction,
  to: {
    login: string
    email: string
    at: Date
    language: string
    keep: string | null
    forAnother: boolean
  },
): Promise<'done' | 'taken' | 'elsewhere'> {
  const row = await tx.maybe(change, { district: tx.scope.districtId, ...to })
  if (row === undefined) throw new Error('The database gave no answer')
  return row.outcome
}
