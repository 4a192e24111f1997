import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Ending } from './closing-rules.ts'
import type { LoopFacts } from './loop.ts'
import type { Referral } from './referral.ts'

type Of = { district: string; referral: string }
type Fed = Omit<LoopFacts, 'state' | 'successor'> & { id: string }
const chain = statement(
  ($: Of) => sql<Fed>`
    select f.id, f.received_at as "receivedAt", f.accepted_at as "acceptedAt", f.first_seen_at as "firstSeenAt",
      (select case when b.sufficient then b.confirmed_at end from school_feedback b
        where b.district_id = f.district_id and b.referral_id = f.id order by b.confirmed_at desc, b.id desc limit 1) as "feedbackAt"
    from referral f
    where f.district_id = ${$.district} and (f.id = ${$.referral} or f.predecessor_id = ${$.referral})
    order by f.id = ${$.referral} desc, f.referred_at desc`,
)

/** The facts of a referral's loop, with how far the one it was redirected to has come. */
export async function loopFacts(
  tx: Transaction,
  referral: Pick<Referral, 'id' | 'state'>,
): Promise<LoopFacts> {
  const [own, successor] = await tx.all(chain, { district: tx.scope.districtId, referral: referral.id })
  if (own === undefined) throw new Error('A referral that was read a moment ago is gone')
  return { ...own, state: referral.state, successor: successor ?? null }
}

const feedback = statement(
  (
    $: Of & {
      id: string
      student: string
      partner: string | null
      sufficient: boolean
      by: string
      at: Date
    },
  ) => sql`
    insert into school_feedback (district_id, id, referral_id, student_id, partner_id, sufficient, confirmed_by, confirmed_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.sufficient}, ${$.by}, ${$.at})`,
)
/** Keeps whether the school knows enough to go on with. */
export const addFeedback = (unit: Unit, referral: Referral, sufficient: boolean) =>
  unit.tx.write(feedback, {
    district: unit.districtId,
    id: unit.id(),
    referral: referral.id,
    student: referral.studentId,
    partner: referral.partnerId,
    sufficient,
    by: unit.actor.personId as string,
    at: unit.now,
  })

type Kept = {
  ending: Ending | 'withdrawn'
  attributedTo: string | null
  reason: string | null
  plan: string | null
  exitCriterion: string | null
  stepDown: string | null
  signedOffBy: string | null
  askedBy: string | null
  channel: string | null
  destination: string | null
  leftOn: string | null
}
const end = statement(
  ($: Of & Kept & { student: string; partner: string | null; by: string; at: Date }) => sql`
    insert into referral_ending (district_id, referral_id, student_id, partner_id, ending, attributed_to, reason, plan,
      exit_criterion, step_down, signed_off_by, asked_by, channel, destination, left_on, ended_by, ended_at)
    values (${$.district}, ${$.referral}, ${$.student}, ${$.partner}, ${$.ending}, ${$.attributedTo}, ${$.reason}, ${$.plan},
      ${$.exitCriterion}, ${$.stepDown}, ${$.signedOffBy}, ${$.askedBy}, ${$.channel}, ${$.destination}, ${$.leftOn}::date, ${$.by}, ${$.at})`,
)
/** Keeps how a referral ended, with its proof, who ended it and when [R158]. */
export const addEnding = (unit: Unit, referral: Referral, kept: Kept) =>
  unit.tx.write(end, {
    ...unit.tx.sealed('referral_ending', { row: referral.id, of: referral.studentId }, kept),
    district: unit.districtId,
    referral: referral.id,
    student: referral.studentId,
    partner: referral.partnerId,
    by: unit.actor.personId as string,
    at: unit.now,
  })

const endingOf = statement(
  ($: Of) => sql<Omit<Kept, 'ending'> & { ending: string; endedByName: string; endedAt: Date }>`
    select e.ending, e.attributed_to as "attributedTo", e.reason, ${opened('referral_ending.plan', 'e')} as plan, e.exit_criterion as "exitCriterion",
      ${opened('referral_ending.step_down', 'e')} as "stepDown", e.signed_off_by as "signedOffBy", e.asked_by as "askedBy", e.channel,
      ${opened('referral_ending.destination', 'e')} as destination,
      e.left_on as "leftOn", coalesce(p.name, '') as "endedByName", e.ended_at as "endedAt"
    from referral_ending e left join person p on p.district_id = e.district_id and p.id = e.ended_by
    where e.district_id = ${$.district} and e.referral_id = ${$.referral}`,
)
export const findEnding = (tx: Transaction, referralId: string) =>
  tx.maybe(endingOf, { district: tx.scope.districtId, referral: referralId })

const sign = statement(
  ($: Of & { id: string; student: string; ending: string; by: string; at: Date }) => sql`
    insert into closing_sign_off (district_id, id, referral_id, student_id, ending, signed_by, signed_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.ending}, ${$.by}, ${$.at})`,
)
export const addSignOff = (unit: Unit, referral: Referral, ending: Ending) =>
  unit.tx.write(sign, {
    district: unit.districtId,
    id: unit.id(),
    referral: referral.id,
    student: referral.studentId,
    ending,
    by: unit.actor.personId as string,
    at: unit.now,
  })

export type SignOff = { ending: Ending; signedBy: string; signedByName: string; signedAt: Date }
const signed = statement(
  ($: Of) => sql<SignOff>`
    select s.ending, s.signed_by as "signedBy", p.name as "signedByName", s.signed_at as "signedAt"
    from closing_sign_off s join person p on p.district_id = s.district_id and p.id = s.signed_by
    where s.district_id = ${$.district} and s.referral_id = ${$.referral} order by s.signed_at, s.id`,
)
/** Endings the designated lead agreed to, oldest first. */
export const signOffsOf = (tx: Transaction, referralId: string): Promise<SignOff[]> =>
  tx.all(signed, { district: tx.scope.districtId, referral: referralId })
