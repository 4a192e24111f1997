import type { Unit } from '#access/unit.ts'
import {
  addDisclosure,
  consentsForReferral,
  type Item,
  itemsOf,
  mayTellSchool,
  type Scope,
  type Standing,
} from '#consent/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import type { Referral } from './referral.ts'

/**
 * What an agency may say to the school about one student, beside its own referral: three questions, asked
 * apart.
 */
export const tellingScopes = [
  'status_feedback',
  'participation',
  'safety_signals',
] as const satisfies readonly Scope[]
export type TellingScope = (typeof tellingScopes)[number]

/** Whether something may be told now: the family's yes, and the agreement's. */
export type Telling = {
  readonly scope: TellingScope
  /** The consent the disclosure rests on; null when there is none in force. */
  readonly consentId: string | null
  readonly items: readonly Item[]
  /** How the question stands: agreed to, or why not. */
  readonly standing: Standing['is']
  readonly agreed: boolean
}

type Moment = Pick<Unit, 'tx' | 'now'>

const gateNow = async ({ tx, now }: Moment, partnerId: string) =>
  gateOf(tx, partnerId, dayOf(await calendarOf(tx), now))

/** Asks ahead for what every question of an agency about one referral is judged by. */
export const askAhead = (moment: Moment, referralId: string, partnerId: string): void =>
  moment.tx.ahead(consentsForReferral(moment.tx, referralId), gateNow(moment, partnerId))

/** Judges one question with everything read at this moment [R071] [R072]. */
export async function tellingOf(
  { tx, now }: Moment,
  referral: Referral,
  scope: TellingScope,
): Promise<Telling> {
  const { partnerId } = referral
  const [crossing, gate] = await Promise.all([
    mayTellSchool(tx, { referral, scope, now }),
    partnerId === null ? undefined : gateNow({ tx, now }, partnerId),
  ])
  const back: readonly string[] = gate?.agreement?.partnerToSchool ?? []
  return {
    scope,
    consentId: crossing.allowed ? crossing.consentId : null,
    items: crossing.allowed ? crossing.items : [],
    standing: crossing.allowed ? 'in_force' : crossing.because,
    agreed: itemsOf[scope].some((item) => back.includes(item)),
  }
}

type Told = { referral: Referral; telling: Telling }

/**
 * Writes down that the agency told the school something, on whose word.
 * @param items what this one act tells: never all that the question would let cross [R135]
 * @throws when nobody agreed to it
 */
export function crossToSchool(unit: Unit, { referral, telling }: Told, items: readonly Item[]): void {
  if (telling.consentId === null || referral.partnerId === null)
    throw new Error('Nothing may be told without consent')
  addDisclosure(unit, {
    studentId: referral.studentId,
    referralId: referral.id,
    partnerId: referral.partnerId,
    consentId: telling.consentId,
    direction: 'to_school',
    items,
    purpose: 'continuity_of_care',
  })
}
