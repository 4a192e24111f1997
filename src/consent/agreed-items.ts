import { type Answer, type Item, itemsOf, type Scope } from './consent.ts'

/** The two item lists of an agreement: what may cross each way, whatever a family says [R152]. */
export type AgreedItems = {
  readonly schoolToPartner: readonly string[]
  readonly partnerToSchool: readonly string[]
}

/**
 * The items of a packet that both the agreement and a family's yes let cross to the agency [R031]. Order of
 * the agreement. An alert is sent by itself, and is no part of any packet [R009].
 */
export const itemsAllowed = (agreement: AgreedItems, answers: readonly Answer[]): Item[] => {
  const agreedTo = new Set<string>(answers.filter(({ answer }) => answer).flatMap((each) => each.items))
  return agreement.schoolToPartner.filter((item) => item !== 'school_alert' && agreedTo.has(item)) as Item[]
}

/** The questions on which an agency may tell the school something, in the order they are asked. */
export const backScopes = ['status_feedback', 'participation', 'safety_signals', 'agency_alerts'] as const
export type BackScope = (typeof backScopes)[number]

/**
 * The items of one question that the agreement lets an agency tell the school [R152]: none without an
 * agreement. Everything that judges a post of an agency, asks a family about it or explains it reads this.
 */
export const itemsBack = (
  agreement: Pick<AgreedItems, 'partnerToSchool'> | undefined,
  scope: BackScope,
): Item[] => itemsOf[scope].filter((item) => agreement?.partnerToSchool.includes(item) === true)

/** Questions on which the school tells an agency something beside the packet: asked where it is agreed. */
const besideThePacket = ['academic_observations', 'school_alerts'] as const

/** The items of one question that the agreement lets the school tell an agency [R152]. */
export const itemsThere = (
  agreement: Pick<AgreedItems, 'schoolToPartner'> | undefined,
  scope: Scope,
): Item[] => itemsOf[scope].filter((item) => agreement?.schoolToPartner.includes(item) === true)

/** What needs asking: a question whose items the agreement lets nobody use is not put to a family. */
export function questionsFor(agreement: AgreedItems): Scope[] {
  return [
    'referral_disclosure',
    ...backScopes.filter((scope) => itemsBack(agreement, scope).length > 0),
    ...besideThePacket.filter((scope) => itemsThere(agreement, scope).length > 0),
  ]
}
