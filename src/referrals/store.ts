import { sql } from 'kysely'
import { type Actor, openedStudents } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { query, statement } from '#platform/database/query.ts'
import { calendarOf } from '#district/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { type ReferralAct, referralLifecycle } from './lifecycle.ts'
import type { NextStep } from './next-step.ts'
import type { Referral } from './referral.ts'

const columns = [
  'referral.id',
  'referral.number',
  'referral.student_id as studentId',
  'referral.school_id as schoolId',
  'referral.decision_id as decisionId',
  'referral.partner_id as partnerId',
  'referral.navigator_id as navigatorId',
  'referral.state',
  'referral.state_since as stateSince',
  'referral.reason_category as reasonCategory',
  'referral.service_sought as serviceSought',
  'referral.modality',
  'referral.referred_at as referredAt',
  'referral.first_referred_at as firstReferredAt',
  'referral.predecessor_id as predecessorId',
  'referral.repeat_of_id as repeatOfId',
  'referral.high_need as highNeed',
  'referral.high_risk_at as highRiskAt',
  'referral.offered_at as offeredAt',
  'referral.sent_at as sentAt',
  'referral.received_at as receivedAt',
  'referral.accepted_at as acceptedAt',
  'referral.scheduled_at as scheduledAt',
  'referral.intake_completed_at as intakeCompletedAt',
  'referral.first_seen_at as firstSeenAt',
  'referral.engaged_at as engagedAt',
  'referral.ended_at as endedAt',
  'referral.next_step as nextStep',
  'referral.next_due_at as nextDueAt',
  'referral.next_owner as nextOwner',
  'referral.paused_through as pausedThrough',
  'referral.version',
] as const

/** On the school side the schools the assignment covers, on the partner side the agency's own once sent. */
type Reach = {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
  partner: string | null
}
const reach = ($: Reach) =>
  query
    .selectFrom('referral')
    .where('referral.district_id', '=', $.district)
    .where('referral.id', '=', $.id)
    .where(
      withinReach($.schools, 'referral.school_id', { students: $.opened, column: 'referral.student_id' }),
    )
    .where(
      sql<boolean>`(${$.partner}::uuid is null
        or (referral.partner_id = ${$.partner}::uuid and referral.sent_at is not null))`,
    )
    .select(columns)
const one = statement(($: Reach) => reach($))
const oneHeld = statement(($: Reach) => reach($).forNoKeyUpdate('referral'))

const reachOf = (actor: Actor, id: string): Reach => {
  const side = sideOf(actor.role)
  return {
    district: actor.districtId,
    id,
    schools: side === 'school' ? actor.schoolIds : null,
    opened: openedStudents(actor),
    partner: side === 'partner' ? actor.partnerId : null,
  }
}

/**
 * One referral within the actor's reach, or undefined: a stranger's and one that does not exist look alike.
 */
export const findReferral = (tx: Transaction, actor: Actor, id: string): Promise<Referral | undefined> =>
  tx.maybe(one, reachOf(actor, id)) as Promise<Referral | undefined>

/**
 * Takes the row for the rest of the act, so that two people cannot answer at once. What nearly every move is
 * judged by goes out in the same breath.
 */
export function holdReferral({ tx, actor, now }: Unit, id: string): Promise<Referral | undefined> {
  const held = tx.maybe(oneHeld, reachOf(actor, id)) as Promise<Referral | undefined>
  tx.ahead(calendarOf(tx), modelInForce(tx, now))
  return held
}

type Changes = Partial<
  Pick<
    Referral,
    | 'partnerId'
    | 'navigatorId'
    | 'serviceSought'
    | 'modality'
    | 'offeredAt'
    | 'sentAt'
    | 'receivedAt'
    | 'acceptedAt'
    | 'scheduledAt'
    | 'intakeCompletedAt'
    | 'firstSeenAt'
    | 'engagedAt'
    | 'endedAt'
  >
>

/**
 * A copy of the referral after an act of its lifecycle, with its new facts. Nothing is written yet.
 * @param moved.at when: the state it is in counts from here
 */
export const advanced = (
  referral: Referral,
  { act, at, changes = {} }: { act: ReferralAct; at: Date; changes?: Changes | undefined },
): Referral => ({
  ...referral,
  ...changes,
  state: referralLifecycle.next(referral.state, act),
  stateSince: at,
})

const save = statement(
  (
    $: Record<'district' | 'id' | 'state' | 'navigator' | 'service' | 'modality', string> & {
      partner: string | null
      version: number
      step: string | null
      since: Date
      due: Date | null
      owner: string | null
    } & Record<
        'offered' | 'sent' | 'received' | 'accepted' | 'scheduled' | 'intake' | 'seen' | 'engaged' | 'ended',
        Date | null
      >,
  ) => sql`
    update referral set state = ${$.state}, state_since = ${$.since}, partner_id = ${$.partner}::uuid,
      navigator_id = ${$.navigator}, service_sought = ${$.service}, modality = ${$.modality},
      offered_at = ${$.offered}, sent_at = ${$.sent}, received_at = ${$.received}, accepted_at = ${$.accepted},
      scheduled_at = ${$.scheduled}, intake_completed_at = ${$.intake}, first_seen_at = ${$.seen},
      engaged_at = ${$.engaged}, ended_at = ${$.ended}, next_step = ${$.step}, next_due_at = ${$.due},
      next_owner = ${$.owner},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/**
 * Writes a held referral with what is owed now. The commit fails with changed_meanwhile when somebody was
 * faster.
 */
export function saveReferral({ tx, districtId }: Unit, referral: Referral, next: NextStep | null): Referral {
  tx.write(save, {
    district: districtId,
    id: referral.id,
    version: referral.version,
    state: referral.state,
    since: referral.stateSince,
    partner: referral.partnerId,
    navigator: referral.navigatorId,
    service: referral.serviceSought,
    modality: referral.modality,
    offered: referral.offeredAt,
    sent: referral.sentAt,
    received: referral.receivedAt,
    accepted: referral.acceptedAt,
    scheduled: referral.scheduledAt,
    intake: referral.intakeCompletedAt,
    seen: referral.firstSeenAt,
    engaged: referral.engagedAt,
    ended: referral.endedAt,
    step: next?.step ?? null,
    due: next?.dueAt ?? null,
    owner: next?.owner ?? null,
  })
  return {
    ...referral,
    version: referral.version + 1,
    nextStep: next?.step ?? null,
    nextDueAt: next?.dueAt ?? null,
    nextOwner: next?.owner ?? null,
  }
}
