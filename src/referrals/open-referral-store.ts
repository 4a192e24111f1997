import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Tier } from '#standards/contract.ts'
import type { NextStep } from './next-step.ts'
import type { Referral } from './referral.ts'

const next = statement(
  ($: { district: string }) => sql<{ number: number }>`
    insert into referral_counter (district_id, last_number) values (${$.district}, 1001)
    on conflict (district_id) do update set last_number = referral_counter.last_number + 1
    returning last_number as number`,
)

/** The next number people say on the phone. */
export const nextNumber = async ({ tx, districtId }: Unit): Promise<number> =>
  (await tx.one(next, { district: districtId })).number

const add = statement(
  (
    $: Record<
      | 'district'
      | 'id'
      | 'student'
      | 'school'
      | 'navigator'
      | 'reason'
      | 'service'
      | 'modality'
      | 'step'
      | 'owner',
      string
    > & {
      number: number
      decision: string | null
      partner: string | null
      predecessor: string | null
      repeatOf: string | null
      tier: number | null
      highNeed: boolean
      highRisk: Date | null
      referred: Date
      first: Date
      due: Date
    },
  ) => sql`
    insert into referral (district_id, id, number, student_id, school_id, decision_id, partner_id, navigator_id, state, state_since,
      reason_category, service_sought, modality, referred_at, first_referred_at, predecessor_id, repeat_of_id, high_need, high_risk_at,
      tier, next_step, next_due_at, next_owner, concern_received_at, concern_due_at)
    select ${$.district}::uuid, ${$.id}::uuid, ${$.number}::int, ${$.student}::uuid, ${$.school}::uuid, ${$.decision}::uuid,
      ${$.partner}::uuid, ${$.navigator}::uuid, 'handoff_open', ${$.referred}::timestamptz, ${$.reason}, ${$.service}, ${$.modality},
      ${$.referred}, ${$.first}::timestamptz, ${$.predecessor}::uuid, ${$.repeatOf}::uuid, ${$.highNeed}::boolean,
      ${$.highRisk}::timestamptz, ${$.tier}::int, ${$.step}, ${$.due}::timestamptz, ${$.owner}, n.received_at, n.due_at
    from (values (1)) as one
    left join triage_decision t on t.district_id = ${$.district} and t.id = ${$.decision}::uuid
    left join concern n on n.district_id = t.district_id and n.id = t.concern_id`,
)

export type NewReferral = Pick<
  Referral,
  | 'id'
  | 'number'
  | 'studentId'
  | 'schoolId'
  | 'decisionId'
  | 'partnerId'
  | 'navigatorId'
  | 'reasonCategory'
  | 'serviceSought'
  | 'modality'
  | 'referredAt'
  | 'firstReferredAt'
  | 'predecessorId'
  | 'repeatOfId'
  | 'highNeed'
  | 'highRiskAt'
>

/** The tier by which its clocks run; null where none was decided. It is no part of what is read of one. */
export type WithTier = { tier: Tier | null }

/** Writes a new referral with the first thing owed on it. */
export const addReferral = ({ tx, districtId }: Unit, referral: NewReferral & WithTier, owed: NextStep) =>
  tx.write(add, {
    district: districtId,
    id: referral.id,
    number: referral.number,
    student: referral.studentId,
    school: referral.schoolId,
    decision: referral.decisionId,
    partner: referral.partnerId,
    navigator: referral.navigatorId,
    reason: referral.reasonCategory,
    service: referral.serviceSought,
    modality: referral.modality,
    referred: referral.referredAt,
    first: referral.firstReferredAt,
    predecessor: referral.predecessorId,
    repeatOf: referral.repeatOfId,
    highNeed: referral.highNeed,
    highRisk: referral.highRiskAt,
    tier: referral.tier,
    step: owed.step,
    due: owed.dueAt,
    owner: owed.owner,
  })

const crises = statement(
  ($: { district: string; student: string }) => sql<{ on: string }>`
    select to_char(i.started_at at time zone d.time_zone, 'YYYY-MM-DD') as "on"
    from crisis_incident i join district d on d.district_id = i.district_id
    where i.district_id = ${$.district} and i.student_id = ${$.student} and i.ended_as is null`,
)
/** Days on which a crisis began for a student. */
export const crisesOf = async (tx: Transaction, studentId: string): Promise<string[]> =>
  (await tx.all(crises, { district: tx.scope.districtId, student: studentId })).map(({ on }) => on)
