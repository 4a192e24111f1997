import { sql } from 'kysely'
import type { FamilyReader } from '#consent/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type Asked = { district: string; student: string; readers: readonly FamilyReader[] }

// What a student answered alone is theirs alone. Before anybody was asked, it is not known whose it will be.
const open = statement(
  ($: Asked) => sql<{ id: string }>`
    select f.id from referral f
    where f.district_id = ${$.district} and f.student_id = ${$.student} and f.ended_at is null
      and exists (select from consent c where c.district_id = f.district_id and c.referral_id = f.id)
      and not exists (select from consent c where c.district_id = f.district_id and c.referral_id = f.id
        and not c.family_sees = any(${$.readers}::text[]))
    order by f.referred_at desc, f.id`,
)
/** The referrals of a student that go on, and that this reader of the family may know of. */
export const openReferrals = async (
  tx: Transaction,
  { studentId: student, readers }: { studentId: string; readers: readonly FamilyReader[] },
): Promise<string[]> => {
  const rows = await tx.all(open, { district: tx.scope.districtId, student, readers })
  return rows.map(({ id }) => id)
}

const navigator = statement(
  ($: { district: string; id: string }) => sql<{ name: string; phone: string | null }>`
    select name, phone from person where district_id = ${$.district} and id = ${$.id}`,
)
/** Whom a family calls: who walks with them. */
export const whomToCall = (tx: Transaction, id: string): Promise<{ name: string; phone: string | null }> =>
  tx.one(navigator, { district: tx.scope.districtId, id })

const rule = statement(
  ($: { district: string; person: string }) => sql<{ rule: string }>`
    select contact_rule as rule from caregiver where district_id = ${$.district} and person_id = ${$.person}`,
)
/** How a caregiver may be reached safely, as it stands now; undefined for who is no caregiver. */
export const contactRuleOf = async (tx: Transaction, personId: string): Promise<string | undefined> =>
  (await tx.maybe(rule, { district: tx.scope.districtId, person: personId }))?.rule
