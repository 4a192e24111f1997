import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Referral } from '#referrals/contract.ts'
import type { KeptMiss } from '#standards/contract.ts'
import type { Kept } from './kept-clocks.ts'
import type { Missed as OtherMissed } from './missed.ts'
import type { Running } from './stall.ts'

/** What was due and was not done: a loop that stalls, or a standard of the model. */
type Missed = Pick<Running | Kept, 'clock' | 'startedAt' | 'dueAt' | 'standard'>

const add = statement(
  ($: { district: string; row: string }) => sql`
    insert into standard_breach (district_id, id, student_id, school_id, referral_id, clock, started_at, due_at, standard,
      held_by, person_id, partner_id, noticed_at)
    select ${$.district}::uuid, r."id", r."studentId", r."schoolId", r."referralId", r."clock", r."startedAt", r."dueAt",
      r."standard", r."heldBy", r."personId", r."partnerId", r."noticedAt"
    from jsonb_to_record(${$.row}::jsonb) as r("id" uuid, "studentId" uuid, "schoolId" uuid, "referralId" uuid,
      "clock" text, "startedAt" timestamptz, "dueAt" timestamptz, "standard" jsonb, "heldBy" text, "personId" uuid,
      "partnerId" uuid, "noticedAt" timestamptz)
    on conflict (district_id, referral_id, clock, started_at) do nothing`,
)

/**
 * Keeps that something was due and was not done: what, under which standard, and who was holding it. Kept
 * once, whatever is looked at how often.
 * @returns its id, or undefined when it is known already
 */
export async function addBreach(
  unit: Unit,
  referral: Referral,
  { stall, version }: { stall: Missed; version: number },
): Promise<string | undefined> {
  const id = unit.id()
  const owner = referral.nextOwner ?? 'navigator'
  const row = {
    id,
    studentId: referral.studentId,
    schoolId: referral.schoolId,
    referralId: referral.id,
    clock: stall.clock,
    startedAt: stall.startedAt,
    dueAt: stall.dueAt,
    standard: { ...stall.standard, version },
    heldBy: owner,
    personId: owner === 'partner' ? null : referral.navigatorId,
    partnerId: owner === 'partner' ? referral.partnerId : null,
    noticedAt: unit.now,
  }
  const added = await unit.tx.run(add, { district: unit.districtId, row: JSON.stringify(row) })
  return added === 1 ? id : undefined
}

const addAll = statement(
  ($: { district: string; rows: string }) => sql<{ id: string }>`
    insert into standard_breach (district_id, id, student_id, school_id, referral_id, record_type, record_id, clock, started_at,
      due_at, standard, held_by, person_id, noticed_at)
    select ${$.district}::uuid, r."id", r."studentId", r."schoolId", r."referralId", r."recordType", r."recordId", r."clock",
      r."startedAt", r."dueAt", r."standard", r."heldBy", r."personId", r."noticedAt"
    from jsonb_to_recordset(${$.rows}::jsonb) as r("id" uuid, "studentId" uuid, "schoolId" uuid, "referralId" uuid,
      "recordType" text, "recordId" uuid, "clock" text, "startedAt" timestamptz, "dueAt" timestamptz, "standard" jsonb,
      "heldBy" text, "personId" uuid, "noticedAt" timestamptz)
    on conflict do nothing returning id`,
)

/** Keeps what was missed on any record, each once. @returns those that were not known yet, with their ids */
export async function addMissed(unit: Unit, missed: readonly OtherMissed[]) {
  const rows = missed.map((each) => ({ ...each, id: unit.id(), noticedAt: unit.now }))
  const values = { district: unit.districtId, rows: JSON.stringify(rows) }
  const added = new Set((await unit.tx.all(addAll, values)).map(({ id }) => id))
  return rows.filter(({ id }) => added.has(id))
}

/** A miss as it was kept, and who had it: a person, an agency, the lead by their role, or nobody by name. */
export type Breach = KeptMiss & { readonly lead: boolean }

const kept = statement(
  ($: { district: string; referral: string }) => sql<Breach>`
    select b.id, b.clock, b.due_at as "dueAt", b.noticed_at as "noticedAt", b.standard - 'clock' as standard,
      b.held_by = 'lead' as lead,
      case b.held_by when 'partner' then a.short_name when 'lead' then null else p.name end as holder
    from standard_breach b
    left join person p on p.district_id = b.district_id and p.id = b.person_id
    left join partner a on a.district_id = b.district_id and a.id = b.partner_id
    where b.district_id = ${$.district} and (b.referral_id = ${$.referral} or b.record_id = (select t.concern_id
      from referral f join triage_decision t on t.district_id = f.district_id and t.id = f.decision_id
      where f.district_id = ${$.district} and f.id = ${$.referral}))
    order by b.due_at desc, b.id desc`,
)

/**
 * What was missed on a referral and on the concern it came from, the latest first. A later standard changes
 * nothing of it.
 */
export const breachesOf = (tx: Transaction, referralId: string): Promise<Breach[]> =>
  tx.all(kept, { district: tx.scope.districtId, referral: referralId })
