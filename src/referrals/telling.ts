import type { Unit } from '#access/unit.ts'
import {
  addDisclosure,
  type BackScope,
  consentsForReferral,
  type Item,
  itemsBack,
  mayTellSchool,
  type Standing,
} from '#consent/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import type { Referral } from './referral.ts'

/** What one post of an agency tells the school: on which question it rests, and each item that crosses. */
export type Tells = {
  /** An alert rests on a question of its own, and is judged where it is sent. */
  readonly scope: Exclude<BackScope, 'agency_alerts'>
  readonly items: readonly Item[]
}

/** What posts tell, by what they are about. No post tells all that its question would let cross [R135]. */
export const tells = {
  status: { scope: 'status_feedback', items: ['status'] },
  times: { scope: 'status_feedback', items: ['appointment'] },
  visit: { scope: 'status_feedback', items: ['appointment', 'status'] },
  participation: { scope: 'participation', items: ['participation'] },
  safety: { scope: 'safety_signals', items: ['safety_signal'] },
} as const satisfies Record<string, Tells>

/** Each item that an agency may tell, apart. */
export const tellingItems = [tells.status, tells.times, tells.participation, tells.safety] as const

/** Whether something may be told now: the family's yes, and the agreement's. */
export type Telling = Tells & {
  /** The consent the disclosure rests on; null when there is none in force. */
  readonly consentId: string | null
  /** How the question stands: agreed to, or why not. */
  readonly standing: Standing['is'] | 'grantor_may_not'
  readonly agreed: boolean
}

type Moment = Pick<Unit, 'tx' | 'now'>

const gateNow = async ({ tx, now }: Moment, partnerId: string) =>
  gateOf(tx, partnerId, dayOf(await calendarOf(tx), now))

/** Asks ahead for what every question of an agency about one referral is judged by. */
export const askAhead = (moment: Moment, referralId: string, partnerId: string): void =>
  moment.tx.ahead(consentsForReferral(moment.tx, referralId), gateNow(moment, partnerId))

/**
 * Judges what one post would tell with everything read at this moment: the family said yes to each item,
 * and the agreement lists each of them [R071] [R072] [R152].
 */
export async function tellingOf(
  { tx, now }: Moment,
  referral: Pick<Referral, 'id' | 'partnerId'>,
  { scope, items }: Tells,
): Promise<Telling> {
  const { partnerId } = referral
  const [crossing, gate] = await Promise.all([
    mayTellSchool(tx, { referral, scope, now }),
    partnerId === null ? undefined : gateNow({ tx, now }, partnerId),
  ])
  const agreed = itemsBack(gate?.agreement, scope)
  const allowed = crossing.allowed && items.every((item) => crossing.items.includes(item))
  return {
    scope,
    items,
    consentId: crossing.allowed && allowed ? crossing.consentId : null,
    standing: crossing.allowed ? 'in_force' : crossing.because,
    agreed: items.every((item) => agreed.includes(item)),
  }
}

type Told = { referral: Referral; telling: Telling }

/**
 * Writes down that the agency told the school what was judged, on whose word [R135].
 * @throws when the family or the agreement did not agree to it
 */
export function crossToSchool(unit: Unit, { referral, telling }: Told): void {
  if (telling.consentId === null || !telling.agreed || referral.partnerId === null)
    throw new Error('Nothing may be told without consent')
  addDisclosure(unit, {
    studentId: referral.studentId,
    referralId: referral.id,
    partnerId: referral.partnerId,
    consentId: telling.consentId,
    direction: 'to_school',
    items: telling.items,
    purpose: 'continuity_of_care',
  })
}
