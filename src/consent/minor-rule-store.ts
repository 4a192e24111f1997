import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { ageOn } from '#people/contract.ts'
import { type CareKind, type MinorRule, ruleFor } from './minor-rule.ts'

const columns = sql`
  r.id, r.state, r.care, r.from_age as "fromAge", r.caregiver_told as "caregiverTold", r.source, r.sample,
  r.in_force_from as "inForceFrom", r.in_force_until as "inForceUntil", r.added_by as "addedBy", p.name as "addedByName",
  r.approved_by as "approvedBy", r.approved_on as "approvedOn"`
const tables = sql`
  minor_consent_rule r
  left join person p on p.district_id = r.district_id and p.id = r.added_by`

const all = statement(
  ($: { district: string }) => sql<MinorRule>`
    select ${columns} from ${tables} where r.district_id = ${$.district}
    order by r.state, r.care, r.in_force_from desc, r.id desc`,
)
const held = statement(
  ($: { district: string; id: string }) => sql<MinorRule>`
    select ${columns} from ${tables} where r.district_id = ${$.district} and r.id = ${$.id} for no key update of r`,
)
/** Every rule, in force or not, those of one state and care together, latest first. */
export const minorRules = (tx: Transaction): Promise<MinorRule[]> =>
  tx.all(all, { district: tx.scope.districtId })

/** Takes one rule for the rest of the act, or undefined. */
export const holdMinorRule = ({ tx, districtId }: Unit, id: string): Promise<MinorRule | undefined> =>
  tx.maybe(held, { district: districtId, id })

const answering = statement(
  ($: { district: string; student: string }) => sql<{ name: string; bornOn: string | null; state: string }>`
    select coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as name, s.born_on as "bornOn", d.state
    from student s join district d on d.district_id = s.district_id
    where s.district_id = ${$.district} and s.id = ${$.student}`,
)

/** A student who would answer alone: name, age on that day, and the approved rule of their state. */
export async function findOwnAnswer(
  tx: Transaction,
  { studentId, care, on }: { studentId: string; care: CareKind; on: string },
) {
  const found = await tx.maybe(answering, { district: tx.scope.districtId, student: studentId })
  if (found === undefined) return undefined
  const rule = ruleFor(await minorRules(tx), { state: found.state, care, on })
  return { name: found.name, age: found.bornOn === null ? null : ageOn(found.bornOn, on), rule }
}

type New = Pick<
  MinorRule,
  'state' | 'care' | 'fromAge' | 'caregiverTold' | 'source' | 'inForceFrom' | 'inForceUntil'
>
const add = statement(
  ($: New & { district: string; id: string; by: string; at: Date }) => sql`
    insert into minor_consent_rule (district_id, id, state, care, from_age, caregiver_told, source, in_force_from,
      in_force_until, added_by, added_at)
    values (${$.district}, ${$.id}, ${$.state}, ${$.care}, ${$.fromAge}, ${$.caregiverTold}, ${$.source}, ${$.inForceFrom},
      ${$.inForceUntil}, ${$.by}, ${$.at})`,
)
const approve = statement(
  ($: { district: string; id: string; approvedBy: string; approvedOn: string; by: string }) => sql`
    update minor_consent_rule set approved_by = ${$.approvedBy}, approved_on = ${$.approvedOn}, approval_recorded_by = ${$.by}
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Keeps a rule, which is in force only once it is approved. @returns its id */
export function insertMinorRule(unit: Unit, rule: New): string {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  unit.tx.write(add, { ...rule, district, id, by: actor.personId as string, at })
  return id
}

/** Keeps who in the legal team approved a rule that is held, and when. */
export const saveApproval = (
  unit: Unit,
  approval: { id: string; approvedBy: string; approvedOn: string },
): void =>
  unit.tx.write(approve, { ...approval, district: unit.districtId, by: unit.actor.personId as string })
