import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const add = statement(
  ($: Record<'district' | 'id' | 'person' | 'kind' | 'type' | 'subject', string> & { at: Date }) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.kind}, ${$.type}, ${$.subject}, ${$.at})`,
)

/** Tells a person something in the app. Trace: that of what it follows from. */
export function addNotice(
  unit: Unit,
  { personId, kind, subject }: { personId: string; kind: string; subject: { type: string; id: string } },
): void {
  const { districtId: district, now: at } = unit
  unit.tx.write(add, {
    district,
    id: unit.id(),
    person: personId,
    kind,
    type: subject.type,
    subject: subject.id,
    at,
  })
}

const substanceUse = statement(
  ($: { district: string; partner: string }) => sql<{ kind: string }>`
    select kind from partner_service where district_id = ${$.district} and partner_id = ${$.partner}
      and kind = 'substance_use' limit 1`,
)
/** Whether an agency gives substance-use care: what concerns it is the student's by 42 CFR Part 2. */
export const givesSubstanceUseCare = async (tx: Transaction, partner: string): Promise<boolean> =>
  (await tx.maybe(substanceUse, { district: tx.scope.districtId, partner })) !== undefined
