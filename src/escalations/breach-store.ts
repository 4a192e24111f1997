import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Referral } from '#referrals/contract.ts'
import type { Kept, KeptClock } from './kept-clocks.ts'
import type { Running, StallClock } from './stall.ts'

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

/** Something that was due and was not done, as it was kept then. */
export type Breach = {
  readonly id: string
  readonly clock: StallClock | KeptClock
  readonly dueAt: Date
  readonly noticedAt: Date
  readonly standard: Running['standard'] & { readonly version: number }
  /** Who owed the next step at that moment: a person, an agency, or nobody by name. */
  readonly holder: string | null
}

const kept = statement(
  ($: { district: string; referral: string }) => sql<Breach>`
    select b.id, b.clock, b.due_at as "dueAt", b.noticed_at as "noticedAt", b.standard,
      case b.held_by when 'partner' then a.short_name when 'navigator' then p.name end as holder
    from standard_breach b
    left join person p on p.district_id = b.district_id and p.id = b.person_id
    left join partner a on a.district_id = b.district_id and a.id = b.partner_id
    where b.district_id = ${$.district} and b.referral_id = ${$.referral} order by b.due_at desc, b.id desc`,
)

/** What was missed on a referral, the latest first. A later standard changes nothing of it. */
export const breachesOf = (tx: Transaction, referralId: string): Promise<Breach[]> =>
  tx.all(kept, { district: tx.scope.districtId, referral: referralId })
